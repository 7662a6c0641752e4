import Chemistry
import Testing

/// Examples are those of the ProForma 2.0 specification and of its grammar's test file, where not said otherwise.
@Suite struct ProFormaTests {
    @Test(
        "what is read is written the same",
        arguments: [
            "EMEVEESPEK", "EM[Oxidation]EVEES[Phospho]PEK", "[iTRAQ4plex]-EM[Oxidation]EVNES[Phospho]PEK",
            "[iTRAQ4plex]-EM[Oxidation]EVNES[Phospho]PEK[iTRAQ4plex]-[Methyl]", "EM[+15.9949]EVEES[+79.9663]PEK",
            "EM[+15.995]EVEES[-18.01]PEK", "SEQUEN[Formula:C12H20O2]CE", "VAEJNPSNGGTT",
            "EM[Oxidation]EVE[Cation:Mg[II]]ES[Phospho]PEK", "[Acetyl][Carbamyl]-QPEPTIDE",
            "PEPTIDEG-[Amidated][Methyl]", "A", "ISK[GG][Label:13C(6)15N(2)]AR[Label:13C(6)]",
        ])
    func roundTrip(text: String) throws {
        let (peptidoform, charge) = try ProForma.read(text)
        #expect(charge == nil)
        #expect(ProForma.write(peptidoform) == text)
        #expect(ProForma.write(peptidoform, charge: 3) == text + "/3")
        #expect(try ProForma.read(text + "/3").charge == 3)
    }

    @Test(
        "other spellings are read and written by Unimod name",
        arguments: [
            ("EM[U:Oxidation]EVEES[U:Phospho]PEK", "EM[Oxidation]EVEES[Phospho]PEK"),
            ("EM[UNIMOD:35]EVEES[UNIMOD:21]PEK", "EM[Oxidation]EVEES[Phospho]PEK"),
            ("EM[U:+15.995]EVEES[U:+79.966]PEK", "EM[+15.995]EVEES[+79.966]PEK"),
            ("AHAM[oxidation]TEG", "AHAM[Oxidation]TEG"),
            ("SEQUEN[Formula:[13C2][12C-2]H2N]CE", "SEQUEN[Formula:C-2H2N[13C2]]CE"),
            ("<[Carbamidomethyl]@C>ATPEILTCNSIGCLK", "ATPEILTC[Carbamidomethyl]NSIGC[Carbamidomethyl]LK"),
            ("<[Oxidation]@C,M>MTPEILTCNSIGCLK", "M[Oxidation]TPEILTC[Oxidation]NSIGC[Oxidation]LK"),
            ("<[TMT6plex]@K,N-term>ATPEILTCNSIGCLK", "[TMT6plex]-ATPEILTCNSIGCLK[TMT6plex]"),
            (
                "<[Gln->pyro-Glu]@N-term:Q><[Oxidation]@W,C-term:G>QATPEILTWCNSIGCLKG",
                "[Gln->pyro-Glu]-QATPEILTW[Oxidation]CNSIGCLKG-[Oxidation]"
            ),
        ])
    func otherSpellings(text: String, written: String) throws {
        let read = try ProForma.read(text).peptidoform
        #expect(ProForma.write(read) == written)
        #expect(try ProForma.read(written).peptidoform == read)
    }

    @Test("masses are those of the modifications read")
    func mass() throws {
        let plain = try ProForma.read("EMEVEESPEK").peptidoform
        let modified = try ProForma.read("EM[Oxidation]EVEES[Phospho]PEK/2").peptidoform
        #expect(isClose(modified.massDaltons - plain.massDaltons, 15.994915 + 79.966331, within: 1e-5))
    }

    @Test(
        "parts of ProForma that are not read are named with their column",
        arguments: [
            ("{Glycan:Hex}EMEVNESPEK", "a labile modification", 1),
            ("[Phospho]?EMEVTSESPEK", "a modification without a place", 10),
            ("[Phospho]^2?[Acetyl]-EMEVTSESPEK", "a modification without a place", 10),
            ("EMEVT[#g1]S[#g1]ES[Phospho#g1]PEK", "a cross-link or an ambiguous place ('#')", 7),
            ("PROT(EOSFORMS)[+19.0523]ISK", "an ambiguous part of the sequence", 5),
            ("(?DQ)NGTWEMESNENFEGYMK", "an ambiguous part of the sequence", 1),
            ("<13C>ATPEILTVNSIGQLK", "an isotope label for the whole peptide", 1),
            ("EMEVTK[XLMOD:02001#XL1]SESPEK[#XL1]", "a cross-link or an ambiguous place ('#')", 8),
            ("SEK[XLMOD:02001]UENCE", "a tag of the vocabulary 'XLMOD'", 5),
            ("SEKUENCE//EMEVTK", "a cross-link or branch ('//')", 9),
            ("ELVIS[Phospho|+79.966331]K", "a tag with several values ('|')", 7),
            ("ELV[info:AnyString]IS", "a tag of the vocabulary 'info'", 5),
            ("EM[MOD:00719]EVK", "a tag of the vocabulary 'MOD'", 4),
            ("NEEYN[GNO:G59626AS]K", "a tag of the vocabulary 'GNO'", 7),
            ("SEQUEN[Glycan:HexNAc1Hex2]CE", "a tag of the vocabulary 'Glycan'", 8),
            ("EM[Obs:+15.995]K", "a tag of the vocabulary 'Obs'", 4),
            ("VAEINPSNGGTT/2[1Na+,1H+]", "a list of adducts", 15),
            ("EMEVEESPEK/2+ELVISLIVER/3", "more than one peptidoform", 13),
        ])
    func unsupported(text: String, feature: String, column: Int) throws {
        let error = try #require(throws: ProFormaError.self) { try ProForma.read(text) }
        #expect(error == .unsupported(feature: feature, text: text, column: column))
        #expect(error.description.contains("column \(column)"))
    }

    @Test("what is not ProForma is refused with its column")
    func malformed() {
        #expect(throws: ProFormaError.unexpectedEnd(text: "", expected: "a residue")) { try ProForma.read("") }
        #expect(throws: ProFormaError.unexpectedEnd(text: "A[+1]-", expected: "a residue or modification")) {
            try ProForma.read("A[+1]-")
        }
        #expect(throws: ProFormaError.unclosed(bracket: "[", text: "AM[Oxidation", column: 3)) {
            try ProForma.read("AM[Oxidation")
        }
        #expect(throws: ProFormaError.unexpected(character: "p", text: "PEpTIDE", column: 3)) {
            try ProForma.read("PEpTIDE")
        }
        #expect(throws: ProFormaError.unexpected(character: ">", text: "<[TMT6plex]>AA", column: 12)) {
            try ProForma.read("<[TMT6plex]>AA")
        }
        #expect(throws: ProFormaError.residueWithoutMass(letter: "X", text: "RTAAX[+367.0537]WT", column: 5)) {
            try ProForma.read("RTAAX[+367.0537]WT")
        }
        for (text, column) in [("PEK/", 5), ("PEK/0", 5), ("PEK/-2", 5), ("PEK/101", 5)] {
            #expect(throws: ProFormaError.badCharge(text: text, column: column)) { try ProForma.read(text) }
        }
        #expect(throws: ProFormaError.unexpected(character: "/", text: "PEK/1/1", column: 6)) {
            try ProForma.read("PEK/1/1")
        }
    }

    @Test("an unknown modification names its column and similar names")
    func unknownModification() {
        let unknown = ModificationError.unknownName(name: "Oxydation", candidates: ["Oxidation"])
        #expect(throws: ProFormaError.modification(unknown, text: "EM[Oxydation]K", column: 4)) {
            try ProForma.read("EM[Oxydation]K")
        }
    }

    @Test("a place is not modified by a global modification and by itself")
    func modifiedTwice() {
        let text = "<[Carbamidomethyl]@C>AC[Carbamidomethyl]K"
        #expect(throws: ProFormaError.modifiedTwice(name: "Carbamidomethyl", text: text)) { try ProForma.read(text) }
    }
}
