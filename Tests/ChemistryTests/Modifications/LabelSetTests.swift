import Chemistry
import Testing

@Suite struct LabelSetTests {
    private static let silac = [("heavy", ["Label:13C(6)15N(2)@K", "Label:13C(6)15N(4)@R"])]

    private static func set(
        _ labels: [(String, [String])], fixed: [String] = [], variable: [String] = []
    ) throws -> ModificationSet {
        try ModificationSet(
            fixed: ModificationSetTests.specifications(fixed), variable: ModificationSetTests.specifications(variable),
            labels: labels.map { LabelSet(name: $0.0, modifications: try ModificationSetTests.specifications($0.1)) })
    }

    /// Where the error is, and what it says.
    private static func error(
        _ labels: [(String, [String])], fixed: [String] = [], variable: [String] = []
    ) throws -> (set: Int, label: Int?, text: String) {
        let thrown = try #require(throws: ModificationSetError.self) {
            try set(labels, fixed: fixed, variable: variable)
        }
        guard case .label(let error) = thrown else { throw thrown }
        return (error.set, error.label, "\(thrown)")
    }

    @Test("labels go beside other modifications of the same residue")
    func accepts() throws {
        let set = try Self.set(Self.silac, fixed: ["TMT6plex@K"], variable: ["GG@K", "Methyl@KR"])
        #expect(set.labels.map(\.name) == ["heavy"])
        let lysine = UInt8(ascii: "K")
        #expect(set.residueMasses[lysine] == (try Self.set([], fixed: ["TMT6plex@K"])).residueMasses[lysine])
    }

    @Test("a set says what it adds to residues and ends, and where its labels sit")
    func masses() throws {
        let labels = try Self.set([("all", ["Label:13C(6)@KR", "Dimethyl:2H(4)@N-term"])]).labels[0]
        // Six times 13C - 12C, 1.0033548378 Da.
        #expect(isClose(labels.massDaltons(onResidue: UInt8(ascii: "K")), 6.020129, within: 1e-6))
        #expect(labels.massDaltons(onResidue: UInt8(ascii: "A")) == 0)
        #expect(isClose(labels.massDaltons(at: .peptideNTerm), 32.056407, within: 1e-6))
        #expect(labels.massDaltons(at: .peptideCTerm) == 0)
        let placed = labels.modifications(on: Array("KAR".utf8), beginsProtein: false, endsProtein: false)
        #expect(Set(placed.map(\.location)) == [.nTerminus, .residue(0), .residue(2)])
    }

    @Test("a name given twice and a set without labels are refused")
    func sets() throws {
        let twice = try Self.error(Self.silac + [("heavy", ["Label:2H(4)@K"])])
        #expect(twice.set == 1 && twice.label == nil)
        #expect(twice.text == "Two label sets are called 'heavy'; name each once.")
        let empty = try Self.error([("light", [])])
        #expect(empty.set == 0 && empty.text.hasPrefix("The label set 'light' has no labels; "))
    }

    @Test("sets of the same masses are refused, whatever their names say")
    func sameMasses() throws {
        let same = try Self.error(Self.silac + [("other", ["Label:13C(6)15N(4)@R", "+8.014199@K"])])
        #expect(same.set == 1)
        #expect(
            same.text
                == "The label sets 'heavy' and 'other' weigh the same, so that nothing tells them apart; keep one.")
        #expect(try Self.set(Self.silac + [("half", ["Label:13C(6)15N(2)@K"])]).labels.count == 2)
        // 2H(4) and 13C(4) differ by 12 mDa.
        #expect(try Self.set([("one", ["Label:2H(4)@K"]), ("two", ["+4.013419@K"])]).labels.count == 2)
        #expect(try Self.set([("one", ["Label:18O(2)@C-term"]), ("two", ["Label:18O(1)@C-term"])]).labels.count == 2)
    }

    @Test("two labels of one set on one place are refused, the same one twice too")
    func samePlace() throws {
        let two = try Self.error([("heavy", ["Label:13C(6)@KR", "Label:2H(4)@K"])])
        #expect(two.set == 0 && two.label == 1)
        #expect(two.text.hasPrefix("The labels 'Label:13C(6)@KR' and 'Label:2H(4)@K' of one set claim the same place"))
        #expect(try Self.error([("heavy", ["Label:13C(6)@K", "Label:13C(6)@K"])]).label == 1)
    }

    @Test("a label that is fixed or variable on the same place is refused")
    func repeated() throws {
        let fixed = try Self.error(Self.silac, fixed: ["Label:13C(6)15N(4)@R"])
        #expect(fixed.set == 0 && fixed.label == 1)
        #expect(
            fixed.text
                == "'Label:13C(6)15N(4)@R' is a label, but 'Label:13C(6)15N(4)@R' is fixed on the same place; keep one of "
                + "them.")
        let variable = try Self.error(Self.silac, variable: ["Oxidation@M", "Label:13C(6)15N(2)@KL"])
        #expect(variable.label == 0)
        #expect(variable.text.contains("but 'Label:13C(6)15N(2)@KL' is variable on the same place"))
    }

    @Test(
        "isotope labels change no element, reagents do, and of a mass nothing is known",
        arguments: [
            ("Label:13C(6)15N(2)", false), ("Label:18O(1)", false), ("Label:2H(4)", false), ("Dimethyl:2H(4)", true),
            ("Acetyl:2H(3)", true), ("TMT6plex", true), ("Oxidation", true), ("+8.014199", false),
            ("Formula:[13C6]C-6", false),
        ])
    func elements(_ name: String, _ changes: Bool) throws {
        #expect(try ModificationName.definition(for: name).changesElements == changes)
    }

    @Test("beside variable modifications a set has the labels that are part of a residue alone")
    func labels() throws {
        let set = LabelSet(
            name: "all",
            modifications: try ModificationSetTests.specifications([
                "Label:13C(6)@R", "Dimethyl:2H(4)@K", "Dimethyl:2H(4)@N-term", "Label:18O(1)@C-term",
            ]))
        // Six times 13C - 12C, 1.0033548378 Da.
        #expect(isClose(set.massDaltons(onModifiedResidue: UInt8(ascii: "R")), 6.020129, within: 1e-6))
        #expect(set.massDaltons(onModifiedResidue: UInt8(ascii: "K")) == 0)
        let everywhere: Set<ModificationLocation> = [.nTerminus, .residue(0), .residue(1), .cTerminus]
        func places(_ modified: Set<ModificationLocation>) -> [ModificationLocation] {
            set.modifications(
                on: Array("KRK".utf8), beginsProtein: false, endsProtein: false, modified: modified
            ).map(\.location).sorted()
        }
        #expect(places([]) == [.nTerminus, .residue(0), .residue(1), .residue(2), .cTerminus])
        #expect(places(everywhere) == [.residue(1), .residue(2)])
    }
}
