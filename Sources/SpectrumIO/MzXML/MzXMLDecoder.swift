internal import SpectrumModel

/// Decodes the peaks of scans.
final class MzXMLDecoder: SpectrumDecoder {
    private let arrays = BinaryArrayDecoder()
    private var finisher = SpectrumFinisher()
    private var encodings = ArrayEncodings()

    /// m/z and intensities of a scan, or why there are none.
    private enum Peaks {
        case values(mz: [Double], intensities: [Double])
        case failed(SetAsideReason, String)
    }

    func decode(_ block: MzXMLBlock) throws(SpectrumReadError) -> DecodedBlock {
        finisher = SpectrumFinisher()
        encodings = ArrayEncodings()
        let spectra = block.scans.map(decode)
        return DecodedBlock(spectra: spectra, notes: finisher.notes, arrayEncodings: encodings)
    }

    private func decode(_ scan: MzXMLScan) -> ReadSpectrum {
        if scan.hasUnreadableTime { finisher.notes.add(.unreadableRetentionTime, index: scan.index) }
        if scan.hasUnreadableCharge { finisher.notes.add(.unreadableCharge, index: scan.index) }
        if scan.hasUnreadablePrecursor { finisher.notes.add(.unreadablePrecursor, index: scan.index) }
        let spectrum = scan.spectrum
        guard spectrum.msLevel >= 1 else {
            return SpectrumFinisher.setAside(spectrum, .malformed, "states no MS level", scan.byteOffset)
        }
        switch peaks(of: scan) {
        case .failed(let reason, let message):
            return SpectrumFinisher.setAside(spectrum, reason, message, scan.byteOffset)
        case .values(let mz, let intensities):
            return finisher.finish(spectrum, mz: mz, intensities: intensities, byteOffset: scan.byteOffset)
        }
    }

    private func peaks(of scan: MzXMLScan) -> Peaks {
        // Writers put a placeholder, such as one zero pair, where a scan has no peaks.
        if scan.declaredPeaks == 0 { return .values(mz: [], intensities: []) }
        guard let peaks = scan.peaks else {
            guard let count = scan.declaredPeaks else { return .values(mz: [], intensities: []) }
            return .failed(.malformed, "declares \(count) peaks but has none")
        }
        if let unreadable = peaks.unreadable { return .failed(.undecodableArray, unreadable) }
        guard let type = peaks.precision == 32 ? NumberType.float32 : peaks.precision == 64 ? .float64 : nil else {
            return .failed(.undecodableArray, "precision=\"\(peaks.precision ?? 0)\" is neither 32 nor 64")
        }
        encodings.add(ArrayEncoding(content: .pairs, numberType: type, compression: .plain(zlib: peaks.isZlib)))
        if let count = scan.declaredPeaks, count < 0 || count > ReadLimits.maximumPoints {
            return .failed(.malformed, "declares \(count) peaks")
        }
        let expected = scan.declaredPeaks.map { $0 * 2 * type.byteCount }
        do {
            return try peaks.text.withUnsafeBufferPointer { text throws(BinaryArrayDecoder.Failure) in
                try arrays.withBytes(of: text, compressed: peaks.isZlib, expectedByteCount: expected) { bytes in
                    Self.pairs(bytes, type, declared: scan.declaredPeaks)
                }
            }
        } catch {
            return .failed(.undecodableArray, "peaks: \(error)")
        }
    }

    private static func pairs(_ bytes: UnsafeRawBufferPointer, _ type: NumberType, declared: Int?) -> Peaks {
        let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: 2 * type.byteCount)
        if rest != 0 {
            return .failed(.arrayLengthMismatch, "peaks: \(bytes.count) bytes are no whole number of pairs")
        }
        if let declared, count != declared {
            return .failed(.arrayLengthMismatch, "peaks: \(count) pairs where \(declared) are declared")
        }
        return .values(
            mz: PeakArrays.doubles(bytes, type: type, order: .big, first: 0, stride: 2),
            intensities: PeakArrays.doubles(bytes, type: type, order: .big, first: 1, stride: 2))
    }
}
