/// An amount of memory or disk that a person writes and reads, such as `4 GB` or `1.5 GiB`.
///
/// kB, MB, GB and TB are powers of 1,000; KiB, MiB, GiB and TiB are powers of 1,024 (IEC 80000-13).
public struct ByteSize: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The amount in bytes.
    public let bytes: Int

    /// An amount given in bytes.
    /// - Precondition: `bytes` is not negative.
    public init(bytes: Int) {
        precondition(bytes >= 0, "an amount of memory must not be negative")
        self.bytes = bytes
    }

    /// Reads an amount: a decimal number, a unit, blanks between them or not. Case does not count.
    /// - Throws: ``ByteSizeError`` where the unit is missing or unknown, or the number is none or too large.
    public init(parsing text: String) throws(ByteSizeError) {
        let trimmed = text.drop(while: \.isWhitespace)
        let number = trimmed.prefix { ("0"..."9").contains($0) || $0 == "." }
        let unit = trimmed.dropFirst(number.count).filter { !$0.isWhitespace }
        guard let value = Double(number) else { throw .notANumber(text: text) }
        guard !unit.isEmpty else { throw .missingUnit(text: text) }
        guard let factor = Self.factors[unit.lowercased()] else { throw .unknownUnit(text: text, unit: unit) }
        guard let bytes = Int(exactly: (value * factor).rounded()) else { throw .tooLarge(text: text) }
        self.bytes = bytes
    }

    /// The amount in the largest decimal unit that it fills, to three digits: `4 GB`, `1.61 GB`, `512 MB`, `17 B`.
    public var description: String {
        // From 999.5 on, three digits are those of 1 in the next unit.
        let unit = Self.printedUnits.first { Double(bytes) >= 0.9995 * $0.factor }
        guard let unit else { return "\(bytes) B" }
        let value = Double(bytes) / unit.factor
        let step = value >= 100 ? 1.0 : value >= 10 ? 10.0 : 100.0
        let rounded = (value * step).rounded() / step
        let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
        return "\(text) \(unit.name)"
    }

    /// Orders by size.
    public static func < (first: ByteSize, second: ByteSize) -> Bool { first.bytes < second.bytes }

    private static let printedUnits: [(name: String, factor: Double)] = [
        ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3),
    ]
    private static let factors: [String: Double] = [
        "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
        "kib": 0x1p10, "mib": 0x1p20, "gib": 0x1p30, "tib": 0x1p40,
    ]
}

/// Why a text is not an amount of memory.
public enum ByteSizeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text does not begin with a decimal number.
    case notANumber(text: String)
    /// A bare number: bytes, megabytes and gigabytes are too easily confused.
    case missingUnit(text: String)
    /// The unit is none of those known.
    case unknownUnit(text: String, unit: String)
    /// More bytes than any machine has.
    case tooLarge(text: String)

    /// One sentence: what is wrong and what to write.
    public var description: String {
        switch self {
        case .notANumber(let text): "'\(text)' is not an amount of memory; write a number and a unit, such as 4 GB"
        case .missingUnit(let text): "'\(text)' lacks its unit; write for example \(text) MB or \(text) GB"
        case .unknownUnit(let text, let unit):
            "'\(text)' has the unknown unit '\(unit)'; use B, kB, MB, GB, TB, KiB, MiB, GiB or TiB"
        case .tooLarge(let text): "'\(text)' is more than can be addressed; write a smaller amount"
        }
    }
}
