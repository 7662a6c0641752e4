import Foundations
import ProteinDatabase
import Simulation
import TestSupport
import Testing

@Suite struct AbundanceTableTests {
    private static let proteins = ["P1", "P2", "P3"].map { Protein($0, "MAAAAAK") }
    private static let groups = ["control", "case", "cured"]
    private static let design = StudyDesign(groups: groups.map { StudyDesign.Group(name: $0, samples: 1) })

    private static func amounts(_ bytes: [UInt8]) throws -> [[Double]] {
        let folder = try TemporaryDirectory()
        let path = try folder.write(bytes, to: "amounts.tsv")
        return try AbundanceTable(path: path, groups: groups, proteins: proteins)
            .groupAmounts(of: proteins, design: design)
    }

    private static let good = """
        note\tabundance\tprotein\tlog2_fold_change.case
        seen before\t8\tP3\t-2

        \t2.5e-1\tP1\t
        """

    @Test("amounts are those of the first group, and fold changes are powers of two; what is not named is absent")
    func good() throws {
        let amounts = try Self.amounts(Array(Self.good.utf8))
        #expect(amounts == [[0.25, 0, 8], [0.25, 0, 2], [0.25, 0, 8]])
    }

    @Test("a gzip file, CR LF and the byte order mark of spreadsheets are read alike")
    func forms() throws {
        let expected = try Self.amounts(Array(Self.good.utf8))
        #expect(try Self.amounts(Deflater().gzip(Array(Self.good.utf8))) == expected)
        #expect(try Self.amounts(Array(Self.good.replacing("\n", with: "\r\n").utf8)) == expected)
        let unmarked = "protein\tabundance\tlog2_fold_change.case\nP3\t8\t-2\nP1\t0.25\t\n"
        #expect(try Self.amounts([0xEF, 0xBB, 0xBF] + Array(unmarked.utf8)) == expected)
    }

    /// A table with one mistake, its line, and a part of the sentence about it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var text: String
        var line: Int
        var says: String
        var testDescription: String { says }
    }

    private static let mistakes = [
        Mistake(text: "abundance\n5", line: 1, says: "no column 'protein'"),
        Mistake(text: "protein\tamount\nP1\t5", line: 1, says: "no column 'abundance'"),
        Mistake(
            text: "protein\tabundance\tlog2_fold_change.cass\nP1\t5\t1", line: 1,
            says: "'log2_fold_change.cass' names a group the study does not have; it has control, case, cured"),
        Mistake(
            text: "protein\tabundance\tabundance\nP1\t5\t6", line: 1, says: "column 'abundance' is there twice"),
        Mistake(text: "protein\tabundance\nP1\t5\nP2", line: 3, says: "1 fields where the header has 2"),
        Mistake(text: "protein\tabundance\nP1\t5\n\nQ7\t1", line: 4, says: "protein 'Q7' is not in the FASTA"),
        Mistake(text: "protein\tabundance\nP1\t5\nP1\t5", line: 3, says: "protein 'P1' has a row already"),
        Mistake(text: "protein\tabundance\nP1\tmuch", line: 2, says: "'much' is not a number from 0 up"),
        Mistake(text: "protein\tabundance\nP1\t-1", line: 2, says: "'-1' is not a number from 0 up"),
        Mistake(text: "protein\tabundance\nP1\tinf", line: 2, says: "'inf' is not a number from 0 up"),
        Mistake(text: "protein\tabundance\nP1\tnan", line: 2, says: "'nan' is not a number from 0 up"),
        Mistake(text: "protein\tabundance\nP1\t", line: 2, says: "'' is not a number from 0 up"),
        Mistake(
            text: "protein\tabundance\tlog2_fold_change.case\nP1\t5\t21", line: 2,
            says: "'21' is not a power of two between -20 and 20"),
        Mistake(
            text: "protein\tabundance\tlog2_fold_change.case\nP1\t5\tnan", line: 2,
            says: "'nan' is not a power of two between -20 and 20"),
        Mistake(
            text: "protein\tabundance\tlog2_fold_change.control\nP1\t5\t0\nP2\t5\t1", line: 3,
            says: "'control' is the group the others differ from, so that its fold change is 0, not 1"),
        Mistake(text: "protein\tabundance\nP1\t0", line: 1, says: "no protein has an abundance above 0"),
        Mistake(text: "", line: 1, says: "no protein has an abundance above 0"),
    ]

    @Test("a mistake is named with file and line", arguments: mistakes)
    func mistake(_ mistake: Mistake) throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(mistake.text, to: "amounts.tsv")
        let error = #expect(throws: SimulationError.self) {
            try AbundanceTable(path: path, groups: Self.groups, proteins: Self.proteins)
        }
        let sentence = try #require(error).description
        #expect(sentence.hasPrefix("\(path):\(mistake.line): "), "\(sentence)")
        #expect(sentence.contains(mistake.says), "\(sentence)")
        #expect(sentence.hasSuffix("correct the table of abundances."))
    }

    @Test("a file that is not there, and a damaged one, are named")
    func unreadable() throws {
        let folder = try TemporaryDirectory()
        let damaged = try folder.write(Array(Deflater().gzip(Array(Self.good.utf8)).dropLast(12)), to: "cut.tsv.gz")
        for path in [folder.path("absent.tsv"), damaged] {
            let error = #expect(throws: SimulationError.self) {
                try AbundanceTable(path: path, groups: Self.groups, proteins: Self.proteins)
            }
            guard case .unreadable(let sentence) = try #require(error) else {
                Issue.record("not an error of reading")
                continue
            }
            #expect(sentence.contains(path))
        }
    }
}
