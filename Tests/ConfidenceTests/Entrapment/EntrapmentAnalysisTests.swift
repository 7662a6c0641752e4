import Confidence
import Foundation
import Foundations
import PeptideSearch
import TestSupport
import Testing

@Suite("Error rates checked by entrapments")
struct EntrapmentAnalysisTests {
    private static let generous = ConfidenceParameters(falseDiscoveryRate: 0.2)

    private func analysis(
        _ matches: [PlannedMatch], origins: [UInt64: UInt64] = [:], isPaired: Bool = true
    ) throws -> EntrapmentAnalysis {
        let census = EntrapmentCensus(targetPeptides: 50, entrapmentPeptides: 50, isPaired: isPaired)
        let run = RunMatches.withEntrapments("run", matches, origins: origins, census: census)
        return try EntrapmentAnalysis(of: [run], parameters: Self.generous)
    }

    /// Targets with falling scores, each of its own protein, and a decoy below.
    private func filling(_ count: Int, from key: UInt64 = 1000) -> [PlannedMatch] {
        (0..<count).map { number in
            .target(
                "F\(number)K", 200 - Double(number), pair: key + UInt64(number), proteins: ["P\(key + UInt64(number))"])
        } + [.decoy("LOWK", 1, pair: key - 1, proteins: ["PLOW"])]
    }

    @Test(
        "peptides are counted and paired as by brute force",
        arguments: [
            (0.065, 12, 4, 3, 0.25, 0.5, 0.4375), (0.1, 13, 7, 6, 0.35, 0.7, 0.65),
            (0.2, 14, 7, 7, 1 / 3.0, 2 / 3.0, 2 / 3.0),
        ])
    func everyKindOfPair(
        rate: Double, targets: Int, entrapments: Int, paired: Int, lower: Double, combined: Double, bound: Double
    ) throws {
        let analysis = try analysis(EveryKindOfPair.matches, origins: EveryKindOfPair.origins)
        let row = try #require(analysis.rows.row(.peptide, at: rate))
        #expect(row.targetCount == targets && row.entrapmentCount == entrapments)
        #expect(row.pairedFalseTargetCount == paired)
        #expect(row.lower == lower && row.combined == combined && row.paired == bound)
    }

    @Test("pairs are counted for peptides alone, and only where all entrapments have partners")
    func pairedWhere() throws {
        let paired = try analysis(EveryKindOfPair.matches, origins: EveryKindOfPair.origins)
        #expect(paired.rows.allSatisfy { ($0.paired != nil) == ($0.level == .peptide && $0.acceptedCount > 0) })
        let foreign = try analysis(EveryKindOfPair.matches, isPaired: false)
        #expect(foreign.rows.allSatisfy { $0.pairedFalseTargetCount == nil })
        #expect(foreign.rows.row(.peptide, at: 0.1)?.entrapmentCount == 7)
    }

    @Test("a target without a decoy is still the partner of its entrapment")
    func lonelyTarget() throws {
        let matches =
            filling(10) + [
                .target("LONEK", 30, pair: 5, isPaired: false), .target("EK", 40, pair: 6, proteins: ["ENT6"]),
            ]
        let row = try analysis(matches, origins: [6: 5]).rows.row(.peptide, at: 0.1)
        #expect(row?.targetCount == 11 && row?.entrapmentCount == 1)
        #expect(row?.pairedFalseTargetCount == 2)
    }

    @Test("an entrapment of unknown origin speaks for one false target, as in the combined bound")
    func unknownOrigin() throws {
        let row = try analysis(filling(11) + [.target("EK", 40, pair: 6, proteins: ["ENT6"])])
            .rows.row(.peptide, at: 0.1)
        #expect(row?.pairedFalseTargetCount == 1)
        #expect(row?.paired == row?.combined)
    }

    @Test("what targets and entrapments share is a target, at every level", arguments: ConfidenceLevel.allCases)
    func shared(level: ConfidenceLevel) throws {
        let matches =
            filling(8) + [
                .target("SHAREDK", 150.5, pair: 1, proteins: ["P1", "ENT1"]),
                .target("TRAPK", 140.5, pair: 2, proteins: ["ENT2", "ENT3"]),
                .target("ONLYK", 130.5, pair: 3, proteins: ["ENT4"]),
            ]
        let row = try analysis(matches).rows.row(level, at: 0.1)
        #expect(row?.targetCount == 9 && row?.entrapmentCount == 2)
    }

    @Test("a protein that one run takes for a target is one in all")
    func sharedOverRuns() throws {
        let first = RunMatches.withEntrapments("a", filling(11) + [.target("EK", 40, pair: 6, proteins: ["ENT6"])])
        var second = RunMatches.withEntrapments("b", [.target("EK", 39, pair: 6, proteins: ["ENT6"])])
        second.proteins[0].isEntrapment = false
        let rows = try EntrapmentAnalysis(of: [first, second], parameters: Self.generous).rows
        #expect(rows.row(.psm, at: 0.1)?.targetCount == 13)
        #expect(rows.allSatisfy { $0.entrapmentCount == 0 })
    }

    @Test("matches count one by one, their peptidoforms and peptide once each")
    func levels() throws {
        let traps: [PlannedMatch] = [
            .target("TRAPK", 50, pair: 1, proteins: ["ENT1"]), .target("TRAPK", 51, pair: 1, proteins: ["ENT1"]),
            .target("TRAPK", 52, pair: 1, form: "TRAPK[Oxidation]", proteins: ["ENT1"]),
            .target("OTHERK", 53, pair: 2, proteins: ["ENT1"]),
        ]
        let rows = try analysis(filling(10) + traps).rows
        let counts = ConfidenceLevel.allCases.map { rows.row($0, at: 0.1)?.entrapmentCount }
        #expect(counts == [4, 3, 2, 1])
        #expect(ConfidenceLevel.allCases.allSatisfy { rows.row($0, at: 0.1)?.targetCount == 10 })
    }

    @Test("the order of runs does not matter")
    func orderOfRuns() throws {
        let matches = EveryKindOfPair.matches
        let runs = (0..<4).map { number in
            RunMatches.withEntrapments(
                "run\(number)", matches.enumerated().filter { $0.offset % 4 == number }.map(\.element),
                origins: EveryKindOfPair.origins)
        }
        let whole = try analysis(matches, origins: EveryKindOfPair.origins)
        #expect(try EntrapmentAnalysis(of: runs, parameters: Self.generous) == whole)
        #expect(try EntrapmentAnalysis(of: runs.reversed(), parameters: Self.generous) == whole)
    }

    @Test("runs without entrapments, with others, or no run at all are refused")
    func refused() throws {
        let census = EntrapmentCensus(targetPeptides: 50, entrapmentPeptides: 49, isPaired: true)
        let (one, other) = (
            RunMatches.withEntrapments("b", filling(11)), RunMatches.withEntrapments("a", [], census: census)
        )
        let error = EntrapmentError.differentCensus(
            run: "a", census, otherRun: "b", try #require(one.entrapment))
        #expect(throws: error) { try EntrapmentAnalysis(of: [one, other]) }
        #expect(throws: error) { try EntrapmentAnalysis(of: [other, one]) }
        #expect(
            error.description
                == "Run 'a' was searched against 50 target and 49 entrapment peptides in pairs, run 'b' against 50 target "
                + "and 50 entrapment peptides in pairs; search all runs against the same proteins and entrapments.")
        #expect(throws: EntrapmentError.noEntrapments(run: "c")) {
            try EntrapmentAnalysis(of: [one, RunMatches.planned("c", [])])
        }
        #expect(throws: EntrapmentError.noRuns) { try EntrapmentAnalysis(of: []) }
    }

    @Test("an analysis comes back from its file as it was, equal ones give equal bytes")
    func artefact() throws {
        let folder = try TemporaryDirectory()
        let analysis = try analysis(EveryKindOfPair.matches, origins: EveryKindOfPair.origins)
        try analysis.write(to: folder.path("a"))
        try analysis.write(to: folder.path("b"))
        #expect(try EntrapmentAnalysis(artefact: folder.path("a")) == analysis)
        #expect(
            try Data(contentsOf: URL(filePath: folder.path("a"))) == Data(contentsOf: URL(filePath: folder.path("b"))))
    }

    @Test("stored matches give what matches in memory give, within the memory of an assessment")
    func stored() throws {
        let folder = try TemporaryDirectory()
        let run = RunMatches.withEntrapments("run", EveryKindOfPair.matches, origins: EveryKindOfPair.origins)
        try run.write(to: folder.path("run"))
        let source = try StoredMatches(artefact: folder.path("run"))
        let memory = MemoryBudget(bytes: 64_000_000)
        let found = try EntrapmentAnalysis(of: [source], parameters: Self.generous, memory: memory)
        #expect(try found == EntrapmentAnalysis(of: [run], parameters: Self.generous))
        #expect(memory.used == 0 && memory.peak > 0)
    }
}
