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
    /// MGF is text and has every digit.
    ///
    /// - Parameters:
    ///   - mzPrecision: bits of an m/z; mzXML stores intensities with as many.
    ///   - intensityPrecision: bits of an intensity in mzML. Where `nil`, each spectrum has 32, which is what instruments
    ///     give, or 64 if 32 would change one of its intensities.
    public init(
        format: WrittenSpectrumFormat, mzPrecision: FloatPrecision = .bits64, intensityPrecision: FloatPrecision? = nil
    ) {
        self.format = format
        encoder = format.makeEncoder(mzPrecision: mzPrecision, intensityPrecision: intensityPrecision)
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
