import Chemistry
import Testing

@Suite struct ModificationSiteTests {
    static let peptide = Array("QSTMSK".utf8)

    @Test("a residue site falls on each such residue")
    func residues() {
        let site = ModificationSite.on(.serine, .threonine, .tyrosine)
        #expect(
            site.locations(in: Self.peptide, beginsProtein: false, endsProtein: false)
                == [.residue(1), .residue(2), .residue(4)])
    }

    @Test("a terminal site looks at the terminal residue only")
    func termini() {
        let pyroGlu = ModificationSite.at(.peptideNTerm, .glutamine)
        #expect(pyroGlu.locations(in: Self.peptide, beginsProtein: false, endsProtein: false) == [.nTerminus])
        let onSerine = ModificationSite.at(.peptideNTerm, .serine)
        #expect(onSerine.locations(in: Self.peptide, beginsProtein: true, endsProtein: true).isEmpty)
        let anyEnd = ModificationSite.at(.peptideCTerm)
        #expect(anyEnd.locations(in: Self.peptide, beginsProtein: false, endsProtein: false) == [.cTerminus])
    }

    @Test("protein termini need a peptide that stands there")
    func proteinTermini() {
        let start = ModificationSite.at(.proteinNTerm)
        let end = ModificationSite.at(.proteinCTerm)
        #expect(start.locations(in: Self.peptide, beginsProtein: true, endsProtein: false) == [.nTerminus])
        #expect(start.locations(in: Self.peptide, beginsProtein: false, endsProtein: true).isEmpty)
        #expect(end.locations(in: Self.peptide, beginsProtein: false, endsProtein: true) == [.cTerminus])
        #expect(end.locations(in: Self.peptide, beginsProtein: true, endsProtein: false).isEmpty)
        #expect(start.locations(in: [], beginsProtein: true, endsProtein: true).isEmpty)
    }

    @Test("sites overlap where one peptide can have both on the same place")
    func overlaps() {
        #expect(ModificationSite.on(.serine, .threonine).overlaps(.on(.threonine, .tyrosine)))
        #expect(!ModificationSite.on(.serine).overlaps(.on(.tyrosine)))
        #expect(ModificationSite.at(.peptideNTerm).overlaps(.at(.proteinNTerm)))
        #expect(ModificationSite.at(.peptideNTerm, .glutamine).overlaps(.at(.peptideNTerm)))
        #expect(!ModificationSite.at(.peptideNTerm, .glutamine).overlaps(.at(.peptideNTerm, .glutamicAcid)))
        #expect(!ModificationSite.at(.peptideNTerm).overlaps(.at(.peptideCTerm)))
        #expect(!ModificationSite.at(.peptideNTerm).overlaps(.on(.lysine)))
    }
}
