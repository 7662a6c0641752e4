import Chemistry
import Simulation
import Testing

@Suite struct ModificationStatesTests {
    private static func states(
        _ sequence: String, _ modifications: [(String, Double)], beginsProtein: Bool = false, endsProtein: Bool = false
    ) throws -> [(peptidoform: String, share: Double)] {
        let occupancies = try modifications.map {
            ModificationOccupancy(try ModificationSpecification(parsing: $0.0), occupancy: $0.1)
        }
        let residues = Array(sequence.utf8)
        return try ModificationStates(occupancies)
            .states(of: residues, beginsProtein: beginsProtein, endsProtein: endsProtein)
            .map { ("\(try Peptidoform(sequence: residues, modifications: $0.modifications))", $0.share) }
    }

    private static func expect(
        _ states: [(peptidoform: String, share: Double)], _ expected: [String: Double],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(Set(states.map(\.peptidoform)) == Set(expected.keys), sourceLocation: sourceLocation)
        #expect(states.count == expected.count, sourceLocation: sourceLocation)
        for state in states {
            #expect(
                isNear(state.share, expected[state.peptidoform] ?? -1, 1e-12), "\(state)",
                sourceLocation: sourceLocation)
        }
    }

    @Test("two methionines are oxidised independently of each other")
    func twoMethionines() throws {
        let states = try Self.states("AMGMK", [("Oxidation@M", 0.08)])
        Self.expect(
            states,
            [
                "AMGMK": 0.92 * 0.92, "AM[Oxidation]GMK": 0.08 * 0.92, "AMGM[Oxidation]K": 0.92 * 0.08,
                "AM[Oxidation]GM[Oxidation]K": 0.08 * 0.08,
            ])
        #expect(states.first?.peptidoform == "AMGMK")
    }

    @Test("no molecule has more than two incomplete modifications")
    func atMostTwo() throws {
        let states = try Self.states("MMMK", [("Oxidation@M", 0.5)])
        let (m, o) = ("M", "M[Oxidation]")
        // What would have been three stays with the first two.
        Self.expect(
            states,
            [
                m + m + m + "K": 0.125, o + m + m + "K": 0.125, m + o + m + "K": 0.125, m + m + o + "K": 0.125,
                o + o + m + "K": 0.25, o + m + o + "K": 0.125, m + o + o + "K": 0.125,
            ])
    }

    @Test("complete modifications are on every form, as often as they have places")
    func complete() throws {
        let states = try Self.states("CMCK", [("Carbamidomethyl@C", 1), ("Oxidation@M", 0.25)])
        Self.expect(
            states,
            [
                "C[Carbamidomethyl]MC[Carbamidomethyl]K": 0.75,
                "C[Carbamidomethyl]M[Oxidation]C[Carbamidomethyl]K": 0.25,
            ])
    }

    @Test("an incomplete modification takes the place of a complete one")
    func inPlace() throws {
        let modifications = [("TMT6plex@N-term", 1.0), ("TMT6plex@K", 1), ("Acetyl@protein-N-term", 0.6)]
        Self.expect(
            try Self.states("AGK", modifications, beginsProtein: true),
            ["[TMT6plex]-AGK[TMT6plex]": 0.4, "[Acetyl]-AGK[TMT6plex]": 0.6])
        Self.expect(try Self.states("AGK", modifications), ["[TMT6plex]-AGK[TMT6plex]": 1])
    }

    @Test("of two incomplete modifications of one place the second takes what the first leaves")
    func competing() throws {
        Self.expect(
            try Self.states("AGK", [("Acetyl@K", 0.5), ("Methyl@K", 0.4)]),
            ["AGK[Acetyl]": 0.5, "AGK[Methyl]": 0.2, "AGK": 0.3])
    }

    @Test("forms too rare to be seen are left out, and what does not occur is no form")
    func rare() throws {
        // Both together: 0.05 x 0.05 = 0.0025, below 0.3 %.
        Self.expect(
            try Self.states("MMK", [("Oxidation@M", 0.05), ("Phospho@STY", 0.1), ("Methyl@K", 0)]),
            ["MMK": 0.9025, "M[Oxidation]MK": 0.05, "MM[Oxidation]K": 0.0475])
        Self.expect(try Self.states("NGK", [("Deamidated@N", 0.002)]), ["NGK": 1])
    }

    @Test("the ends of the protein are modified only there")
    func ends() throws {
        let modifications = [("Acetyl@protein-N-term", 0.6), ("Amidated@protein-C-term", 1)]
        Self.expect(try Self.states("AGK", modifications, endsProtein: true), ["AGK-[Amidated]": 1])
        Self.expect(
            try Self.states("AGK", modifications, beginsProtein: true), ["AGK": 0.4, "[Acetyl]-AGK": 0.6])
    }

    @Test("shares add up to 1, whatever the modifications")
    func sum() throws {
        let modifications = [
            ("Oxidation@M", 0.4), ("Phospho@STY", 0.15), ("Deamidated@NQ", 0.07), ("Acetyl@protein-N-term", 0.6),
        ]
        for sequence in ["MSTYNQMSTYNQK", "MMMMMMMMMMR", "NQNQNQNQSTYK", "GGGGGK"] {
            for beginsProtein in [true, false] {
                let states = try Self.states(sequence, modifications, beginsProtein: beginsProtein)
                #expect(isNear(states.reduce(0) { $0 + $1.share }, 1, 1e-12))
                #expect(states.allSatisfy { $0.share > 0 })
                #expect(Set(states.map(\.peptidoform)).count == states.count)
            }
        }
    }
}
