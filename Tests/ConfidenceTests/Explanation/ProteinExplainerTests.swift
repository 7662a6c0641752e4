import Confidence
import PeptideSearch
import Testing

@Suite("Explained proteins")
struct ProteinExplainerTests {
    typealias Asked = ProteinExplainer.AskedProtein

    /// Explains a protein of one run, at a rate that accepts what scores 5 and more here.
    private func explain(_ asked: Asked, _ matches: [PlannedMatch]) throws -> ProteinExplanation {
        let run = RunMatches.planned("a", matches + others)
        let identifications = try ConfidenceEngine.assess(
            runs: [run], parameters: ConfidenceParameters(falseDiscoveryRate: 0.3))
        var explainer = ProteinExplainer(identifications: identifications, accessions: [asked.accession])
        explainer.add(run)
        return explainer.explanation(of: asked)
    }

    private func explain(_ accession: String, _ matches: [PlannedMatch]) throws -> ProteinExplanation {
        try explain(Asked(accession: accession), matches)
    }

    /// Four accepted proteins of no interest, and below them decoys: none of what scores less is accepted.
    private let others: [PlannedMatch] =
        (0..<4).map { .target("T\($0)K", 20, pair: UInt64(100 + $0), proteins: ["Q\($0)"], spectrum: 100 + $0) }
        + (0..<8).map { .decoy("D\($0)K", 4, pair: UInt64(200 + $0), proteins: ["R\($0)"], spectrum: 200 + $0) }

    @Test("a protein in the table, and the fate of each peptide that leads there or falls")
    func inTable() throws {
        let found = try explain(
            Asked(accession: "P1", gene: "G", description: "d", peptides: ["AAK", "UNSEENK", "LLK", "SECONDK"]),
            [
                .target("AAK", 10, pair: 1), .target("BBK", 9, pair: 2, proteins: ["P1", "P2"]),
                .target("SECONDK", 2, pair: 7, rank: 2, spectrum: 1), .target("PPK", 8, pair: 3, proteins: ["P2"]),
                .target("QQK", 8, pair: 4, proteins: ["P2"]),
                .target("LLK", 3, pair: 5), .target("FFK", 6, pair: 6), .decoy("EEK", 7, pair: 6),
                .target("CCK", 7, pair: 8, proteins: ["P1", "P3"]), .target("P3K", 6, pair: 9, proteins: ["P3"]),
            ])
        #expect(found.standing == .inTable)
        #expect(found.groups.map(\.proteins) == [["P1"]])
        #expect([found.groups[0].peptideCount, found.groups[0].uniquePeptideCount] == [3, 1])
        #expect(found.peptides.map(\.sequence) == ["AAK", "BBK", "CCK", "FFK", "LLK", "SECONDK", "UNSEENK"])
        #expect(
            found.peptides.map(\.fate)
                == [.unique, .razor, .razor, .beatenByDecoy, .aboveLimit, .lostSpectrum, .noMatch])
        #expect(found.peptides.map(\.countsFor) == ["P1", "P1", "P1", nil, nil, nil, nil])
        #expect(found.peptides[1].otherProteins == ["P2"])
        #expect(found.peptides[3].decoyScore == 7)
        #expect(found.peptides[4].best?.peptideQValue ?? 0 > 0.3)
        let lost = found.peptides[5].lost
        #expect(
            lost?.winner == "BBK" && lost?.winnerScore == 9 && lost?.score == 2 && lost?.winnerProteins == ["P1", "P2"])
        #expect(lost?.spectrum == PeptideExplanation.SpectrumPlace(run: "a", index: 1))
        #expect((found.gene, found.description) == ("G", "d"))
    }

    @Test("a shared peptide that counts for a larger group says for which")
    func countsElsewhere() throws {
        let found = try explain(
            "P1",
            [
                .target("AAK", 10, pair: 1), .target("BBK", 9, pair: 2, proteins: ["P1", "P2"]),
                .target("PPK", 8, pair: 3, proteins: ["P2"]), .target("QQK", 8, pair: 4, proteins: ["P2"]),
            ])
        #expect(found.peptides.map(\.fate) == [.unique, .countsElsewhere])
        #expect(found.peptides[1].countsFor == "P2")
    }

    @Test("a subset, and a protein that several groups explain")
    func explained() throws {
        let chain: [PlannedMatch] = [
            .target("AAK", 10, pair: 1), .target("BBK", 9, pair: 2, proteins: ["P1", "P2"]),
            .target("CCK", 8, pair: 3, proteins: ["P2", "P3"]), .target("DDK", 7, pair: 4, proteins: ["P3", "P4"]),
            .target("EEK", 7, pair: 5, proteins: ["P3"]),
        ]
        let middle = try explain("P2", chain)
        #expect(middle.standing == .explainedByOthers)
        #expect(middle.groups.map(\.proteins) == [["P1"], ["P3"]])
        #expect(middle.peptides.map(\.fate) == [.countsElsewhere, .countsElsewhere])
        #expect(middle.peptides.map(\.countsFor) == ["P1", "P3"])
        let subset = try explain("P4", chain)
        #expect(subset.standing == .subset)
        #expect(subset.groups.map(\.proteins) == [["P3"]] && subset.groups[0].isInTable)
        #expect(subset.peptides.map(\.fate) == [.unique])
    }

    @Test("a group above the limit, and one whose decoy mirror won")
    func notInTable() throws {
        let weak = try explain("P1", [.target("AAK", 1, pair: 1)])
        #expect(weak.standing == .aboveLimit && weak.groups[0].qValue > 0.3 && weak.bestOwnScore == 1)
        let beaten = try explain("P1", [.target("AAK", 1, pair: 1), .decoy("BBK", 3, pair: 2)])
        #expect(beaten.standing == .lostToDecoy && beaten.groups[0].isBeatenByDecoy)
        #expect(beaten.groups[0].score == 3 && beaten.bestOwnScore == 1)
        let alone = try explain("P1", [.decoy("BBK", 3, pair: 2)])
        #expect(alone.standing == .lostToDecoy && alone.bestOwnScore == nil && alone.peptides.isEmpty)
    }

    @Test("a protein without a best match, and one that was no candidate at all")
    func noBestMatch() throws {
        let second = try explain(
            "P1",
            [
                .target("ZZK", 10, pair: 1, proteins: ["P2"], spectrum: 0),
                .target("AAK", 4, pair: 2, rank: 2, spectrum: 0), .decoy("YYK", 9, pair: 3, spectrum: 1),
                .target("AAK", 5, pair: 2, rank: 2, spectrum: 1),
            ])
        #expect(second.standing == .lostToDecoy || second.standing == .noBestMatch)
        #expect(second.peptides.map(\.fate) == [.lostSpectrum])
        #expect(second.peptides[0].lost?.isWinnerDecoy == true && second.peptides[0].lost?.score == 5)
        let absent = try explain(Asked(accession: "P7", isContaminant: true, peptides: ["AAAK", "CCCK"]), [])
        #expect(absent.standing == .noBestMatch && absent.groups.isEmpty && absent.isContaminant)
        #expect(absent.peptides.map(\.sequence) == ["AAAK", "CCCK"])
        #expect(absent.peptides.allSatisfy { $0.fate == .noMatch })
    }

    @Test("peptides are the same with I and L, and the best of all runs counts")
    func isobaricAndRuns() throws {
        let runs = [
            RunMatches.planned("a", [.target("AIK", 6, pair: 1, spectrum: 3)] + others),
            RunMatches.planned("b", [.target("ALK", 9, pair: 1, spectrum: 5)]),
        ]
        let identifications = try ConfidenceEngine.assess(
            runs: runs, parameters: ConfidenceParameters(falseDiscoveryRate: 0.3))
        var explainer = ProteinExplainer(identifications: identifications, accessions: ["P1"])
        for run in runs { explainer.add(run) }
        let found = explainer.explanation(of: Asked(accession: "P1", peptides: ["AIK", "ALK"]))
        #expect(found.peptides.map(\.sequence) == ["ALK"])
        #expect(found.peptides[0].best?.spectrum == PeptideExplanation.SpectrumPlace(run: "b", index: 5))
    }
}
