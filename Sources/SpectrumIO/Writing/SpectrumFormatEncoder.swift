internal import SpectrumModel

/// The part of an encoder that knows one format.
protocol SpectrumFormatEncoder {
    /// The text of a spectrum whose numbers are valid.
    ///
    /// - Throws: ``SpectrumWriteError/notRepresentable(spectrum:format:reason:)``.
    func encode(_ spectrum: Spectrum) throws(SpectrumWriteError) -> EncodedSpectrum
}

/// The part of a writer that knows one format: what stands before, between and after the spectra, and what depends on
/// their places in the file.
protocol SpectrumDocument {
    /// Everything before the first spectrum.
    var opening: String { get }

    /// Takes the next spectrum and returns what stands before its text.
    ///
    /// - Parameters:
    ///   - byteOffset: where the returned text will begin.
    ///   - path: the file, for errors.
    mutating func begin(
        _ spectrum: EncodedSpectrum, byteOffset: Int, path: String
    ) throws(SpectrumWriteError) -> String

    /// What follows the last spectrum, up to where the checksum is written; the checksum covers it.
    ///
    /// - Parameter byteOffset: where the returned text will begin.
    func closing(byteOffset: Int) -> String

    /// The checksum and what follows it; asked for only where the format has one.
    func end(sha1: String) -> String
}

extension SpectrumFileFormat {
    /// Whether the file states the SHA-1 of itself.
    var hasChecksum: Bool { self == .mzML || self == .mzXML }

    func makeEncoder(mzPrecision: FloatPrecision) -> any SpectrumFormatEncoder {
        switch self {
        case .mzML: MzMLSpectrumEncoder(mzPrecision: mzPrecision)
        case .mzXML: MzXMLScanEncoder(precision: mzPrecision)
        case .mgf: MGFEntryEncoder()
        case .ms2: preconditionFailure("MS2 is not among the formats that are written.")
        }
    }

    func makeDocument(_ description: SpectrumFileDescription) -> any SpectrumDocument {
        switch self {
        case .mzML: MzMLDocument(description)
        case .mzXML: MzXMLDocument(description)
        case .mgf: MGFDocument()
        case .ms2: preconditionFailure("MS2 is not among the formats that are written.")
        }
    }
}
