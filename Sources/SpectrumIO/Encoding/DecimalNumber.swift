/// Reads decimal numbers from bytes, rounded correctly.
package enum DecimalNumber {
    /// The number that all of `bytes` spell (surrounding white space allowed), or `nil` where they spell none.
    ///
    /// A significand below 2^53 with a decimal exponent within +-22 is exact in one operation; everything else goes
    /// through the standard library.
    ///
    /// > Source: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990, doi:10.1145/93542.93557,
    /// > section 3 (the fast case).
    package static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let text = trimmed(bytes)
        return fastDouble(text) ?? slowDouble(text)
    }

    /// The integer that all of `bytes` spell (surrounding white space allowed), or `nil` where they spell none.
    package static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let text = trimmed(bytes)
        guard let first = text.first, text.count <= 19 else { return nil }
        let signed = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        let digits = signed ? UnsafeBufferPointer(rebasing: text.dropFirst()) : text
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            guard ASCII.isDigit(byte) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(byte &- 0x30))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return first == UInt8(ascii: "-") ? -value : value
    }

    /// `bytes` without white space at either end.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end, ASCII.isWhitespace(bytes[start]) { start &+= 1 }
        while end > start, ASCII.isWhitespace(bytes[end &- 1]) { end &-= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    private static func fastDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var position = 0
        let end = text.count
        let negative = end > 0 && text[0] == UInt8(ascii: "-")
        if negative || (end > 0 && text[0] == UInt8(ascii: "+")) { position = 1 }

        var significand: UInt64 = 0
        var digits = 0
        var exponent = 0
        while position < end, ASCII.isDigit(text[position]) {
            significand = significand &* 10 &+ UInt64(text[position] &- 0x30)
            digits &+= 1
            position &+= 1
        }
        if position < end, text[position] == UInt8(ascii: ".") {
            position &+= 1
            while position < end, ASCII.isDigit(text[position]) {
                significand = significand &* 10 &+ UInt64(text[position] &- 0x30)
                digits &+= 1
                exponent &-= 1
                position &+= 1
            }
        }
        guard digits > 0, digits <= 19, significand < 1 << 53 else { return nil }
        if position < end {
            guard let stated = explicitExponent(text, from: position) else { return nil }
            exponent += stated
        }
        guard exponent >= -22, exponent <= 22 else { return nil }
        let magnitude = Double(significand)
        let value = exponent < 0 ? magnitude / powersOfTen[-exponent] : magnitude * powersOfTen[exponent]
        return negative ? -value : value
    }

    /// The value of `e+12` and the like that runs from `start` to the end of `text`.
    private static func explicitExponent(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard text[start] | 0x20 == UInt8(ascii: "e"), text.count - start <= 6 else { return nil }
        return integer(UnsafeBufferPointer(rebasing: text[(start + 1)...]))
    }

    private static func slowDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard !text.isEmpty, !text.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
        return Double(String(decoding: text, as: UTF8.self))
    }
}
