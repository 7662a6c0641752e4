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
