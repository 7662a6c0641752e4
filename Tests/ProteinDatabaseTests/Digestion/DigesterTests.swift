import ProteinDatabase
import Testing

@Suite("Digestion")
struct DigesterTests {
    private func describe(_ sequence: String, _ rules: DigestionRules) -> [String] {
        let residues = Array(sequence.utf8)
        return Digester(rules: rules).peptides(of: residues).map { span in
            let text = String(decoding: residues[span.residues], as: UTF8.self)
            return (span.isProteinNTerminal ? "[" : "") + text + (span.isProteinCTerminal ? "]" : "")
                + "\(span.missedCleavages)"
        }
    }

    @Test("peptides come by start, then end, with their missed cleavages and the protein's ends")
    func missedCleavages() throws {
        let found = try describe("AAKCCRDDKEE", rules(missed: 2))
        #expect(
            found == [
                "[AAK0", "[AAKCCR1", "[AAKCCRDDK2", "CCR0", "CCRDDK1", "CCRDDKEE]2", "DDK0", "DDKEE]1", "EE]0",
            ])
    }

    @Test("a site at the very end of a protein is no missed cleavage")
    func siteAtEnd() throws {
        #expect(try describe("AAKCCK", rules(missed: 1)) == ["[AAK0", "[AAKCCK]1", "CCK]0"])
    }

    @Test("the initiator methionine may be lost; both forms begin the protein")
    func methionine() throws {
        let with = try describe("MACKDEK", rules(missed: 0, losesMethionine: true))
        #expect(with == ["[MACK0", "[ACK0", "DEK]0"])
        #expect(try describe("MACKDEK", rules()) == ["[MACK0", "DEK]0"])
        #expect(try describe("AMCKDEK", rules(losesMethionine: true)) == ["[AMCK0", "DEK]0"])
    }

    @Test("a peptide behind the lost methionine is found once, also where the enzyme cuts there anyway")
    func methionineOnce() throws {
        #expect(try describe("MACMD", rules("cnbr", losesMethionine: true)) == ["[M0", "[ACM0", "D]0"])
        #expect(
            try describe("MAK", rules(specificity: .semi, losesMethionine: true)) == [
                "[M0", "[MA0", "[MAK]0", "[A0", "[AK]0", "K]0",
            ])
    }

    @Test("lengths are kept at both ends")
    func lengths() throws {
        #expect(
            try describe("AAKCCCRDDDDKE", rules(missed: 1, lengths: 4...7)) == [
                "[AAKCCCR1", "CCCR0", "DDDDK0", "DDDDKE]1",
            ])
        #expect(try describe("AAK", rules(lengths: 4...7)).isEmpty)
        #expect(try describe("AAK", rules(lengths: 3...3)) == ["[AAK]0"])
        #expect(try describe("", rules()).isEmpty)
    }

    @Test("without an enzyme only whole proteins come, with and without their methionine")
    func wholeProteins() throws {
        #expect(try describe("MKRAK", rules("none", losesMethionine: true)) == ["[MKRAK]0", "[KRAK]0"])
    }

    @Test("where no end has to be a site, missed cleavages are counted but not limited")
    func unspecific() throws {
        let found = try describe("KRK", rules(missed: 0, specificity: .none))
        #expect(found == ["[K0", "[KR1", "[KRK]2", "R0", "RK]1", "K]0"])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var enzyme: String
        var specificity: CleavageSpecificity
        var missed: Int
        var lengths: ClosedRange<Int>
        var losesMethionine: Bool
        var testDescription: String { "\(enzyme), \(specificity), \(missed), \(lengths), \(losesMethionine)" }
    }

    static let cases: [Case] = ["trypsin", "lys-n", "formic-acid", "none"].flatMap { enzyme in
        CleavageSpecificity.allCases.flatMap { specificity in
            [
                Case(enzyme: enzyme, specificity: specificity, missed: 0, lengths: 1...60, losesMethionine: true),
                Case(enzyme: enzyme, specificity: specificity, missed: 2, lengths: 3...12, losesMethionine: true),
                Case(enzyme: enzyme, specificity: specificity, missed: 5, lengths: 5...60, losesMethionine: false),
            ]
        }
    }

    @Test("digests of random proteins are exactly the stretches the definition allows", arguments: cases)
    func oracle(_ example: Case) throws {
        let rules = try rules(
            example.enzyme, missed: example.missed, specificity: example.specificity, lengths: example.lengths,
            losesMethionine: example.losesMethionine)
        for sequence in StretchOracle.proteins {
            let residues = Array(sequence.utf8)
            let found = Digester(rules: rules).peptides(of: residues)
            #expect(found == StretchOracle.stretches(of: residues, rules), "\(sequence)")
        }
    }
}
