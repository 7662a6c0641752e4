public import SpectrumModel

/// Turns spectra into the text of a file: numbers, compression and base64, which is nearly all the cost of writing.
///
/// It keeps working memory, so make one for each worker. Equal spectra give equal text, whichever encoder made it, with
/// one version of libdeflate.
public final class SpectrumEncoder {
    /// The format of the text.
    public let format: WrittenSpectrumFormat
    private let encoder: any SpectrumFormatEncoder

    /// Prepares an encoder.
    ///
    /// - Parameter mzPrecision: bits of an m/z. mzXML stores intensities with as many; those of mzML have 32 bits. MGF is
    ///   text and has every digit.
    public init(format: WrittenSpectrumFormat, mzPrecision: FloatPrecision = .bits64) {
        self.format = format
        encoder = format.makeEncoder(mzPrecision: mzPrecision)
    }

    /// The text of a spectrum.
    ///
    /// - Throws: ``SpectrumWriteError/notRepresentable(spectrum:format:reason:)`` where the format cannot hold it, see
    ///   ``SpectrumFileWriter``; ``SpectrumWriteError/invalidSpectrum(spectrum:reason:)`` for numbers that no spectrum
    ///   can have.
    public func encode(_ spectrum: Spectrum) throws(SpectrumWriteError) -> EncodedSpectrum {
        if let fault = spectrum.fault { throw .invalidSpectrum(spectrum: spectrum.nativeID, reason: fault) }
        return try encoder.encode(spectrum)
    }
}
