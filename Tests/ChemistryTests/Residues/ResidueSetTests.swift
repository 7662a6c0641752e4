import Chemistry
import Testing

@Suite struct ResidueSetTests {
    @Test("a set knows its members and no other byte")
    func membership() {
        let set = ResidueSet([.tyrosine, .serine, .threonine])
        for byte in UInt8.min...UInt8.max { #expect(set.contains(byte) == "STY".utf8.contains(byte)) }
    }

    @Test("letters print in alphabetical order")
    func printing() {
        #expect(ResidueSet([.tyrosine, .serine, .threonine]).description == "STY")
        #expect(ResidueSet(AminoAcid.allCases).description == ResidueSet.allowedLetters)
    }

    @Test("an intersection has the common letters")
    func intersection() {
        let common = ResidueSet([.lysine, .arginine]).intersection(ResidueSet([.arginine, .proline]))
        #expect(common == ResidueSet([.arginine]))
        #expect(ResidueSet([.lysine]).intersection(ResidueSet([.proline])).isEmpty)
    }
}
