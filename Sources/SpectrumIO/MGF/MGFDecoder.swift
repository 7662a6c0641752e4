internal import SpectrumModel

/// Reads the lines of blocks of MGF entries.
final class MGFDecoder: SpectrumDecoder {
    private let defaultCharge: MGFCharge?
    private var finisher = SpectrumFinisher()
    private var spectra: [ReadSpectrum] = []
    private var entry: MGFEntry?

    init(defaultCharge: MGFCharge?) { self.defaultCharge = defaultCharge }

    func decode(_ block: TextBlock) throws(SpectrumReadError) -> DecodedBlock {
        finisher = SpectrumFinisher()
        spectra = []
        spectra.reserveCapacity(block.hasOwnName.count)
        entry = nil
        block.text.withUnsafeBufferPointer { bytes in
            var lines = TextLines(bytes, firstNumber: block.firstLine)
            while let line = lines.next() {
                guard !line.bytes.isEmpty, !MGFEntry.isComment(line.bytes[0]) else { continue }
                take(line.bytes, line.number, line.start, block)
            }
        }
        return DecodedBlock(spectra: spectra, notes: finisher.notes)
    }

    private func take(_ line: UnsafeBufferPointer<UInt8>, _ lineNumber: Int, _ start: Int, _ block: TextBlock) {
        if line.elementsEqual("BEGIN IONS".utf8) {
            if entry != nil { finishEntry("has no END IONS before the BEGIN IONS of line \(lineNumber)", block) }
            entry = MGFEntry(index: block.firstIndex + spectra.count, byteOffset: block.byteOffset + start)
        } else if line.elementsEqual("END IONS".utf8) {
            if entry == nil { finisher.notes.add(.textOutsideSpectra, index: nil) } else { finishEntry(nil, block) }
        } else if entry == nil {
            finisher.notes.add(.textOutsideSpectra, index: nil)
        } else {
            entry?.take(line, number: lineNumber)
        }
    }

    private func finishEntry(_ fault: String?, _ block: TextBlock) {
        guard let entry else { return }
        self.entry = nil
        let spectrum = entry.spectrum(
            hasOwnTitle: block.hasOwnName(at: spectra.count), defaultCharge: defaultCharge)
        spectra.append(finisher.finish(entry, as: spectrum, fault: fault))
    }
}
