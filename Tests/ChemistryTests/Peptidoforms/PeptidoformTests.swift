import Chemistry
import Testing

@Suite struct PeptidoformTests {
    static func modification(_ name: String, _ location: ModificationLocation) throws -> LocalisedModification {
        LocalisedModification(location: location, definition: try ModificationName.definition(for: name))
    }

    @Test("mass and m/z are those of the sequence and its modifications")
    func mass() throws {
        let peptidoform = try Peptidoform(
            sequence: Array("PEPTMIDE".utf8),
            modifications: [Self.modification("Oxidation", .residue(4)), Self.modification("Acetyl", .nTerminus)])
        // 799.359964 (PEPTIDE) + 131.040485 (M) + 15.994915 + 42.010565
        #expect(isClose(peptidoform.massDaltons, 988.405929, within: 3e-6))
        #expect(isClose(peptidoform.mz(charge: 2), 495.210241, within: 3e-6))
        #expect(isClose(peptidoform.modificationMass(at: .residue(4)), 15.994915, within: 1e-6))
        #expect(peptidoform.modificationMass(at: .residue(0)) == 0)
    }

    @Test("the order in which modifications are given does not matter")
    func order() throws {
        let some = [
            try Self.modification("Amidated", .cTerminus), try Self.modification("Phospho", .residue(1)),
            try Self.modification("Acetyl", .nTerminus), try Self.modification("Oxidation", .residue(0)),
            try Self.modification("Methyl", .residue(0)),
        ]
        let one = try Peptidoform(sequence: Array("MSK".utf8), modifications: some)
        let other = try Peptidoform(sequence: Array("MSK".utf8), modifications: some.reversed())
        #expect(one == other && one.massDaltons == other.massDaltons)
        #expect(one.description == "[Acetyl]-M[Methyl][Oxidation]S[Phospho]K-[Amidated]")
    }

    @Test("letters without a mass, and modifications outside the sequence, are refused with their place")
    func refuses() throws {
        #expect(throws: PeptidoformError.empty) { try Peptidoform(sequence: []) }
        let error = try #require(throws: PeptidoformError.self) { try Peptidoform(sequence: Array("PEXTIDE".utf8)) }
        #expect(error == .residueWithoutMass(letter: UInt8(ascii: "X"), index: 2, sequence: "PEXTIDE"))
        #expect(error.description.contains("Residue 3 of 'PEXTIDE' is 'X'"))
        for index in [-1, 3] {
            let outside = try Self.modification("Oxidation", .residue(index))
            #expect(throws: PeptidoformError.outside(name: "Oxidation", index: index, sequence: "AMK")) {
                try Peptidoform(sequence: Array("AMK".utf8), modifications: [outside])
            }
        }
    }
}
