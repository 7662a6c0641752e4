import Foundations

/// A stretch of stored peaks, in memory or in a scratch file.
struct PeakSegment: Sendable {
    /// Where the numbers are.
    enum Place: Sendable {
        case memory(mz: [Double], intensities: [Float])
        /// All m/z, then all intensities, in the machine's byte order, from an offset in the file on.
        case file(ScratchFile, offset: Int)
    }

    /// Numbers of the peaks, counted over the whole store.
    let peaks: Range<Int>
    let place: Place

    /// Bytes one peak takes: 64 bit for its m/z, 32 bit for its intensity.
    static let bytesPerPeak = 12

    /// Appends peaks to a buffer.
    func copy(_ range: Range<Int>, into buffer: inout PeakBuffer) throws(FileError) {
        let start = range.lowerBound - peaks.lowerBound
        switch place {
        case .memory(let mz, let intensities):
            buffer.mz.append(contentsOf: mz[start..<start + range.count])
            buffer.intensities.append(contentsOf: intensities[start..<start + range.count])
        case .file(let file, let offset):
            try file.read(range.count, at: offset + start * 8, appendingTo: &buffer.mz)
            try file.read(range.count, at: offset + peaks.count * 8 + start * 4, appendingTo: &buffer.intensities)
        }
    }
}
