import Confidence
import PeptideSearch
import Reports
import Simulation
import SpectrumModel
import Workflow

/// `compare-with-truth`: says how many of the accepted are right, where it is known what the spectra hold.
struct CompareWithTruthStage: JointStageRunner {
    static let definition = StageDefinition(
        name: "compare-with-truth", version: 2, scope: .joint,
        summary: "Compares matches, peptides and proteins with what is known to be true, in truth.tsv.",
        discussion: """
            For simulated runs, which come with a table of what every fragment spectrum was made from. Accepted are the \
            targets within the false discovery rate, as in the tables; the true error is the share of wrong ones among \
            them, with its 95 % interval (Wilson), beside the rate that was claimed. Sequences are compared with I and L as \
            one.
            Matches: right where a peptide of the FASTA in the spectrum, selected or isolated with it, has the sequence and \
            a mass within 0.01 Da of the match's peptidoform; where modifications sit is not judged; with a mass farther off \
            the sequence may still be right, which is counted apart (wrong_form). Missed are spectra \
            whose selected ion is a peptide of the FASTA and that have no right match. Subsets: clean (one peptide, \
            monoisotopic, charge stated), co-isolated (another ion with 20 % of the current or more), wrong isotope, missing \
            charge, all four of spectra with a peptide of the FASTA; foreign (a peptide of no protein of the FASTA); noise. \
            They overlap, and the claim is not made for them.
            Peptides: right where any spectrum holds them; missed where selected and not accepted. Proteins: a group is \
            right where one of its proteins holds a peptide that is in a spectrum. Missed are the smallest sets of proteins \
            that selected peptides point to, where no accepted group has one of the set.
            """,
        consumes: [.identifications, .matches, .spectrumTable], reads: [.truth], writes: [TruthReport.fileName],
        checkInputs: { _, files in InputProbes.truth(files[.truth] ?? []) },
        make: { _ in CompareWithTruthStage() })

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        guard let path = context.inputs.truth?.path else { throw StageError.noTruth }
        let identifications = try joint.require(.identifications, as: Identifications.self)
        let evidence = try await PSMReport.evidence(of: runs, workers: context.jobs)
        let components = try SpectrumTruthTable.components(inFileAt: path)
        let comparison: TruthComparison
        do throws(TruthComparisonError) {
            comparison = try TruthComparison(
                identifications: identifications, runs: evidence, components: components)
        } catch {
            // That is nothing about the table.
            if case .unknownMatch(let error) = error { throw error }
            throw StageError.wrongTruth(path: path, reason: error)
        }
        try TruthReport(comparison: comparison).write(to: "\(context.outputDirectory)/\(TruthReport.fileName)")
        TruthCounts.count(comparison, in: context.journal)
        return PortValues()
    }
}
