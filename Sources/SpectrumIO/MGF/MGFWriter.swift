public import SpectrumModel

/// Writes fragment spectra to an MGF file, which appears when ``finish()`` is called, whole or not at all.
///
/// Numbers are written so that they read back to the same value. Equal spectra give equal bytes. One writer is used by
/// one task at a time.
public final class MGFWriter {
    private let file: CheckedFile

    /// Begins a file.
    ///
    /// - Throws: ``SpectrumWriteError/file(path:reason:)``.
    public init(path: String) throws(SpectrumWriteError) {
        file = try CheckedFile(path: path)
    }

    /// Appends a spectrum; its native identifier becomes the title.
    ///
    /// - Throws: ``SpectrumWriteError/notRepresentable(path:spectrum:reason:)`` for a spectrum of MS level 1 or without
    ///   exactly one precursor with an m/z, which MGF has no way to write; ``SpectrumWriteError/file(path:reason:)``.
    public func write(_ spectrum: Spectrum) throws(SpectrumWriteError) {
        guard spectrum.msLevel >= 2, spectrum.precursors.count == 1, let precursor = spectrum.precursors.first,
            let mz = precursor.mz
        else {
            throw .notRepresentable(
                path: file.path, spectrum: spectrum.nativeID,
                reason: "MGF holds fragment spectra of one precursor with an m/z")
        }
        var text = "BEGIN IONS\nTITLE=\(Self.oneLine(spectrum.nativeID))\n"
        if let scan = spectrum.scanNumber { text += "SCANS=\(scan)\n" }
        if let time = spectrum.retentionTimeSeconds { text += "RTINSECONDS=\(time)\n" }
        text += "PEPMASS=\(mz)" + (precursor.intensity.map { " \($0)" } ?? "") + "\n"
        let charges = precursor.charge.map { [$0] } ?? precursor.possibleCharges
        let sign = spectrum.polarity == .negative ? "-" : "+"
        if !charges.isEmpty { text += "CHARGE=\(charges.map { "\($0)\(sign)" }.joined(separator: " and "))\n" }
        for index in spectrum.mz.indices { text += "\(spectrum.mz[index]) \(spectrum.intensities[index])\n" }
        try file.write(text + "END IONS\n\n")
    }

    /// Puts the file in its place. Without it nothing is left behind.
    ///
    /// - Throws: ``SpectrumWriteError/file(path:reason:)``.
    public func finish() throws(SpectrumWriteError) { try file.commit() }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
