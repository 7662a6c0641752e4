import Confidence
import PeptideSearch
import Testing

@Suite("Protein level")
struct ProteinLevelTests {
    /// Assesses one run at a rate that accepts what a test calls accepted.
    private func assess(_ matches: [PlannedMatch], rate: Double = 0.5) throws -> Identifications {
        try ConfidenceEngine.assess(
            runs: [.planned("a", matches)], parameters: ConfidenceParameters(falseDiscoveryRate: rate))
    }

    /// Accessions of each reported group.
    private func groups(_ result: Identifications) -> [[String]] {
        result.proteinGroups.map { $0.proteins.map { result.proteins[$0].accession } }
    }

    @Test("group scores and q-values are those of a hand calculation")
    func handCalculation() throws {
        let result = try assess([
            .target("AAK", 10, pair: 1, proteins: ["P1"]), .decoy("ABK", 6, pair: 2, proteins: ["P1"]),
            .target("BBK", 9, pair: 3, proteins: ["P2"]), .target("CCK", 8, pair: 4, proteins: ["P3"]),
            .decoy("CDK", 7, pair: 5, proteins: ["P4"]), .target("DDK", 5, pair: 6, proteins: ["P4"]),
        ])
        // Members picked: P1 t10, P2 t9, P3 t8, P4 d7 -> 1/1, 1/2, 1/3, 2/3.
        #expect(groups(result) == [["P1"], ["P2"], ["P3"], ["P4"]])
        #expect(result.proteinGroups.map(\.isDecoy) == [false, false, false, true])
        #expect(result.proteinGroups.map(\.score) == [10, 9, 8, 7])
        let third = 1.0 / 3
        let twoThirds = 2.0 / 3
        #expect(result.proteinGroups.map(\.qValue) == [third, third, third, twoThirds])
        // The target peptide of P4 belongs to a group whose mirror won; the decoy of P1 to one whose target won.
        #expect(result.psms.map(\.proteinQValue) == [third, third, third, twoThirds, 1, 1])
    }

    @Test("proteins with the same peptides are one group, led by the first accession")
    func indistinguishable() throws {
        let result = try assess([
            .target("AAK", 10, pair: 1, proteins: ["P2", "P1"]), .target("BBK", 9, pair: 2, proteins: ["P1", "P2"]),
            .target("CCK", 8, pair: 3, proteins: ["CON1", "P0"]), .decoy("DDK", 1, pair: 4, proteins: ["P9"]),
        ])
        #expect(groups(result) == [["P1", "P2"], ["CON1", "P0"], ["P9"]])
        #expect(result.proteinGroups.map(\.isContaminant) == [false, true, false])
        #expect(result.proteinGroups[0].uniquePeptideCount == 2)
    }

    @Test("a protein whose peptides are a part of another's is folded into it, and the shared ones count as its own")
    func subset() throws {
        let result = try assess([
            .target("AAK", 10, pair: 1, proteins: ["P1", "P2"]), .target("BBK", 9, pair: 2, proteins: ["P2"]),
            .decoy("DDK", 1, pair: 4, proteins: ["P9"]),
        ])
        #expect(groups(result) == [["P2"], ["P9"]])
        #expect(result.proteinGroups[0].subsetProteins.map { result.proteins[$0].accession } == ["P1"])
        #expect(result.proteinGroups[0].score == 10)
        #expect(result.proteinGroups[0].uniquePeptideCount == 2)
    }

    @Test("a chance match below the threshold does not tear isoforms apart")
    func weakMatch() throws {
        var matches = [
            PlannedMatch.target("AAK", 10, pair: 1, proteins: ["P1", "P1-2"]),
            .target("BBK", 9, pair: 2, proteins: ["P1", "P1-2"]), .decoy("DDK", 5, pair: 4, proteins: ["P9"]),
            .decoy("EEK", 4, pair: 5, proteins: ["P8"]), .target("CCK", 1, pair: 3, proteins: ["P1-2"]),
        ]
        #expect(groups(try assess(matches)) == [["P1", "P1-2"], ["P9"], ["P8"]])
        matches[4].score = 8
        #expect(groups(try assess(matches)) == [["P1-2"], ["P9"], ["P8"]])
    }

    @Test("shared peptides do not score; what several groups explain is not reported, but known")
    func shared() throws {
        let result = try assess(
            [
                .target("AAK", 10, pair: 1, proteins: ["P1", "P2"]), .target("BBK", 6, pair: 2, proteins: ["P1"]),
                .target("CCK", 9, pair: 3, proteins: ["P2", "P3"]), .target("EEK", 7, pair: 5, proteins: ["P3"]),
                .decoy("DDK", 1, pair: 4, proteins: ["P9"]),
            ], rate: 0.3)
        #expect(groups(result) == [["P3"], ["P1"], ["P9"]])
        #expect(result.proteinGroups.map(\.score) == [7, 6, 1])
        #expect(result.proteinGroups.map(\.peptideCount) == [2, 2, 0])
        #expect(result.proteinGroups.map(\.uniquePeptideCount) == [1, 1, 0])
        #expect(result.proteinGroups.map(\.razorPeptideCount) == [1, 1, 0])
        #expect(result.explainedProteins.map { $0.proteins.map { result.proteins[$0].accession } } == [["P2"]])
        #expect(result.explainedProteins.map(\.groups) == [[0, 1]])
        // The shared peptides still say how sure the groups they point to are.
        #expect(result.psms.first { $0.score == 10 }?.proteinQValue == 0.5)
    }

    @Test(
        "of proteins that share everything in a ring as few are reported as explain it, scored by what only they have")
    func ring() throws {
        let result = try assess([
            .target("AAK", 10, pair: 1, proteins: ["P1", "P2"]), .target("BBK", 9, pair: 2, proteins: ["P2", "P3"]),
            .target("CCK", 8, pair: 3, proteins: ["P1", "P3"]), .decoy("DDK", 1, pair: 4, proteins: ["P9"]),
        ])
        #expect(groups(result) == [["P2"], ["P1"], ["P9"]])
        #expect(result.proteinGroups.map(\.score) == [9, 8, 1])
        #expect(result.proteinGroups.map(\.uniquePeptideCount) == [0, 0, 0])
        #expect(result.proteinGroups.map(\.razorPeptideCount) == [1, 2, 0])
    }

    @Test("a chance match to a protein that is not reported points to no group, so that it has no protein q-value")
    func noGroup() throws {
        let result = try assess([
            .target("AAK", 10, pair: 1, proteins: ["P1", "P2"]), .target("BBK", 9, pair: 2, proteins: ["P2"]),
            .decoy("DDK", 5, pair: 4, proteins: ["P9"]), .decoy("EEK", 4, pair: 5, proteins: ["P8"]),
            .target("CCK", 1, pair: 3, proteins: ["P1"]),
        ])
        #expect(groups(result) == [["P2"], ["P9"], ["P8"]])
        #expect(result.psms.map(\.proteinQValue) == [1, 1, 1, 1, nil])
    }

    @Test("counts and coverage are of accepted peptides, mapped with I and L as one")
    func counts() throws {
        let matches: [PlannedMatch] = [
            .target("AIK", 10, pair: 1), .target("AIK", 9, pair: 1), .target("LLR", 8, pair: 2),
            .decoy("DDK", 2, pair: 4, proteins: ["P9"]), .decoy("DEK", 1.5, pair: 5, proteins: ["P8"]),
            .target("GGK", 1, pair: 6),
        ]
        let result = try ConfidenceEngine.assess(
            runs: [.planned("a", matches)], parameters: ConfidenceParameters(falseDiscoveryRate: 0.5)
        ) { accession in
            accession == "P1" ? ProteinFacts(gene: "G", description: "Protein", sequence: "ALKLIRGGKM") : nil
        }
        // PSM level: t t t d d t -> 1/3 for the first three, then 3/4. Peptides: t t d d t -> 1/2, then 1.
        let group = result.proteinGroups[0]
        #expect(group.peptideCount == 2)
        #expect(group.psmCount == 3)
        #expect(group.coverage == 0.6)
        #expect(group.gene == "G")
        #expect(group.description == "Protein")
        #expect(group.peptides == [0, 1])
        #expect(result.proteinGroups[1].coverage == nil)
        #expect(result.proteinGroups[1].gene == nil)
    }

    @Test(
        "coverage counts every occurrence, overlaps once",
        arguments: [
            ("AAAA", ["AA"], 1.0), ("ABCD", ["AB", "BC"], 0.75), ("ABCD", [], 0), ("AB", ["ABC"], 0),
            ("KIKL", ["KL"], 1), ("KJKL", ["KI"], 1),
        ] as [(String, [String], Double)])
    func coverage(protein: String, peptides: [String], expected: Double) {
        #expect(SequenceCoverage.share(of: protein, in: peptides) == expected)
    }

    @Test("an empty protein has no coverage")
    func emptyProtein() { #expect(SequenceCoverage.share(of: "", in: ["AAK"]) == nil) }
}
