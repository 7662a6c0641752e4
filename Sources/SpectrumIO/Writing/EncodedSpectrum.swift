/// The text of one spectrum in one format, complete but for what depends on its place in the file.
///
/// Made by ``SpectrumEncoder``, taken by ``SpectrumFileWriter/append(_:)``.
public struct EncodedSpectrum: Sendable {
    /// What the format calls the spectrum, and lists in its index.
    enum Name: Sendable {
        /// The native identifier, or `nil` where mzML does not allow it and the position stands in.
        case identifier(String?)
        /// The scan number.
        case scan(Int)
        /// Nothing, in a format without index.
        case none
    }

    /// The format it is text of.
    public let format: WrittenSpectrumFormat
    let name: Name
    /// The text that follows what the document begins the spectrum with.
    let text: String

    /// Size of the text in bytes, near enough for a memory budget: the position in the file is still missing.
    public var byteCount: Int { text.utf8.count }
}
