import Confidence
import PeptideSearch
import ProteinDatabase
import Workflow

/// `confidence`: error rates for matches, peptides and proteins over all runs.
struct ConfidenceStage: JointStageRunner {
    private let parameters: ConfidenceParameters

    /// Levels that have a table.
    private static let reportedLevels: Set<ConfidenceLevel> = [.psm, .peptide, .protein]

    static let definition = StageDefinition(
        name: "confidence", version: 1, scope: .joint,
        summary: "Estimates error rates of matches, peptides and proteins over all runs.",
        discussion: """
            Targets and decoys compete; the false discovery rate is (D + 1)/T at every level, and equal scores share a \
            q-value. Peptides: the best match of each, target against its own decoy. Proteins: groups that the evidence \
            cannot tell apart, scored by their best unshared peptide, each against its decoy mirror. Posterior error \
            probabilities come from an isotonic fit. Without decoys no error rate is stated.
            """,
        parameters: [
            ParameterDefinition(
                "fdr", .percentage(0.000_01...1), default: "1 %",
                summary: "Accepted false discovery rate, at each level on its own.")
        ],
        consumes: [.matches], provides: [.identifications], reads: [.proteins, .contaminants],
        make: { ConfidenceStage(parameters: $0) })

    init(parameters: ParameterValues) {
        self.parameters = ConfidenceParameters(falseDiscoveryRate: parameters.fraction("fdr"))
    }

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        let matches = try runs.map { try $0.ports.require(.matches, as: RunMatches.self) }
        let facts = try proteinFacts(context.inputs)
        let identifications = try ConfidenceEngine.assess(
            runs: matches, parameters: parameters, proteinFacts: { facts[$0] })
        for note in identifications.notes { context.journal.note(note) }
        let overall = identifications.summaries.filter { $0.run == nil }
        for summary in overall {
            context.journal.count(CountName.accepted(summary.level.rawValue), summary.acceptedTargetCount)
        }
        // Neither what one run would accept on its own nor peptidoforms, which have no table, are identifications.
        let reported = overall.filter { Self.reportedLevels.contains($0.level) }
        if reported.allSatisfy({ $0.acceptedTargetCount == 0 }) {
            context.journal.fault(Self.nothingIdentified(identifications))
        }
        return PortValues([.identifications: identifications])
    }

    private func proteinFacts(_ inputs: ResolvedInputs) throws -> [String: ProteinFacts] {
        let database = try ProteinDatabase(
            paths: inputs.proteins.map(\.path), contaminantPaths: inputs.contaminants.map(\.path), decoys: .unknown)
        let facts = database.proteins.map { protein in
            (
                protein.accession,
                ProteinFacts(gene: protein.gene, description: protein.description, sequence: protein.sequence)
            )
        }
        return Dictionary(facts) { first, _ in first }
    }

    private static func nothingIdentified(_ identifications: Identifications) -> String {
        let rate = identifications.parameters.falseDiscoveryRate
        var facts = ["nothing was identified at \(Percent.text(rate))"]
        if let matches = identifications.summaries.first(where: { $0.level == .psm && $0.run == nil }) {
            let reachable = matches.smallestReachableQValue
            facts.append("the best matches are \(matches.targetCount) to targets and \(matches.decoyCount) to decoys")
            if reachable > rate { facts.append("so few can reach no q-value below \(Percent.text(reachable))") }
        }
        if let best = identifications.psms.lazy.filter({ !$0.isDecoy }).map(\.qValue).min() {
            facts.append("the lowest q-value is \(Percent.text(best))")
        }
        facts.append("check the proteins, the modifications and the tolerances, or search more spectra together")
        return facts.joined(separator: "; ") + "."
    }
}
