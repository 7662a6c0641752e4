/// Numbers as people write them: plain decimals, no exponents, the shortest text that reads back to the same value.
enum DecimalText {
    /// Reads digits with an optional sign and decimal point; `nil` for anything else (exponents, `nan`, hexadecimal).
    static func parse(_ text: some StringProtocol) -> Double? {
        var hasDigit = false
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "."): continue
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                if offset > 0 { return nil }
            default: return nil
            }
        }
        guard hasDigit, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The shortest plain decimal that reads back to the same value: `10`, `0.02`, `0.00001`.
    static func shortest(_ value: Double) -> String {
        let text = expanded(value.magnitude.description)
        let plain = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return value < 0 ? "-" + plain : plain
    }

    /// As ``shortest(_:)``, with a sign in front of positive numbers too.
    static func signed(_ value: Double) -> String { value < 0 ? shortest(value) : "+" + shortest(value) }

    /// Moves the decimal point of a text such as `1.5e-05` by its exponent.
    private static func expanded(_ text: String) -> String {
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let mantissa = parts[0].split(separator: ".")
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - whole.count) + whole + fraction }
        let zeros = max(0, exponent - fraction.count)
        let digits = fraction + String(repeating: "0", count: zeros)
        return whole + digits.prefix(exponent) + (digits.count > exponent ? "." + digits.dropFirst(exponent) : "")
    }
}
