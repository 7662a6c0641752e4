import SpectrumIO
import Testing

@Suite struct Base64Tests {
    /// RFC 4648 section 10.
    static let rfcVectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]

    private func decode(_ text: String) throws -> [UInt8] {
        var output: [UInt8] = []
        let count = try Base64.decode(Array(text.utf8), into: &output)
        return Array(output[..<count])
    }

    @Test("the vectors of RFC 4648 decode and encode", arguments: rfcVectors)
    func vectors(plain: String, encoded: String) throws {
        #expect(try decode(encoded) == Array(plain.utf8))
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
    }

    @Test("white space anywhere does not matter")
    func whitespace() throws {
        #expect(try decode(" Zm9\nv Ym\r\n\tFy \n") == Array("foobar".utf8))
        #expect(try decode("Zg = =") == Array("f".utf8))
    }

    @Test("missing padding does not matter")
    func unpadded() throws { #expect(try decode("Zm9vYg") == Array("foob".utf8)) }

    @Test("a character that does not belong is reported with its offset")
    func badCharacter() {
        #expect(throws: Base64.Failure(offset: 5, byte: UInt8(ascii: "*"))) { try decode("Zm9vY*Fy") }
        #expect(throws: Base64.Failure(offset: 4, byte: UInt8(ascii: "Z"))) { try decode("Zg==Zg==") }
        #expect(throws: Base64.Failure(offset: 2, byte: 0xC3)) { try decode("ZmÄv") }
    }

    @Test("text that ends in the middle of a byte is refused")
    func incomplete() { #expect(throws: Base64.Failure(offset: 5, byte: nil)) { try decode("Zm9vY") } }

    @Test("a buffer used again does not leak what it held")
    func reuse() throws {
        var output: [UInt8] = []
        _ = try Base64.decode(Array("Zm9vYmFy".utf8), into: &output)
        let count = try Base64.decode(Array("Zg==".utf8), into: &output)
        #expect(Array(output[..<count]) == Array("f".utf8))
    }
}
