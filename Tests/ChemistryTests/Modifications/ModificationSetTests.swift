import Chemistry
import Testing

@Suite struct ModificationSetTests {
    static func specifications(_ texts: [String]) throws -> [ModificationSpecification] {
        try texts.map { try ModificationSpecification(parsing: $0) }
    }

    static func set(fixed: [String], variable: [String]) throws -> ModificationSet {
        try ModificationSet(fixed: specifications(fixed), variable: specifications(variable))
    }

    @Test("modifications of different places go together")
    func accepts() throws {
        let set = try Self.set(
            fixed: ["Carbamidomethyl@C", "TMT6plex@K", "TMT6plex@N-term"],
            variable: ["Oxidation@M", "Acetyl@protein-N-term", "Phospho@STY", "Gln->pyro-Glu@N-term:Q"])
        #expect(set.fixed.count == 3 && set.variable.count == 4)
    }

    @Test("two fixed modifications on one place contradict each other")
    func refusesTwoFixed() throws {
        let both = try Self.specifications(["Carbamidomethyl@C", "Methylthio@C"])
        #expect(throws: ModificationSetError.twoFixed(both[0], both[1])) {
            try ModificationSet(fixed: both, variable: [])
        }
        let ends = try Self.specifications(["TMT6plex@N-term", "Acetyl@protein-N-term"])
        #expect(throws: ModificationSetError.twoFixed(ends[0], ends[1])) {
            try ModificationSet(fixed: ends, variable: [])
        }
    }

    @Test("a modification is not fixed and variable on one place")
    func refusesFixedAndVariable() throws {
        let fixed = try Self.specifications(["Oxidation@M"])
        let variable = try Self.specifications(["UNIMOD:35@MW"])
        let error = try #require(throws: ModificationSetError.self) {
            try ModificationSet(fixed: fixed, variable: variable)
        }
        #expect(error == .fixedAndVariable(fixed[0], variable[0]))
        #expect(error.description.contains("'Oxidation@MW' is variable, but 'Oxidation@M' is fixed"))
    }

    @Test("a variable modification named twice is refused, another one on the place is not")
    func refusesRepeats() throws {
        let twice = try Self.specifications(["Phospho@ST", "Phospho@TY"])
        #expect(throws: ModificationSetError.repeated(twice[0], twice[1])) {
            try ModificationSet(fixed: [], variable: twice)
        }
        #expect(try Self.set(fixed: [], variable: ["Acetyl@K", "Methyl@K"]).variable.count == 2)
    }

    @Test("fixed modifications of residues are in the residue masses, those of termini are not")
    func residueMasses() throws {
        let masses = try Self.set(fixed: ["Carbamidomethyl@C", "TMT6plex@N-term"], variable: []).residueMasses
        // Carbamidomethylated cysteine residue: 160.030649 Da (103.009185 + 57.021464).
        #expect(isClose(masses[UInt8(ascii: "C")], 160.030649, within: 2e-6))
        #expect(masses[UInt8(ascii: "A")] == ResidueMasses.unmodified[UInt8(ascii: "A")])
        #expect(ModificationSet.none.residueMasses == .unmodified)
    }

    @Test("fixed modifications are placed from the N-terminus to the C-terminus")
    func fixedPlaces() throws {
        let set = try Self.set(fixed: ["Carbamidomethyl@C", "TMT6plex@N-term", "TMT6plex@K"], variable: [])
        let placed = set.fixedModifications(on: Array("ACKC".utf8), beginsProtein: false, endsProtein: false)
        #expect(placed.map(\.location) == [.nTerminus, .residue(1), .residue(2), .residue(3)])
        #expect(placed.map(\.definition.name) == ["TMT6plex", "Carbamidomethyl", "TMT6plex", "Carbamidomethyl"])
    }
}
