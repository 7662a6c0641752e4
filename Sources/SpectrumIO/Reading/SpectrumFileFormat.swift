/// The file formats this module reads and writes.
public enum SpectrumFileFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// PSI mzML 1.0 and 1.1, with or without index.
    case mzML
    /// mzXML 2.x and 3.x.
    case mzXML
    /// Mascot generic format.
    case mgf

    /// What names of such files end in, without the dot: `mzML`, `mzXML` or `mgf`.
    public var fileExtension: String { rawValue }

    /// Number of bytes at the start of a file that are looked at to find its format.
    static let probeByteCount = 1 << 20

    /// What ``detect(in:)`` looks for, for error messages.
    static let lookedFor =
        "an XML root element <mzML>, <indexedmzML> or <mzXML>, or a line BEGIN IONS in the first megabyte"

    /// Finds the format from the first bytes of the (uncompressed) content; the name of a file does not matter.
    static func detect(in start: [UInt8]) -> SpectrumFileFormat? {
        start.withUnsafeBufferPointer { bytes in
            guard let first = firstContent(of: bytes) else { return nil }
            if bytes[first] == UInt8(ascii: "<") { return detectXML(bytes, from: first) }
            return MGFLines.firstSpectrum(in: bytes) == nil ? nil : .mgf
        }
    }

    /// Position of the first byte that is neither a byte order mark nor white space.
    private static func firstContent(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return (start..<bytes.count).first { !ASCII.isWhitespace(bytes[$0]) }
    }

    private static func detectXML(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> SpectrumFileFormat? {
        var scanner = TagScanner(bytes: bytes, position: start)
        guard let root = scanner.nextStartTag() else { return nil }
        switch root.localName(in: bytes) {
        case "mzML", "indexedmzML": return .mzML
        case "mzXML": return .mzXML
        default: return nil
        }
    }
}
