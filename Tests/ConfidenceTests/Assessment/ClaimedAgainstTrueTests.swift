import Confidence
import PeptideSearch
import Testing

/// Claimed error rates against planted truth over 20 experiments.
///
/// Theory says that the false discovery proportion is at most the claim on average. The mean of 20 experiments may
/// stray from its expectation by its standard error, taken from the 20 values themselves; 4 of them leave one chance in
/// thousands of a false alarm (and the seeds are fixed). The other side is tested too, since an estimate far too high
/// is wrong as well: the "+ 1" and false matches to what is truly there (not false at peptide or protein level) take
/// away a part of the claim, so that at least half of it must be met.
@Suite("Claimed against true error")
struct ClaimedAgainstTrueTests {
    private static let experiment = PlantedExperiment()
    private static let assessed = Result {
        try (0..<20).map { seed in
            let runs = experiment.runs(seed: seed)
            return (runs: runs, identifications: try ConfidenceEngine.assess(runs: runs))
        }
    }

    @Test("PSMs", arguments: [0.01, 0.05])
    func psms(claim: Double) throws {
        try expectHonest(claim) { result, runs in
            let accepted = result.psms.filter { !$0.isDecoy && $0.qValue <= claim }
            let wrong = accepted.filter { psm in
                let run = runs[psm.run]
                return !run.peptides[run.matches[psm.match].peptide].peptidoform.hasPrefix("[Planted]")
            }
            return (wrong.count, accepted.count)
        }
    }

    @Test("peptides", arguments: [0.01, 0.05])
    func peptides(claim: Double) throws {
        try expectHonest(claim) { result, _ in
            let accepted = result.peptides.filter { !$0.isDecoy && $0.qValue <= claim }
            return (accepted.filter { !isPresent($0.proteins, in: result) }.count, accepted.count)
        }
    }

    @Test("protein groups", arguments: [0.01, 0.05])
    func proteins(claim: Double) throws {
        try expectHonest(claim) { result, _ in
            let accepted = result.proteinGroups.filter { !$0.isDecoy && $0.qValue <= claim }
            return (accepted.filter { !isPresent($0.proteins, in: result) }.count, accepted.count)
        }
    }

    private func isPresent(_ proteins: [Int], in result: Identifications) -> Bool {
        proteins.contains { Self.experiment.isPresent(result.proteins[$0].accession) }
    }

    private func expectHonest(
        _ claim: Double, count: (Identifications, [RunMatches]) -> (wrong: Int, accepted: Int)
    ) throws {
        var proportions: [Double] = []
        for (runs, identifications) in try Self.assessed.get() {
            let (wrong, accepted) = count(identifications, runs)
            #expect(accepted > 100)
            proportions.append(Double(wrong) / Double(max(accepted, 1)))
        }
        let mean = proportions.reduce(0, +) / 20
        let variance = proportions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
        let standardError = (variance / 20).squareRoot()
        #expect(mean <= claim + 4 * standardError)
        #expect(mean >= claim / 2 - 4 * standardError)
    }
}
