import Confidence
import PeptideSearch
import Testing

/// Bounds against planted truth over 40 experiments.
///
/// The mean of 40 experiments may stray from its expectation by its standard error, taken from the 40 differences; 4 of them
/// leave one chance in thousands of a false alarm (and the seeds are fixed).
@Suite("Bounds from entrapments against the truth")
struct BoundsAgainstTruthTests {
    private static let assessed = Result {
        try (0..<40).map { seed in
            let run = PlantedEntrapments.run(seed: seed)
            return (
                run: run, identifications: try ConfidenceEngine.assess(runs: [run]),
                analysis: try EntrapmentAnalysis(of: [run])
            )
        }
    }

    /// Mean difference to the truth, and its standard error.
    private func difference(
        _ level: ConfidenceLevel, at rate: Double, _ bound: (EntrapmentRow) -> Double?
    ) throws -> (mean: Double, standardError: Double) {
        let differences = try Self.assessed.get().map { run, identifications, analysis in
            let row = try #require(analysis.rows.row(level, at: rate))
            #expect(row.acceptedCount > 100)
            let truth = PlantedEntrapments.falseShare(of: level, in: identifications, run: run, at: rate)
            return try #require(bound(row)) - truth
        }
        let mean = differences.reduce(0, +) / Double(differences.count)
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
        return (mean, (variance / Double(differences.count)).squareRoot())
    }

    @Test(
        "the lower bound is below, the combined one not below the truth",
        arguments: [
            ConfidenceLevel.psm, .peptide, .protein,
        ])
    func enclosed(level: ConfidenceLevel) throws {
        let (lower, combined) = (try difference(level, at: 0.05, \.lower), try difference(level, at: 0.05, \.combined))
        // Half of all that is false are entrapments, so that the lower bound is clearly below and not by accident.
        #expect(lower.mean < -4 * lower.standardError)
        #expect(combined.mean > -4 * combined.standardError)
    }

    @Test("of matches, as likely false to a target as to an entrapment, the combined bound is the truth")
    func exact() throws {
        let combined = try difference(.psm, at: 0.05, \.combined)
        #expect(abs(combined.mean) < 4 * combined.standardError)
        #expect(combined.standardError < 0.005)
    }

    @Test("of peptides, the paired bound lies between the truth and the combined bound")
    func paired() throws {
        let paired = try difference(.peptide, at: 0.1, \.paired)
        let combined = try difference(.peptide, at: 0.1, \.combined)
        #expect(paired.mean > -4 * paired.standardError)
        // A third of the targets is there and cannot be false: the combined bound counts them as if they could.
        #expect(combined.mean > 4 * combined.standardError)
        #expect(paired.mean < combined.mean / 2)
    }

    @Test("claims that decoys know nothing against are refuted", arguments: [ConfidenceLevel.psm, .peptide, .protein])
    func refuted(level: ConfidenceLevel) throws {
        let analysis = try EntrapmentAnalysis(of: [PlantedEntrapments.run(seed: 1, lureCount: 120)])
        #expect(analysis.rows.row(level, at: 0.01)?.verdict == .refuted)
        #expect(analysis.warnings.contains { $0.contains("entrapment refutes the claimed 1 %") })
    }
}
