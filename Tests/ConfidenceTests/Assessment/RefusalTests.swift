import Confidence
import PeptideSearch
import Testing

@Suite("Refusals")
struct RefusalTests {
    private let target = PlannedMatch.target("AAK", 5, pair: 1)
    private let decoy = PlannedMatch.decoy("BBK", 4, pair: 2)

    @Test("nothing to assess is refused")
    func noMatches() {
        #expect(throws: ConfidenceError.noMatches(runCount: 0)) { try ConfidenceEngine.assess(runs: []) }
        #expect(throws: ConfidenceError.noMatches(runCount: 2)) {
            try ConfidenceEngine.assess(runs: [.planned("a", []), .planned("b", [])])
        }
    }

    @Test("matches without a single decoy are refused, never given a q-value")
    func noDecoys() {
        #expect(throws: ConfidenceError.noDecoys(targetCount: 1)) {
            try ConfidenceEngine.assess(runs: [.planned("a", [target])])
        }
    }

    @Test("matches to decoys alone are refused")
    func noTargets() {
        #expect(throws: ConfidenceError.noTargets(decoyCount: 1)) {
            try ConfidenceEngine.assess(runs: [.planned("a", [decoy])])
        }
    }

    @Test("a score that is not a number is refused by run and spectrum", arguments: [Double.nan, .infinity])
    func nonFinite(score: Double) {
        #expect(throws: ConfidenceError.nonFiniteScore(run: "a", spectrumIndex: 7)) {
            try ConfidenceEngine.assess(runs: [
                .planned("a", [target, decoy, .target("CCK", score, pair: 3, spectrum: 7)])
            ])
        }
    }

    @Test("two runs of one name are refused")
    func repeatedRun() {
        #expect(throws: ConfidenceError.repeatedRun("a")) {
            try ConfidenceEngine.assess(runs: [.planned("a", [target]), .planned("a", [decoy])])
        }
    }

    @Test("two best matches of one spectrum are refused")
    func repeatedSpectrum() {
        #expect(throws: ConfidenceError.repeatedSpectrum(run: "a", spectrumIndex: 0)) {
            try ConfidenceEngine.assess(runs: [.planned("a", [target, .decoy("BBK", 4, pair: 2, spectrum: 0)])])
        }
    }

    @Test("a match to a peptide or protein that the run does not hold is refused")
    func dangling() {
        var run = RunMatches.planned("a", [target, decoy])
        run.matches[1].peptide = 2
        #expect(throws: ConfidenceError.danglingReference(run: "a", spectrumIndex: 1)) {
            try ConfidenceEngine.assess(runs: [run])
        }
        run = RunMatches.planned("a", [target, decoy])
        run.peptides[0].proteins = [1]
        #expect(throws: ConfidenceError.danglingReference(run: "a", spectrumIndex: 0)) {
            try ConfidenceEngine.assess(runs: [run])
        }
    }

    @Test("a rate that is no rate is refused", arguments: [0, -0.01, 1.01])
    func invalidRate(rate: Double) {
        #expect(throws: ConfidenceError.invalidFalseDiscoveryRate(rate)) {
            try ConfidenceEngine.assess(
                runs: [.planned("a", [target, decoy])], parameters: ConfidenceParameters(falseDiscoveryRate: rate))
        }
    }
}
