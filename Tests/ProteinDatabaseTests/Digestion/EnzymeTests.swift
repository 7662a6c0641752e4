import ProteinDatabase
import Testing

@Suite("Enzymes")
struct EnzymeTests {
    /// Pieces of a protein without missed cleavages.
    private func pieces(_ sequence: String, _ enzyme: String, missed: Int = 0) throws -> [String] {
        let residues = Array(sequence.utf8)
        return try Digester(rules: rules(enzyme, missed: missed)).peptides(of: residues).map {
            String(decoding: residues[$0.residues], as: UTF8.self)
        }
    }

    /// Worked out by hand from the regular expressions of the PSI-MS terms.
    @Test(
        "every enzyme cuts where its rule says",
        arguments: [
            ("trypsin", "AKPARGKKPTRE", "AKPAR GK KPTR E"),
            ("trypsin/p", "AKPARGKKPTRE", "AK PAR GK K PTR E"),
            ("lys-c", "AKPARGKKPTRE", "AKPARGK KPTRE"),
            ("lys-c/p", "AKPARGKKPTRE", "AK PARGK K PTRE"),
            ("lys-n", "AKPARGKKPTRE", "A KPARG K KPTRE"),
            ("arg-c", "ARPARGKRE", "ARPAR GKR E"),
            ("asp-n", "ADDGPDE", "A D DGP DE"),
            ("glu-c", "AEPEEGDEK", "AEPE E GDE K"),
            ("glu-c/de", "AEPEEGDEK", "AEPE E GD E K"),
            ("chymotrypsin", "AFGWPLYPMLK", "AF GWPL YPML K"),
            ("elastase", "GAPLKIVE", "GAPL KI V E"),
            ("cnbr", "AMPMK", "AM PM K"),
            ("formic-acid", "AADGDDK", "AA D G D D K"),
            ("none", "AKRDEM", "AKRDEM"),
        ])
    func cuts(_ enzyme: String, _ sequence: String, _ expected: String) throws {
        #expect(try pieces(sequence, enzyme).joined(separator: " ") == expected)
    }

    @Test("the examples above leave no enzyme out")
    func allNamed() {
        #expect(
            Enzyme.all.map(\.name) == [
                "trypsin", "trypsin/p", "lys-c", "lys-c/p", "lys-n", "arg-c", "asp-n", "glu-c", "glu-c/de",
                "chymotrypsin", "elastase", "cnbr", "formic-acid", "none",
            ])
        #expect(Enzyme.all.filter(\.cutsNothing).map(\.name) == ["none"])
    }

    @Test("names are found in any case, others are not")
    func named() {
        #expect(Enzyme.named("Trypsin") == .trypsin)
        #expect(Enzyme.named("TRYPSIN/P")?.name == "trypsin/p")
        #expect(Enzyme.named("pepsinogen") == nil)
    }

    /// `cleave('AKAKBK', 'trypsin', 0)` and `cleave('GKGKYKCK', 'Trypsin/P', 2)` of the Pyteomics documentation
    /// (pyteomics.parser), which gives sets.
    @Test("digests are those of Pyteomics")
    func pyteomics() throws {
        #expect(try Set(pieces("AKAKBK", "trypsin")) == ["AK", "BK"])
        #expect(
            try Set(pieces("GKGKYKCK", "trypsin/p", missed: 2)) == [
                "CK", "GK", "GKGK", "GKGKYK", "GKYK", "GKYKCK", "YK", "YKCK",
            ])
    }

    /// Gastric juice peptide 1 (P01358) and the pineal peptide of the documentation and tests of the R package cleaver.
    @Test("digests are those of cleaver")
    func cleaver() throws {
        #expect(try pieces("LAAGKVEDSD", "trypsin") == ["LAAGK", "VEDSD"])
        #expect(try pieces("AGEPKLDAGV", "trypsin", missed: 1) == ["AGEPK", "AGEPKLDAGV", "LDAGV"])
    }
}
