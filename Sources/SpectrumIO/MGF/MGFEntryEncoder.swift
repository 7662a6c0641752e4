internal import SpectrumModel

/// Writes what stands from `BEGIN IONS` to `END IONS`, every number with all its digits.
struct MGFEntryEncoder: SpectrumFormatEncoder {
    func encode(_ spectrum: Spectrum) throws(SpectrumWriteError) -> EncodedSpectrum {
        guard spectrum.msLevel >= 2, spectrum.precursors.count == 1, let precursor = spectrum.precursors.first,
            let mz = precursor.mz
        else {
            throw .notRepresentable(
                spectrum: spectrum.nativeID, format: .mgf,
                reason: "MGF holds fragment spectra of one precursor with an m/z")
        }
        var text = ""
        text.reserveCapacity(256 + 40 * spectrum.peakCount)
        text += "BEGIN IONS\nTITLE=\(Self.oneLine(spectrum.nativeID))\n"
        if let scan = spectrum.scanNumber { text += "SCANS=\(scan)\n" }
        if let time = spectrum.retentionTimeSeconds { text += "RTINSECONDS=\(time)\n" }
        text += "PEPMASS=\(mz)" + (precursor.intensity.map { " \($0)" } ?? "") + "\n"
        let charges = precursor.charge.map { [$0] } ?? precursor.possibleCharges
        let sign = spectrum.polarity == .negative ? "-" : "+"
        if !charges.isEmpty { text += "CHARGE=\(charges.map { "\($0)\(sign)" }.joined(separator: " and "))\n" }
        for index in spectrum.mz.indices {
            spectrum.mz[index].write(to: &text)
            text += " "
            spectrum.intensities[index].write(to: &text)
            text += "\n"
        }
        text += "END IONS\n\n"
        return EncodedSpectrum(format: .mgf, name: .none, text: text)
    }

    private static func oneLine(_ text: String) -> String {
        text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
    }
}
