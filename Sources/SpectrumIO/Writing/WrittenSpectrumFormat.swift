/// The file formats this module writes.
public enum WrittenSpectrumFormat: String, Sendable, Hashable, CaseIterable {
    /// PSI mzML 1.1 with index and checksum.
    case mzML
    /// mzXML 3.2 with index and checksum.
    case mzXML
    /// Mascot generic format.
    case mgf

    /// What names of such files end in, without the dot: `mzML`, `mzXML` or `mgf`.
    public var fileExtension: String { rawValue }

    /// Whether the file states the SHA-1 of itself.
    var hasChecksum: Bool { self != .mgf }

    func makeEncoder(
        mzPrecision: FloatPrecision, intensityPrecision: FloatPrecision?
    ) -> any SpectrumFormatEncoder {
        switch self {
        case .mzML: MzMLSpectrumEncoder(mzPrecision: mzPrecision, intensityPrecision: intensityPrecision)
        case .mzXML: MzXMLScanEncoder(precision: mzPrecision)
        case .mgf: MGFEntryEncoder()
        }
    }

    /// What surrounds the spectra of a file.
    ///
    /// - Throws: ``SpectrumWriteError/missingSpectrumCount(path:)``.
    func makeDocument(_ description: SpectrumFileDescription, path: String) throws(SpectrumWriteError)
        -> any SpectrumDocument
    {
        switch self {
        case .mzML:
            guard let count = description.spectrumCount else { throw .missingSpectrumCount(path: path) }
            return MzMLDocument(description, spectrumCount: count)
        case .mzXML: return MzXMLDocument(description)
        case .mgf: return MGFDocument()
        }
    }
}
