import Chemistry
import Testing

@Suite struct ModificationTableTests {
    /// Accession, name and monoisotopic delta in Da as Unimod publishes them (unimod.org, "Mono. mass").
    static let published: [(accession: Int, name: String, massDaltons: Double)] = [
        (1, "Acetyl", 42.010565), (2, "Amidated", -0.984016), (3, "Biotin", 226.077598),
        (4, "Carbamidomethyl", 57.021464), (5, "Carbamyl", 43.005814), (6, "Carboxymethyl", 58.005479),
        (7, "Deamidated", 0.984016), (10, "Met->Hse", -29.992806), (11, "Met->Hsl", -48.003371),
        (17, "NIPCAM", 99.068414), (21, "Phospho", 79.966331), (23, "Dehydrated", -18.010565),
        (24, "Propionamide", 71.037114), (26, "Pyro-carbamidomethyl", 39.994915), (27, "Glu->pyro-Glu", -18.010565),
        (28, "Gln->pyro-Glu", -17.026549), (30, "Cation:Na", 21.981943), (31, "Pyridylethyl", 105.057849),
        (34, "Methyl", 14.015650), (35, "Oxidation", 15.994915), (36, "Dimethyl", 28.031300),
        (37, "Trimethyl", 42.046950), (39, "Methylthio", 45.987721), (40, "Sulfo", 79.956815), (41, "Hex", 162.052824),
        (42, "Lipoyl", 188.032956), (43, "HexNAc", 203.079373), (44, "Farnesyl", 204.187801),
        (45, "Myristoyl", 210.198366), (46, "PyridoxalPhosphate", 229.014009), (47, "Palmitoyl", 238.229666),
        (48, "GeranylGeranyl", 272.250401), (49, "Phosphopantetheine", 340.085794), (52, "Guanidinyl", 42.021798),
        (55, "Glutathione", 305.068156), (56, "Acetyl:2H(3)", 45.029395), (58, "Propionyl", 56.026215),
        (64, "Succinyl", 100.016044), (92, "NHS-LC-Biotin", 339.161662), (108, "Nethylmaleimide", 125.047679),
        (121, "GG", 114.042927), (122, "Formyl", 27.994915), (188, "Label:13C(6)", 6.020129),
        (193, "Label:18O(2)", 4.008491), (199, "Dimethyl:2H(4)", 32.056407), (213, "ADP-Ribosyl", 541.061110),
        (214, "iTRAQ4plex", 144.102063), (258, "Label:18O(1)", 2.004246), (259, "Label:13C(6)15N(2)", 8.014199),
        (267, "Label:13C(6)15N(4)", 10.008269), (268, "Label:13C(5)15N(1)", 6.013809),
        (269, "Label:13C(9)15N(1)", 10.027228), (275, "Nitrosyl", 28.990164), (280, "Ethyl", 28.031300),
        (295, "dHex", 146.057909), (298, "Methyl:2H(3)", 17.034480), (299, "Carboxy", 43.989829),
        (312, "Cysteinyl", 119.004099), (330, "Dimethyl:2H(6)13C(2)", 36.075670), (345, "Trioxidation", 47.984744),
        (350, "Trp->Hydroxykynurenin", 19.989829), (351, "Trp->Kynurenin", 3.994915), (352, "Lys->Allysine", -1.031634),
        (354, "Nitro", 44.985078), (359, "Pro->pyro-Glu", 13.979265), (368, "Cys->Dha", -33.987721),
        (374, "Dehydro", -1.007825), (378, "Carboxyethyl", 72.021129), (379, "Hypusine", 87.068414),
        (385, "Ammonia-loss", -17.026549), (392, "Quinone", 29.974179), (401, "Didehydro", -2.015650),
        (405, "Phosphoadenosine", 329.052520), (421, "Sulfide", 31.972071), (425, "Dioxidation", 31.989829),
        (426, "Octanoyl", 126.104465), (481, "Label:2H(4)", 4.025107), (510, "Dimethyl:2H(4)13C(2)", 34.063117),
        (530, "Cation:K", 37.955882), (535, "LRGG", 383.228103), (695, "Label:13C(6)15N(1)", 7.017164),
        (730, "iTRAQ8plex", 304.205360), (737, "TMT6plex", 229.162932), (738, "TMT2plex", 225.155833),
        (739, "TMT", 224.152478), (747, "Malonyl", 86.000394), (765, "Met-loss", -131.040485),
        (766, "Met-loss+Acetyl", -89.029920), (793, "Hex(1)HexNAc(1)", 365.132196), (950, "Cation:Li", 6.008178),
        (951, "Cation:Ca[II]", 37.946941), (952, "Cation:Fe[II]", 53.919289), (956, "Cation:Mg[II]", 21.969392),
        (989, "Ammonium", 17.026549), (1289, "Butyryl", 70.041865), (1303, "NeuAc", 291.095417),
        (1363, "Crotonyl", 68.026215), (1848, "Glutaryl", 114.031694), (1849, "hydroxyisobutyryl", 86.036779),
        (2016, "TMTpro", 304.207146), (2017, "TMTpro_zero", 295.189592), (2114, "Lactylation", 72.021129),
        (136, "Benzoyl", 104.026215), (254, "Delta:H(2)C(2)", 26.015650),
    ]

    @Test("masses from compositions agree with Unimod's", arguments: published)
    func publishedMasses(accession: Int, name: String, massDaltons: Double) throws {
        let definition = try #require(ModificationTable.definition(unimodAccession: accession))
        #expect(definition.name == name)
        #expect(isClose(definition.massDaltons, massDaltons, within: 1e-5))
    }

    @Test("every modification of the table has a published mass to agree with")
    func completeness() {
        #expect(ModificationTable.all.compactMap(\.unimodAccession) == Self.published.map(\.accession).sorted())
    }

    @Test("every modification is found by its name in any letter case", arguments: ModificationTable.all)
    func byName(definition: ModificationDefinition) {
        #expect(ModificationTable.definition(named: definition.name.uppercased()) == definition)
        #expect(!definition.usualSites.isEmpty)
    }

    @Test("phospho loses phosphoric acid from serine and threonine, not from tyrosine")
    func phosphoLoss() throws {
        let phospho = try #require(ModificationTable.definition(named: "Phospho"))
        for letter in "ST".utf8 {
            let losses = phospho.neutralLosses(fromResidue: letter)
            #expect(losses.count == 1)
            #expect(isClose(losses[0].massDaltons, 97.976896, within: 1e-5))
        }
        #expect(phospho.neutralLosses(fromResidue: UInt8(ascii: "Y")).isEmpty)
    }

    @Test("oxidised methionine, and no other residue, loses methanesulfenic acid")
    func oxidationLoss() throws {
        let oxidation = try #require(ModificationTable.definition(named: "Oxidation"))
        #expect(
            isClose(oxidation.neutralLosses(fromResidue: UInt8(ascii: "M"))[0].massDaltons, 63.998285, within: 1e-5))
        #expect(oxidation.neutralLosses(fromResidue: UInt8(ascii: "W")).isEmpty)
    }
}
