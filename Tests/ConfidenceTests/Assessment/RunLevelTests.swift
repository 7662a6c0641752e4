import Confidence
import PeptideSearch
import Testing

@Suite("Levels within runs")
struct RunLevelTests {
    @Test("are those of a hand calculation")
    func handCalculation() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned(
                "a",
                [
                    .target("AAK", 10, pair: 1, proteins: ["P1"]), .target("FFK", 9.5, pair: 4, proteins: ["P4"]),
                    .decoy("DDK", 8, pair: 2, proteins: ["P2"]), .target("CCK", 6, pair: 3, proteins: ["P3"]),
                ]),
            .planned(
                "b", [.decoy("AEK", 11, pair: 1, proteins: ["P1"]), .target("BBK", 9, pair: 2, proteins: ["P2"])]),
        ])
        try #require(result.psms.map(\.score) == [11, 10, 9.5, 9, 8, 6])
        // Over both, of pair 1 the decoy wins and of pair 2 the target: d t t t -> 2/3. AAK and DDK are beaten.
        let third = 2.0 / 3
        let overall: [Double] = [third, 1, third, third, 1, third]
        #expect(result.psms.map(\.peptideQValue) == overall)
        // In a: t t d t -> 1/2, 1/2, 2/3, 2/3. In b: d t -> 1, 1.
        let expected: [Double] = [1, 0.5, 0.5, 1, third, third]
        #expect(result.psms.map(\.inRun.peptide) == expected)
        #expect(result.psms.map(\.inRun.peptidoform) == expected)
        // Each protein has one peptide.
        #expect(result.psms.compactMap(\.inRun.protein) == expected)
    }

    @Test("a group without a peptide of its own in a run has no rate there")
    func sharedAlone() throws {
        let shared = PlannedMatch.target("SSK", 7, pair: 9, proteins: ["P1", "P2"])
        let result = try ConfidenceEngine.assess(
            runs: [
                .planned(
                    "a",
                    [
                        .target("AAK", 10, pair: 1, proteins: ["P1"]), .target("BBK", 9, pair: 2, proteins: ["P2"]),
                        shared, .decoy("DDK", 1, pair: 5, proteins: ["P5"]),
                    ]),
                .planned("b", [shared, .target("CCK", 6, pair: 3, proteins: ["P3"])]),
            ], parameters: ConfidenceParameters(falseDiscoveryRate: 1))
        let ofShared = result.psms.filter { $0.score == 7 }
        #expect(ofShared.map { result.runs[$0.run] } == ["a", "b"])
        let expected: [Double?] = [0.5, nil]
        #expect(ofShared.map(\.inRun.protein) == expected)
        #expect(ofShared.allSatisfy { $0.proteinQValue != nil })
    }

    @Test("are those of the run assessed alone, where groups are the same", arguments: 0..<4)
    func alone(seed: Int) throws {
        let runs = PlantedExperiment().runs(seed: seed)
        let together = try ConfidenceEngine.assess(runs: runs)
        for run in runs {
            let alone = try ConfidenceEngine.assess(runs: [run])
            let expected = alone.psms.reduce(into: [Int: RunQValues]()) { values, psm in
                values[psm.spectrumIndex] = RunQValues(
                    peptidoform: psm.peptidoformQValue, peptide: psm.peptideQValue, protein: psm.proteinQValue)
            }
            let found = together.psms.filter { together.runs[$0.run] == run.run }
            #expect(found.count == run.matches.count)
            #expect(found.allSatisfy { $0.inRun == expected[$0.spectrumIndex] })
            #expect(alone.psms.allSatisfy { $0.inRun == expected[$0.spectrumIndex] })
            let summaries = together.summaries.filter { $0.run == run.run }
            #expect(summaries.map(\.level) == [.psm, .peptidoform, .peptide, .protein])
            #expect(summaries == alone.summaries.filter { $0.run == run.run })
        }
        #expect(together.psms.contains { $0.inRun.peptide != $0.peptideQValue })
        #expect(together.psms.contains { $0.inRun.protein != $0.proteinQValue })
    }
}
