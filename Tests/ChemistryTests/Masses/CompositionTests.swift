import Chemistry
import Testing

@Suite struct CompositionTests {
    @Test("glucose weighs what the literature says")
    func glucoseMass() throws {
        // PubChem CID 5793: monoisotopic mass 180.06338810 Da.
        #expect(isClose(try Composition(formula: "C6H12O6").monoisotopicMass, 180.06338810, within: 1e-7))
    }

    @Test("atoms add, subtract and cancel")
    func arithmetic() throws {
        let glycine = try Composition(formula: "C2H5NO2")
        #expect(glycine - .water == (try Composition(formula: "C2H3NO")))
        #expect((glycine - glycine).isEmpty)
        #expect(glycine * 2 == glycine + glycine)
        var sum = glycine
        sum += .ammonia
        #expect(sum[.hydrogen] == 8)
    }

    @Test(
        "formulas of the ProForma grammar are read, whatever their order and blanks",
        arguments: [
            ("NH3", [Element.nitrogen: 1, .hydrogen: 3]), ("H1H1H1N1", [.nitrogen: 1, .hydrogen: 3]),
            ("C12 H20 O2", [.carbon: 12, .hydrogen: 20, .oxygen: 2]),
            ("HN-1O2", [.hydrogen: 1, .nitrogen: -1, .oxygen: 2]),
            ("[13C2][12C-2]H2N", [.carbon13: 2, .carbon: -2, .hydrogen: 2, .nitrogen: 1]),
            ("[13C2]C-2H2N", [.carbon13: 2, .carbon: -2, .hydrogen: 2, .nitrogen: 1]),
            ("[15N1]H3", [.nitrogen15: 1, .hydrogen: 3]), ("Zn1", [.zinc: 1]),
            ("[2H3]CH-1", [.deuterium: 3, .carbon: 1, .hydrogen: -1]),
        ])
    func readsFormulas(formula: String, counts: [Element: Int]) throws {
        #expect(try Composition(formula: formula) == Composition(counts))
    }

    @Test("a formula that is printed reads back", arguments: ["C2H3NO", "H-2O-1", "C-6[13C6]", "HO3P", "C5H9Se"])
    func printsFormulas(formula: String) throws {
        let composition = try Composition(formula: formula)
        #expect(composition.description == formula)
        #expect(try Composition(formula: composition.description) == composition)
    }

    @Test("wrong formulas name the column")
    func refusesWrongFormulas() {
        #expect(throws: FormulaError.empty) { try Composition(formula: " ") }
        #expect(throws: FormulaError.unknownElement(symbol: "Ht", formula: "CHt1", column: 2)) {
            try Composition(formula: "CHt1")
        }
        #expect(throws: FormulaError.unexpected(character: "1", formula: "15N1", column: 1)) {
            try Composition(formula: "15N1")
        }
        #expect(throws: FormulaError.unclosedIsotope(formula: "[15NH3", column: 1)) {
            try Composition(formula: "[15NH3")
        }
        #expect(throws: FormulaError.countOutOfRange(text: "0", formula: "CH0", column: 3)) {
            try Composition(formula: "CH0")
        }
        #expect(throws: FormulaError.unexpected(character: "é", formula: "Cé", column: 2)) {
            try Composition(formula: "Cé")
        }
    }
}
