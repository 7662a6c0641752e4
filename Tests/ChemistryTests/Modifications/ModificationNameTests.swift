import Chemistry
import Testing

@Suite struct ModificationNameTests {
    @Test(
        "name, prefixed name and accession are the same modification",
        arguments: ["Oxidation", "oxidation", "U:Oxidation", "UNIMOD:35", "unimod:35", "U:35"])
    func sameModification(text: String) throws {
        #expect(try ModificationName.definition(for: text).unimodAccession == 35)
    }

    @Test("names with colons and brackets are whole names", arguments: ["Label:13C(6)15N(2)", "Cation:Mg[II]"])
    func namesWithPunctuation(name: String) throws {
        #expect(try ModificationName.definition(for: name).name == name)
    }

    @Test("a mass has its sign, its value and no composition")
    func byMass() throws {
        let oxidation = try ModificationName.definition(for: "+15.994915")
        #expect(oxidation.massDaltons == 15.994915 && oxidation.name == "+15.994915" && oxidation.composition == nil)
        #expect(try ModificationName.definition(for: "-18.01").name == "-18.01")
        #expect(try ModificationName.definition(for: "U:+15.995").massDaltons == 15.995)
        #expect(try ModificationName.definition(for: "+0.00001").name == "+0.00001")
    }

    @Test("a formula gives composition and mass")
    func byFormula() throws {
        let definition = try ModificationName.definition(for: "Formula:C12H20O2")
        #expect(definition.name == "Formula:C12H20O2")
        // 12 x 12 + 20 x 1.00782503223 + 2 x 15.99491461957
        #expect(isClose(definition.massDaltons, 196.14632988, within: 1e-8))
    }

    @Test(
        "an unknown name comes back with similar ones",
        arguments: [
            ("Oxydation", ["Oxidation"]), ("Carbamidomethylation", ["Carbamidomethyl"]),
            ("Citrullination", ["Deamidated@R"]),
            ("Phosfo", ["Phospho"]), ("NEM", ["Nethylmaleimide"]), ("GlyGly", ["GG"]), ("TMTpro16plex", ["TMTpro"]),
            ("S-carboxamidomethyl-L-cysteine", []),
        ])
    func suggestions(name: String, candidates: [String]) {
        #expect(throws: ModificationError.unknownName(name: name, candidates: candidates)) {
            try ModificationName.definition(for: name)
        }
    }

    @Test("the beginning of a name finds its longer forms")
    func prefixSuggestions() throws {
        let error = try #require(throws: ModificationError.self) { try ModificationName.definition(for: "iTRAQ") }
        #expect(error == .unknownName(name: "iTRAQ", candidates: ["iTRAQ4plex", "iTRAQ8plex"]))
        #expect(error.description.contains("did you mean iTRAQ4plex or iTRAQ8plex?"))
    }

    @Test("wrong accessions, masses and formulas are refused as such")
    func refuses() {
        #expect(throws: ModificationError.unknownAccession("UNIMOD:99999")) {
            try ModificationName.definition(for: "UNIMOD:99999")
        }
        for text in ["+", "+1e3", "-nan", "+0", "+100000", "+-5"] {
            #expect(throws: ModificationError.badMass(text)) { try ModificationName.definition(for: text) }
        }
        #expect(throws: ModificationError.badFormula(.unknownElement(symbol: "Xx", formula: "Xx2", column: 1))) {
            try ModificationName.definition(for: "Formula:Xx2")
        }
        #expect(throws: ModificationError.badFormula(.empty)) { try ModificationName.definition(for: "Formula:C1C-1") }
    }
}
