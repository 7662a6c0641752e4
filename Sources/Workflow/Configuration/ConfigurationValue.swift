/// A value of a workflow file: what YAML can say, without its layout.
public indirect enum ConfigurationValue: Sendable, Hashable {
    /// `null`, `~` or nothing.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction or an exponent.
    case number(Double)
    /// Any other scalar, and every quoted one.
    case text(String)
    /// A sequence.
    case list([ConfigurationValue])
    /// A mapping with text keys.
    case mapping([String: ConfigurationValue])
}

extension ConfigurationValue: CustomStringConvertible {
    /// The value as one line of JSON with sorted keys: equal values give equal text, whatever their layout was.
    ///
    /// It is what fingerprints are made of, and it is YAML too.
    public var canonicalText: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .number(let value): Self.numberText(value)
        case .text(let value): Self.quoted(value)
        case .list(let elements): "[" + elements.map(\.canonicalText).joined(separator: ", ") + "]"
        case .mapping(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)): \($0.value.canonicalText)" }
                .joined(separator: ", ") + "}"
        }
    }

    /// The value as a person would write it in one line of YAML: text is quoted only where it has to be.
    public var description: String {
        switch self {
        case .null, .boolean, .integer, .number: canonicalText
        case .text(let value): Self.isPlain(value) ? value : Self.quoted(value)
        case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .mapping(let members):
            "{ "
                + members.sorted { $0.key < $1.key }.map { "\(Self.text($0.key)): \($0.value)" }
                .joined(separator: ", ") + " }"
        }
    }

    /// What kind of value it is, in words for a message: "a list", "the text 'abc'".
    package var inWords: String {
        switch self {
        case .null: "nothing (null)"
        case .boolean, .integer, .number: canonicalText
        case .text(let value): "'\(value)'"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension ConfigurationValue {
    /// A number that reads back to the same bits and cannot be taken for a whole number.
    private static func numberText(_ value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        return "\(value)"
    }

    /// A number as a person writes it, without `.0`; it reads back to the same bits.
    package static func plainText(of value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Text in double quotes, escaped by the rules JSON and YAML share.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// Whether text may stand without quotes in a flow collection and still be read as this text.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, ScalarResolution.value(ofPlain: text) == .text(text) else {
            return false
        }
        let letters = Unicode.Scalar("a").value...Unicode.Scalar("z").value
        let startsWell = letters.contains(first.value | 0x20) || ("0"..."9").contains(first) || first == "/"
        let isCalm = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "_-./+ %@".unicodeScalars.contains(scalar)
        }
        return startsWell && isCalm && !text.hasSuffix(" ")
    }
}
