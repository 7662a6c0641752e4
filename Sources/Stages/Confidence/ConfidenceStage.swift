import Confidence
import PeptideSearch
import ProteinDatabase
import Workflow

/// `confidence`: error rates for matches, peptides and proteins over all runs.
struct ConfidenceStage: JointStageRunner {
    private let parameters: ConfidenceParameters
    private let entrapment: EntrapmentChoice?

    /// The word for no entrapments.
    private static let noEntrapment = "none"

    /// Levels that have a table.
    private static let reportedLevels: Set<ConfidenceLevel> = [.psm, .peptide, .protein]

    static let definition = StageDefinition(
        name: "confidence", version: 5, scope: .joint,
        summary: "Estimates error rates of matches, peptides and proteins over all runs.",
        discussion: """
            Targets and decoys compete; the false discovery rate is (D + 1)/T at every level, and equal scores share a \
            q-value. Peptides: the best match of each, target against its own decoy. Posterior error \
            probabilities come from an isotonic fit. Without decoys no error rate is stated, nor where they are visibly \
            not like wrong targets: too few or too many among the lowest-scoring matches, or of other lengths or masses.

            Proteins with the same peptides are one group; as few groups as explain all accepted peptides are reported; a \
            protein whose peptides are a part of a group's is listed as its subset, and one that several groups explain \
            together is not reported ('moselle explain' tells which). A peptide of several groups is shared: it counts, as \
            razor peptide, for the one with most accepted peptides. Groups are made without regard to target or decoy, \
            scored by their best unshared peptide, and each competes with its decoy mirror (picked protein FDR). Where \
            equally few groups could be chosen in several ways, the first by accession stand: the error rate of proteins \
            does not cover which of two homologues it was.

            All rates are over the experiment; beside them stand those of each run, where what it alone shows competes, with \
            the protein groups of the experiment. The experiment's are the ones to filter by: a list put together from runs \
            that were filtered one by one has more false entries than each of them.

            Whether the rates hold can be seen by entrapments: sequences that are known not to be in the sample, which the \
            search is made with a second time. How many of them are accepted tells how many of all accepted ones are false. The \
            tables of identifications stay those of the search without entrapments; beside them entrapment.tsv holds, for \
            each level and claimed rate, a lower bound N_E/(N_T + N_E) and a combined bound N_E(1 + 1/r)/(N_T + N_E), which on \
            average is not below the true rate (N_E entrapments and N_T others accepted, r entrapment peptides for each \
            other one), with 95 % intervals; for shuffled ones also the paired bound of peptides. Supported: the combined bound \
            is within the claim. Refuted: even the lower limit of the lower bound is above it. Else inconclusive.

            Matches are read run by run: 8 bytes of memory each, and 50 to 200 for each pair of a target and its decoy.
            """,
        parameters: [
            ParameterDefinition(
                "fdr", .percentage(0.000_01...1), default: "1 %",
                summary: "Accepted false discovery rate, at each level on its own."),
            ParameterDefinition(
                "entrapment", .choice([noEntrapment] + EntrapmentChoice.allCases.map(\.rawValue)), default: "none",
                summary: "Entrapments to hold the rates against; the search takes two to three times as long.",
                details: """
                    shuffled: every protein once more, each of its peptides shuffled; nothing else is needed. foreign: \
                    the proteins of the input 'entrapment' (--entrapment), a proteome that cannot be in the samples, such as \
                    that of a plant or an archaeon; peptides it shares with the proteins searched do not count.
                    """),
        ],
        consumes: [.matches], optionalPorts: [.entrapmentMatches], provides: [.identifications],
        providesWith: [.entrapment: .entrapmentMatches], reads: [.proteins, .contaminants],
        requests: { EntrapmentChoice(rawValue: $0.text("entrapment")).map { [$0.request] } ?? [] },
        make: { ConfidenceStage(parameters: $0) })

    init(parameters: ParameterValues) {
        self.parameters = ConfidenceParameters(falseDiscoveryRate: parameters.fraction("fdr"))
        entrapment = EntrapmentChoice(rawValue: parameters.text("entrapment"))
    }

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        let sources = try runs.map { try $0.ports.require(.matches, as: (any MatchSource).self) }
        let assessment = try await ConfidenceEngine.assess(
            sources, parameters: parameters, memory: context.memory, workers: context.jobs
        ) { accessions in
            try Self.proteinFacts(accessions, in: context.inputs)
        }
        for warning in assessment.warnings { context.journal.warn(warning) }
        for note in assessment.notes.dropFirst(assessment.warnings.count) { context.journal.note(note) }
        let overall = assessment.summaries.filter { $0.run == nil }
        for summary in overall {
            context.journal.count(CountName.accepted(summary.level.rawValue), summary.acceptedTargetCount)
        }
        // Neither what one run would accept on its own nor peptidoforms, which have no table, are identifications.
        let reported = overall.filter { Self.reportedLevels.contains($0.level) }
        if reported.allSatisfy({ $0.acceptedTargetCount == 0 }) {
            context.journal.fault(Self.nothingIdentified(assessment))
        }
        var values = PortValues([.identifications: assessment])
        if entrapment != nil { values[.entrapment] = try analyseEntrapments(runs, in: context) }
        return values
    }

    /// Holds the error rates against entrapments. The assessment before it has given its memory back by now but for the
    /// rows it will write.
    private func analyseEntrapments(_ runs: [RunPorts], in context: TaskContext) throws -> EntrapmentAnalysis {
        let sources = try runs.map { try $0.ports.require(.entrapmentMatches, as: (any MatchSource).self) }
        let analysis = try EntrapmentAnalysis(of: sources, parameters: parameters, memory: context.memory)
        for warning in analysis.warnings { context.journal.warn(warning) }
        for summary in analysis.summaries { context.journal.report(summary) }
        return analysis
    }

    private static func proteinFacts(
        _ accessions: Set<String>, in inputs: ResolvedInputs
    ) throws -> [String: ProteinFacts] {
        let database = try ProteinDatabase(
            paths: inputs.proteins.map(\.path), contaminantPaths: inputs.contaminants.map(\.path), decoys: .unknown)
        let facts = database.proteins.lazy.filter { accessions.contains($0.accession) }.map { protein in
            (
                protein.accession,
                ProteinFacts(gene: protein.gene, description: protein.description, sequence: protein.sequence)
            )
        }
        return Dictionary(facts) { first, _ in first }
    }

    private static func nothingIdentified(_ assessment: Assessment) -> String {
        let rate = assessment.falseDiscoveryRate
        var facts = ["nothing was identified at \(Percent.text(rate))"]
        if let matches = assessment.summaries.first(where: { $0.level == .psm && $0.run == nil }) {
            let reachable = matches.smallestReachableQValue
            facts.append("the best matches are \(matches.targetCount) to targets and \(matches.decoyCount) to decoys")
            if reachable > rate { facts.append("so few can reach no q-value below \(Percent.text(reachable))") }
        }
        facts.append("the lowest q-value is \(Percent.text(assessment.lowestQValue))")
        facts.append("check the proteins, the modifications and the tolerances, or search more spectra together")
        return facts.joined(separator: "; ") + "."
    }
}
