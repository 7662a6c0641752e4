import Confidence
import PeptideSearch
import Testing

@Suite("Peptide level")
struct PeptideLevelTests {
    /// Pair 1: target 10 and 4 beat decoy 6. Pair 2: decoy 9 beats target 8. Pair 3: target 7 alone. Pair 4: decoy 3
    /// alone.
    private let run = RunMatches.planned(
        "a",
        [
            .target("AAAK", 10, pair: 1), .target("AAAK", 4, pair: 1), .decoy("AGAK", 6, pair: 1),
            .decoy("BGBK", 9, pair: 2), .target("BBBK", 8, pair: 2), .target("CCCK", 7, pair: 3),
            .decoy("DGDK", 3, pair: 4),
        ])

    @Test("the better of a target and its decoy takes part, the other is out with q-value 1")
    func pairs() throws {
        let more = RunMatches.planned("b", [.target("EEEK", 12, pair: 5), .target("FFFK", 11, pair: 6)])
        let result = try ConfidenceEngine.assess(runs: [run, more])
        #expect(
            result.peptides.map(\.sequence) == ["EEEK", "FFFK", "AAAK", "BGBK", "BBBK", "CCCK", "AGAK", "DGDK"])
        // Winners t12 t11 t10 d9 t7 d3: 1/1, 1/2, 1/3, 2/3, 2/4, 3/4.
        let third = 1.0 / 3
        #expect(result.peptides.map(\.qValue) == [third, third, third, 0.5, 1, 0.5, 1, 0.75])
        #expect(
            result.peptides.map(\.isBeatenByPartner) == [false, false, false, false, true, false, true, false])
        #expect(result.peptides.filter(\.isBeatenByPartner).allSatisfy { $0.posteriorErrorProbability == 1 })
        #expect(result.summaries.first { $0.level == .peptide }?.targetCount == 4)
        #expect(result.summaries.first { $0.level == .peptide }?.decoyCount == 2)
    }

    @Test("every match of a peptide carries the peptide's q-value, not only the best")
    func allMatches() throws {
        let result = try ConfidenceEngine.assess(runs: [run])
        for psm in result.psms {
            let peptide = psm.peptide
            #expect(psm.peptideQValue == result.peptides[peptide].qValue)
            #expect(psm.isDecoy == result.peptides[peptide].isDecoy)
            #expect(psm.score <= result.peptides[peptide].score)
            #expect(result.psms[result.peptides[peptide].bestPSM].score == result.peptides[peptide].score)
        }
    }

    @Test("I and L are one; the row shows the sequence of the best match and all proteins")
    func isoleucine() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned("a", [.target("PEPTIK", 9, pair: 1, proteins: ["P2"]), .decoy("GGGK", 1, pair: 9)]),
            .planned("b", [.target("PEPTLK", 8, pair: 1, proteins: ["P1"])]),
            .planned(
                "c",
                [
                    .target("SILK", 5, pair: 7, isPaired: false), .target("SLIK", 4, pair: 7, isPaired: false),
                ]),
        ])
        #expect(result.peptides.map(\.sequence) == ["PEPTIK", "SILK", "GGGK"])
        #expect(result.peptides[0].proteins == [0, 1])
        #expect(result.proteins.map(\.accession) == ["P1", "P2"])
    }

    @Test("peptides without a partner compete without one, whatever their keys")
    func unpaired() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned(
                "a",
                [
                    .target("AAAK", 9, pair: 1, isPaired: false), .decoy("AAGK", 10, pair: 1, isPaired: false),
                    .decoy("AAAK", 8, pair: 1, isPaired: false),
                ])
        ])
        #expect(result.peptides.count == 3)
        #expect(result.peptides.allSatisfy { !$0.isBeatenByPartner })
        #expect(result.summaries.first { $0.level == .peptide }?.decoyCount == 2)
    }

    @Test("a tie between a target and its decoy goes either way, about as often, and the same every time")
    func tieCoin() throws {
        let matches = (0..<2000).flatMap { pair -> [PlannedMatch] in
            [.target("T\(pair)K", 5, pair: UInt64(pair)), .decoy("D\(pair)K", 5, pair: UInt64(pair))]
        }
        let result = try ConfidenceEngine.assess(runs: [.planned("a", matches)])
        let winningTargets = result.peptides.filter { !$0.isBeatenByPartner && !$0.isDecoy }.count
        let winningDecoys = result.peptides.filter { !$0.isBeatenByPartner && $0.isDecoy }.count
        #expect(winningTargets + winningDecoys == 2000)
        // A fair coin thrown 2,000 times stays within 5 standard deviations of 1,000: 5 * sqrt(500) = 112.
        #expect(abs(winningTargets - 1000) < 112)
        let again = try ConfidenceEngine.assess(runs: [.planned("a", matches.reversed())])
        #expect(again.peptides.filter { !$0.isBeatenByPartner && !$0.isDecoy }.count == winningTargets)
    }

    @Test("where every target is beaten, nothing is accepted and a note says so")
    func allBeaten() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned("a", [.target("AAAK", 5, pair: 1), .decoy("AGAK", 6, pair: 1)])
        ])
        #expect(result.peptides.map(\.qValue) == [1, 1])
        #expect(result.notes.contains { $0.hasPrefix("No target is left among the peptides") })
    }

    @Test("a row counts accepted matches and names the forms among them, and that of the best in any case")
    func tally() throws {
        let result = try ConfidenceEngine.assess(
            runs: [
                .planned(
                    "a",
                    [
                        .target("MAAK", 9, pair: 1, form: "M[Oxidation]AAK"), .target("MAAK", 8, pair: 1),
                        .target("MAAK", 7, pair: 1), .target("MAAK", 1, pair: 1, form: "[Acetyl]-MAAK"),
                        .decoy("GGGK", 2, pair: 9), .target("CCCK", 0, pair: 3, form: "C[Carbamidomethyl]CCK"),
                    ])
            ], parameters: ConfidenceParameters(falseDiscoveryRate: 0.35))
        // Cuts: 1/1 1/2 1/3 | d 2/3 | 2/4 | 2/5: the first three matches have q = 1/3.
        let peptide = try #require(result.peptides.first)
        #expect(peptide.psmCount == 3)
        #expect(peptide.peptidoforms == ["M[Oxidation]AAK", "MAAK"])
        let last = try #require(result.peptides.last)
        #expect(last.psmCount == 0)
        #expect(last.peptidoforms == ["C[Carbamidomethyl]CCK"])
    }
}
