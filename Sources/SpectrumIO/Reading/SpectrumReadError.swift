/// Why a spectra file cannot be read; every description says what, where, and what to do.
///
/// Byte offsets count from 0 in the uncompressed content, lines from 1.
public enum SpectrumReadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be opened or read, or its gzip stream is damaged.
    case unreadable(path: String, reason: String)
    /// The file has no content.
    case empty(path: String)
    /// The content is none of the formats that are read.
    case unknownFormat(path: String)
    /// The content is text of two or four bytes a character, which no format here allows.
    case wideCharacters(path: String)
    /// The format is known, its version is not read.
    case unsupportedVersion(path: String, format: SpectrumFileFormat, version: String)
    /// The file ends before its content does.
    case truncated(path: String, byteOffset: Int, afterSpectrum: String?, missing: String)
    /// The XML is not well-formed; the message is libxml2's.
    case notWellFormed(path: String, byteOffset: Int, line: Int?, afterSpectrum: String?, message: String)
    /// The XML has a document type declaration. No spectra file needs one, and entities declared in it or fetched for it
    /// could exhaust memory or change the content.
    case declaresEntities(path: String, byteOffset: Int)
    /// The file is complete but holds fewer spectra than it declares.
    case fewerSpectra(path: String, declared: Int, found: Int)
    /// Elements or lines stand where the format does not allow them.
    case unexpectedStructure(path: String, byteOffset: Int, spectrum: String?, what: String)
    /// Something is larger than any instrument makes it, and is refused before memory is filled.
    case tooLarge(path: String, byteOffset: Int, what: String, limit: Int)
    /// Memory for a parser cannot be had.
    case outOfMemory

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): return "\(path): cannot be read: \(reason)"
        case .empty(let path): return "\(path): is empty (0 bytes of content); convert or copy it again"
        case .unknownFormat(let path):
            return "\(path): is not mzML, mzXML, MGF or MS2; looked for \(SpectrumFileFormat.lookedFor); convert it"
                + " to mzML"
        case .wideCharacters(let path): return "\(path): is UTF-16 or UTF-32 text; save or convert it as UTF-8"
        case .unsupportedVersion(let path, let format, let version):
            return "\(path): \(format.rawValue) version \(version) is not read; convert it to mzML 1.1"
        case .truncated(let path, let offset, let spectrum, let missing):
            let place = Self.after(spectrum)
            return
                "\(path): ends at byte \(offset)\(place) without \(missing); it is truncated, copy or convert it again"
        case .notWellFormed(let path, let offset, let line, let spectrum, let message):
            let place = (line.map { "line \($0), " } ?? "") + "byte \(offset)\(Self.after(spectrum))"
            return "\(path): is not well-formed XML at \(place): \(message); the file is damaged, convert it again"
        case .declaresEntities(let path, let offset):
            return
                "\(path): declares a document type at byte \(offset), which is refused because entities could come with"
                + " it; remove the DOCTYPE"
        case .fewerSpectra(let path, let declared, let found):
            return
                "\(path): declares \(declared) spectra but holds \(found); it is damaged or truncated, convert it again"
        case .unexpectedStructure(let path, let offset, let spectrum, let what):
            return "\(path): \(what) at byte \(offset)\(Self.after(spectrum)); the file is damaged, convert it again"
        case .tooLarge(let path, let offset, let what, let limit):
            return
                "\(path): \(what) at byte \(offset) is over the limit of \(limit); the file is damaged, convert it again"
        case .outOfMemory: return "no memory for an XML parser; ask for more memory or fewer jobs"
        }
    }

    private static func after(_ spectrum: String?) -> String { spectrum.map { " after spectrum \"\($0)\"" } ?? "" }
}
