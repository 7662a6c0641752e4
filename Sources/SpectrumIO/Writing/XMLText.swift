/// Text as XML 1.0 has it.
enum XMLText {
    /// The text for use in an attribute in double quotes. Characters that XML cannot hold (production 2) become U+FFFD.
    static func attribute(_ text: String) -> String {
        // Nearly every text is plain ASCII without a special character and is handed back as it is.
        if text.utf8.allSatisfy({ isPlain($0) }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(isHeld(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    /// Whether XML can hold a character that is no white space.
    static func isHeld(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }

    /// The text as an `xs:ID`: letters, digits, `.`, `-` and `_`, beginning with a letter or `_`.
    static func identifier(_ text: String) -> String {
        let safe = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
        guard let first = safe.first, first.isLetter || first == "_" else { return "_" + safe }
        return safe
    }
}
