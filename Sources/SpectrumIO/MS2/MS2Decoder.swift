internal import SpectrumModel

/// Reads the lines of blocks of MS2 spectra.
final class MS2Decoder: SpectrumDecoder {
    private let statesMinutes: Bool
    private var finisher = SpectrumFinisher()
    private var spectra: [ReadSpectrum] = []
    private var entry: MS2Entry?

    /// - Parameter statesMinutes: whether retention times are minutes; if not, their unit is not known.
    init(statesMinutes: Bool) { self.statesMinutes = statesMinutes }

    func decode(_ block: TextBlock) throws(SpectrumReadError) -> DecodedBlock {
        finisher = SpectrumFinisher()
        spectra = []
        spectra.reserveCapacity(block.hasOwnName.count)
        entry = nil
        block.text.withUnsafeBufferPointer { bytes in
            var lines = TextLines(bytes, firstNumber: block.firstLine)
            while let line = lines.next() {
                if !line.bytes.isEmpty { take(line, block) }
            }
        }
        finishEntry(block)
        return DecodedBlock(spectra: spectra, notes: finisher.notes)
    }

    private func take(_ line: TextLines.Line, _ block: TextBlock) {
        if line.bytes[0] == UInt8(ascii: "S"), line.bytes.count == 1 || ASCII.isWhitespace(line.bytes[1]) {
            finishEntry(block)
            entry = MS2Entry(
                index: block.firstIndex + spectra.count, byteOffset: block.byteOffset + line.start, line: line.bytes,
                number: line.number, statesMinutes: statesMinutes)
        } else {
            entry?.take(line.bytes, number: line.number)
        }
    }

    private func finishEntry(_ block: TextBlock) {
        guard let entry else { return }
        self.entry = nil
        let spectrum = entry.spectrum(isFirstOfScan: block.hasOwnName(at: spectra.count))
        spectra.append(finisher.finish(entry, as: spectrum))
    }
}
