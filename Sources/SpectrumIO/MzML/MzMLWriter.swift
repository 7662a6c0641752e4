internal import Foundations
public import SpectrumModel

/// Writes an indexed mzML 1.1 file: m/z as 64-bit, intensities as 32-bit numbers, both compressed with zlib.
///
/// The file appears when ``finish()`` is called, whole or not at all. Intensities lose what 32 bits cannot hold; all
/// else reads back to the same value. Equal spectra give equal bytes with one version of libdeflate. One writer is
/// used by one task at a time.
///
/// > Source: mzML 1.1.0 specification and schemas mzML1.1.0.xsd, mzML1.1.2_idx.xsd (HUPO-PSI).
public final class MzMLWriter {
    /// What the file says about itself.
    public struct Description: Sendable, Hashable {
        /// Name of the run.
        public var runID: String
        /// Name and version of the program that made the spectra.
        public var software: String
        /// Version of that program.
        public var softwareVersion: String
        /// Number of spectra that will be written, which the file states before them.
        public var spectrumCount: Int

        /// Describes a run.
        public init(runID: String, software: String = "Moselle", softwareVersion: String, spectrumCount: Int) {
            self.runID = runID
            self.software = software
            self.softwareVersion = softwareVersion
            self.spectrumCount = spectrumCount
        }
    }

    private let file: CheckedFile
    private let description: Description
    private let deflater = Deflater()
    private var index: [(id: String, offset: Int)] = []

    /// Begins a file.
    ///
    /// - Throws: ``SpectrumWriteError/file(path:reason:)``.
    public init(path: String, description: Description) throws(SpectrumWriteError) {
        file = try CheckedFile(path: path, takingSHA1: true)
        self.description = description
        try file.write(MzMLDocument.opening(description))
    }

    /// Appends a spectrum.
    ///
    /// A native identifier that mzML does not allow (words of the form `key=value`) is written as the title of the
    /// spectrum, whose identifier then is `index=N`.
    ///
    /// - Throws: ``SpectrumWriteError/file(path:reason:)``.
    public func write(_ spectrum: Spectrum) throws(SpectrumWriteError) {
        let id = MzMLDocument.isValidID(spectrum.nativeID) ? spectrum.nativeID : "index=\(index.count)"
        let mz = spectrum.mz.flatMap { Self.littleEndian($0.bitPattern) }
        let intensities = spectrum.intensities.flatMap { Self.littleEndian(Float($0).bitPattern) }
        let indentation = "        "
        index.append((id, file.byteCount + indentation.utf8.count))
        let text = MzMLDocument.spectrum(
            spectrum, id: id, index: index.count - 1, mz: Base64.encode(deflater.zlib(mz)),
            intensities: Base64.encode(deflater.zlib(intensities)))
        try file.write(indentation + text)
    }

    /// Writes the index and the checksum and puts the file in its place. Without it nothing is left behind.
    ///
    /// - Throws: ``SpectrumWriteError``; the file does not appear then.
    public func finish() throws(SpectrumWriteError) {
        guard index.count == description.spectrumCount else {
            throw .wrongSpectrumCount(path: file.path, announced: description.spectrumCount, written: index.count)
        }
        try file.write(MzMLDocument.endOfRun)
        try file.write(MzMLDocument.index(index, listOffset: file.byteCount + 2))
        // The checksum covers everything up to and including its own start tag.
        try file.write("  <fileChecksum>")
        try file.write("\(file.takeSHA1() ?? "")</fileChecksum>\n</indexedmzML>\n")
        try file.commit()
    }

    private static func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
        withUnsafeBytes(of: word.littleEndian) { Array($0) }
    }
}
