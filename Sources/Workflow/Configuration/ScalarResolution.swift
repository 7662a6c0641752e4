/// Which value a YAML scalar without quotes stands for.
///
/// > Source: YAML 1.2.2, section 10.3.2 (core schema), without octal, so that `no`, `on` and `0123` stay text.
enum ScalarResolution {
    /// The value of a scalar that was written without quotes.
    static func value(ofPlain text: String) -> ConfigurationValue {
        switch text {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .boolean(true)
        case "false", "False", "FALSE": .boolean(false)
        default: number(text) ?? .text(text)
        }
    }

    private static func number(_ text: String) -> ConfigurationValue? {
        switch text {
        case ".inf", "+.inf": return .number(.infinity)
        case "-.inf": return .number(-.infinity)
        case ".nan": return .number(.nan)
        default: break
        }
        let unsigned = text.drop { $0 == "+" || $0 == "-" }
        guard text.count - unsigned.count <= 1, let first = unsigned.first, first.isASCII else { return nil }
        if unsigned.allSatisfy({ ("0"..."9").contains($0) }) {
            // 0123 is an identifier more often than a number: keep its zeros.
            if first == "0", unsigned.count > 1 { return nil }
            return Int(text).map { .integer($0) }
        }
        let isDecimal = unsigned.allSatisfy { ("0"..."9").contains($0) || ".eE+-".contains($0) }
        guard isDecimal, ("0"..."9").contains(first) || first == "." else { return nil }
        return Double(text).map { .number($0) }
    }
}
