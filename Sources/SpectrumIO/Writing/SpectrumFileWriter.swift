public import SpectrumModel

/// Writes an mzML, mzXML or MGF file, which appears when ``finish()`` is called, whole or not at all.
///
/// A path that ends in `.gz` is written as gzip; offsets in its index are those of the text inside.
///
/// The costly part, ``SpectrumEncoder/encode(_:)``, may run in any number of workers; ``append(_:)`` puts the texts into
/// the file in the order it is called. ``write(_:)`` does both for those who have one task only. The bytes are the same
/// either way. One writer is used by one task at a time; a writer that has thrown ``SpectrumWriteError/file(path:reason:)``
/// is not used again.
///
/// **mzML** 1.1 with index and checksum: everything a ``Spectrum`` says, and base peak, total ion current and range of
/// m/z. Arrays are compressed with zlib; intensities have 32 bits where that is exact, else 64. Retention times are written in
/// minutes, and can read back one unit in the last place away. A native identifier that mzML does not allow (it wants
/// words of the form `key=value`) becomes the title of a spectrum named `index=N`. The schema wants the spectrum that a
/// precursor was selected in to be in the same file; whoever leaves it out clears ``Precursor/sourceSpectrumID`` too.
///
/// **mzXML** 3.2 with index and checksum, scans side by side. Every spectrum needs a positive scan number, in ascending
/// order; it is what remains of the native identifier. Every precursor needs an m/z. Of an isolation window the width is
/// kept, of collision energies the one that all precursors share, of methods those mzXML has names for. Facts of the scan,
/// ion mobility and extra arrays are not written.
///
/// **MGF**: spectra of MS level 2 and more with exactly one precursor, which has an m/z. Isolation windows, activation
/// the level itself, facts of the scan, ion mobility and extra arrays have no place in it.
///
/// > Source: mzML 1.1.0 specification and schemas mzML1.1.0.xsd and mzML1.1.2_idx.xsd (HUPO-PSI); mzXML schema revision
/// > 3.2, mzXML_idx_3.2.xsd (Institute for Systems Biology); Mascot generic format (Matrix Science).
public final class SpectrumFileWriter {
    /// The format of the file.
    public let format: WrittenSpectrumFormat
    /// Number of spectra appended so far.
    public private(set) var spectrumCount = 0

    private let file: CheckedFile
    private let announcedCount: Int?
    private let mzPrecision: FloatPrecision
    private var document: any SpectrumDocument
    private lazy var encoder = SpectrumEncoder(format: format, mzPrecision: mzPrecision)

    /// Begins a file.
    ///
    /// - Parameter mzPrecision: what ``write(_:)`` encodes with, see ``SpectrumEncoder``.
    /// - Throws: ``SpectrumWriteError/missingSpectrumCount(path:)`` where the format is mzML and the description does not
    ///   state the number of spectra; ``SpectrumWriteError/file(path:reason:)``.
    public init(
        path: String, format: WrittenSpectrumFormat, mzPrecision: FloatPrecision = .bits64,
        description: SpectrumFileDescription
    ) throws(SpectrumWriteError) {
        self.format = format
        self.mzPrecision = mzPrecision
        announcedCount = description.spectrumCount
        document = try format.makeDocument(description, path: path)
        file = try CheckedFile(path: path, takingSHA1: format.hasChecksum)
        try file.write(document.opening)
    }

    /// Appends an encoded spectrum.
    ///
    /// - Throws: ``SpectrumWriteError/repeatedIdentifier(path:spectrum:)`` (mzML),
    ///   ``SpectrumWriteError/scanNumberOrder(path:scanNumber:previous:)`` (mzXML), after which nothing of the spectrum
    ///   is in the file; ``SpectrumWriteError/file(path:reason:)``.
    /// - Precondition: it was encoded in the format of the file.
    public func append(_ spectrum: EncodedSpectrum) throws(SpectrumWriteError) {
        // Whoever writes makes both the encoder and the file.
        precondition(spectrum.format == format, "A \(spectrum.format) spectrum cannot be part of a \(format) file.")
        try file.write(document.begin(spectrum, byteOffset: file.byteCount, path: file.path))
        try file.write(spectrum.text)
        spectrumCount += 1
    }

    /// Encodes and appends a spectrum.
    ///
    /// - Throws: what ``SpectrumEncoder/encode(_:)`` and ``append(_:)`` throw.
    public func write(_ spectrum: Spectrum) throws(SpectrumWriteError) {
        try append(encoder.encode(spectrum))
    }

    /// Writes what follows the spectra and puts the file in its place. Without it nothing is left behind.
    ///
    /// - Throws: ``SpectrumWriteError/wrongSpectrumCount(path:announced:written:)``,
    ///   ``SpectrumWriteError/file(path:reason:)``; the file does not appear then.
    public func finish() throws(SpectrumWriteError) {
        if let announcedCount, announcedCount != spectrumCount {
            throw .wrongSpectrumCount(path: file.path, announced: announcedCount, written: spectrumCount)
        }
        try file.write(document.closing(byteOffset: file.byteCount))
        if let sha1 = file.takeSHA1() { try file.write(document.end(sha1: sha1)) }
        try file.commit()
    }
}
