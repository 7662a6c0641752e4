import Confidence
import PeptideSearch
import Testing

@Suite("PSM level")
struct PSMLevelTests {
    /// Over both runs by score: A10 t, B9 t, A8 d, B7 t, A6 t, B5 d.
    private let runs = [
        RunMatches.planned("b", [.target("BBK", 9, pair: 2), .target("CCK", 7, pair: 3), .decoy("EEK", 5, pair: 5)]),
        RunMatches.planned("a", [.target("AAK", 10, pair: 1), .decoy("DDK", 8, pair: 4), .target("FFK", 6, pair: 6)]),
    ]

    @Test("q-values over the experiment and within runs are those of a hand calculation")
    func handCalculation() throws {
        let result = try ConfidenceEngine.assess(runs: runs)
        #expect(result.runs == ["a", "b"])
        #expect(result.psms.map(\.score) == [10, 9, 8, 7, 6, 5])
        #expect(result.psms.map(\.run) == [0, 1, 0, 1, 0, 1])
        #expect(result.psms.map(\.match) == [0, 0, 1, 1, 2, 2])
        #expect(result.psms.map(\.qValue) == [0.5, 0.5, 0.5, 0.5, 0.5, 0.75])
        // Run a: t d t -> 1/1, 2/1, 2/2. Run b: t t d -> 1/1, 1/2, 2/2.
        #expect(result.psms.map(\.runQValue) == [1, 0.5, 1, 0.5, 1, 1])
        // Decoy shares with the pseudo-decoy: 1 0 0 | 1 0 0 | 1 -> 1/3, 1/3, 1; p/(1 - p) = 1/2, 1/2, 1.
        for (psm, expected) in zip(result.psms, [0.5, 0.5, 0.5, 0.5, 0.5, 1]) {
            #expect(abs(psm.posteriorErrorProbability - expected) < 1e-12)
        }
    }

    @Test("summaries count targets, decoys and what is accepted, for all runs and for each")
    func summaries() throws {
        let result = try ConfidenceEngine.assess(
            runs: runs, parameters: ConfidenceParameters(falseDiscoveryRate: 0.5))
        let all = LevelSummary(level: .psm, targetCount: 4, decoyCount: 2, acceptedTargetCount: 4, scoreThreshold: 6)
        let inA = LevelSummary(
            level: .psm, run: "a", targetCount: 2, decoyCount: 1, acceptedTargetCount: 0, scoreThreshold: nil)
        let inB = LevelSummary(
            level: .psm, run: "b", targetCount: 2, decoyCount: 1, acceptedTargetCount: 2, scoreThreshold: 7)
        #expect(result.summaries.filter { $0.level == .psm } == [all, inA, inB])
        #expect(all.smallestReachableQValue == 0.25)
    }

    @Test("only the best match of a spectrum takes part")
    func otherRanks() throws {
        var run = runs[1]
        run.matches.append(contentsOf: RunMatches.planned("x", [.target("AAK", 99, pair: 1, rank: 2)]).matches)
        #expect(try ConfidenceEngine.assess(runs: [run, runs[0]]).psms.map(\.score) == [10, 9, 8, 7, 6, 5])
    }

    @Test("matches of one score are ordered by run name, then by spectrum")
    func ties() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned("z", [.target("AAK", 5, pair: 1, spectrum: 8), .decoy("BBK", 5, pair: 2, spectrum: 3)]),
            .planned("m", [.target("CCK", 5, pair: 3, spectrum: 9)]),
        ])
        #expect(result.psms.map(\.run) == [0, 1, 1])
        #expect(result.psms.map(\.spectrumIndex) == [9, 3, 8])
        #expect(Set(result.psms.map(\.qValue)) == [1])
    }
}
