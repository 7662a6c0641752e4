import Chemistry
import Testing

@Suite struct ResidueMassesTests {
    /// Residue masses of the letters as Matrix Science lists them (Mascot help, "Amino acid reference data"), U and O
    /// from Unimod's amino acid table and the composition in Science 296 (2002) 1462.
    static let published: [(Character, Double)] = [
        ("A", 71.037114), ("C", 103.009185), ("D", 115.026943), ("E", 129.042593), ("F", 147.068414),
        ("G", 57.021464), ("H", 137.058912), ("I", 113.084064), ("K", 128.094963), ("L", 113.084064),
        ("M", 131.040485), ("N", 114.042927), ("P", 97.052764), ("Q", 128.058578), ("R", 156.101111),
        ("S", 87.032028), ("T", 101.047679), ("V", 99.068414), ("W", 186.079313), ("Y", 163.063329),
        ("U", 150.953633), ("O", 237.147727),
    ]

    @Test("every residue weighs what is published", arguments: published)
    func publishedMasses(letter: Character, massDaltons: Double) throws {
        let byte = try #require(letter.asciiValue)
        #expect(isClose(ResidueMasses.unmodified[byte], massDaltons, within: 3e-6))
        #expect(AminoAcid(rawValue: byte)?.monoisotopicMass == ResidueMasses.unmodified[byte])
    }

    @Test("J has the mass of leucine; B, X, Z, stop and lower case have none")
    func ambiguousLetters() {
        let masses = ResidueMasses.unmodified
        #expect(masses[UInt8(ascii: "J")] == masses[UInt8(ascii: "I")])
        for letter in "BXZ*ak-".utf8 { #expect(!masses.hasMass(letter)) }
        #expect((0...255).filter { masses.hasMass(UInt8($0)) }.count == 23)
    }

    @Test("a peptide is its residues and water, and has no mass with an ambiguous letter in it")
    func peptideMass() throws {
        let masses = ResidueMasses.unmodified
        // pyteomics 5.0.1: mass.fast_mass("PEPTIDE") = 799.359964.
        #expect(isClose(try #require(masses.peptideMass(of: "PEPTIDE".utf8)), 799.359964, within: 1e-6))
        #expect(masses.peptideMass(of: "PEPXIDE".utf8) == nil)
    }

    @Test("a mass added to a residue changes that residue alone")
    func addingMass() {
        let changed = ResidueMasses.unmodified.adding(57, to: UInt8(ascii: "C"))
        for byte in UInt8.min...UInt8.max where ResidueMasses.unmodified.hasMass(byte) {
            let added = changed[byte] - ResidueMasses.unmodified[byte]
            #expect(isClose(added, byte == UInt8(ascii: "C") ? 57 : 0, within: 1e-9))
        }
    }

    @Test("the buffer has the same 256 masses")
    func buffer() {
        ResidueMasses.unmodified.withUnsafeBufferPointer { buffer in
            #expect(buffer.count == 256)
            #expect(buffer[Int(UInt8(ascii: "G"))] == ResidueMasses.unmodified[UInt8(ascii: "G")])
            #expect(buffer[0].isNaN)
        }
    }
}
