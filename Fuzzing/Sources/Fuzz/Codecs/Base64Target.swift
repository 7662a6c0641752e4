internal import Foundation
internal import SpectrumIO

extension FuzzTarget {
    /// Base64 text against a decoder that goes digit by digit, and bytes there and back.
    static let base64 = FuzzTarget(
        name: "base64",
        seeds: {
            ["empty": [], "padded": Array("TW9zZQ==".utf8), "folded": Array(" AAECAwQFBgcI\r\nCQoLDA0ODw==\n".utf8)]
        },
        check: { bytes in
            checkEncoding(of: bytes)
            checkDecoding(of: bytes)
        })

    private static func checkEncoding(of bytes: [UInt8]) {
        let text = Base64.encode(bytes)
        require(text == Data(bytes).base64EncodedString(), "the text is not that of Foundation")
        var decoded: [UInt8] = []
        guard let count = try? Base64.decode(Array(text.utf8), into: &decoded) else { stop("own text is refused") }
        require(Array(decoded[..<count]) == bytes, "own text comes back as other bytes")
    }

    private static func checkDecoding(of text: [UInt8]) {
        var decoded: [UInt8] = []
        let expected = reference(text)
        do throws(Base64.Failure) {
            let count = try Base64.decode(text, into: &decoded)
            require(Array(decoded[..<count]) == expected, "text is decoded that should give \(expected as Any)")
        } catch {
            require(error.offset <= text.count, "a failure lies behind the text")
            require(expected == nil, "text is refused that is base64: \(error)")
        }
    }

    /// Decodes digit by digit: white space anywhere, at the end as much padding as fills the group or less, nothing
    /// after it, and no single digit left over.
    private static func reference(_ text: [UInt8]) -> [UInt8]? {
        let characters = text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let digits = characters.prefix { $0 != UInt8(ascii: "=") }
        let padding = characters[digits.endIndex...]
        let left = digits.count % 4
        guard left != 1, padding.allSatisfy({ $0 == UInt8(ascii: "=") }), padding.count <= (left == 0 ? 0 : 4 - left)
        else { return nil }
        var bytes: [UInt8] = []
        var bits = 0
        for (index, digit) in digits.enumerated() {
            guard let value = values[digit] else { return nil }
            bits = (bits << 6 | value) & 0xFFFFFF
            // After two, three and four digits of a group another byte is complete.
            if index % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * (index % 4)))) }
        }
        return bytes
    }

    private static let values: [UInt8: Int] = Dictionary(
        uniqueKeysWithValues: zip(
            Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8), 0...))
}
