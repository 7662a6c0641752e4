/// The file formats this module reads; ``WrittenSpectrumFormat`` has those it writes.
public enum SpectrumFileFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// PSI mzML 1.0 and 1.1, with or without index.
    case mzML
    /// mzXML 2.x and 3.x.
    case mzXML
    /// Mascot generic format.
    case mgf
    /// MS2 (and MS1), the text format of RawXtract, Comet and MSToolkit.
    case ms2

    /// Number of bytes at the start of a file that are looked at to find its format.
    static let probeByteCount = 1 << 20

    /// What ``detect(in:)`` looks for, for error messages.
    static let lookedFor =
        "an XML root element <mzML>, <indexedmzML> or <mzXML>, a line BEGIN IONS in the first megabyte, or the H and S"
        + " lines of MS2"

    /// The element in which files of the format state the SHA-1 of their content.
    var checksumElement: String? {
        switch self {
        case .mzML: "fileChecksum"
        case .mzXML: "sha1"
        case .mgf, .ms2: nil
        }
    }

    /// Whether the content begins like text in UTF-16 or UTF-32: with a byte order mark of those, or with a `<` beside a
    /// zero byte.
    ///
    /// > Source: XML 1.0, appendix F.1.
    static func isWide(_ start: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C], [0, 0, 0xFE, 0xFF], [0, 0, 0, 0x3C],
        ]
        return marks.contains { start.starts(with: $0) }
    }

    /// Where a document type declaration stands before the root element of XML text.
    static func documentType(in start: [UInt8]) -> Int? {
        start.withUnsafeBufferPointer { bytes in
            guard let first = firstContent(of: bytes), bytes[first] == UInt8(ascii: "<") else { return nil }
            var scanner = TagScanner(bytes: bytes, position: first)
            _ = scanner.nextStartTag()
            return scanner.firstDeclaration
        }
    }

    /// Finds the format from the first bytes of the (uncompressed) content; the name of a file does not matter.
    static func detect(in start: [UInt8]) -> SpectrumFileFormat? {
        start.withUnsafeBufferPointer { bytes in
            guard let first = firstContent(of: bytes) else { return nil }
            if bytes[first] == UInt8(ascii: "<") { return detectXML(bytes, from: first) }
            if MGFLines.firstSpectrum(in: bytes) != nil { return .mgf }
            return MS2Lines.beginsFile(UnsafeBufferPointer(rebasing: bytes[first...])) ? .ms2 : nil
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
