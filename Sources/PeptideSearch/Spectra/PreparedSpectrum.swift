/// The peaks of a fragment spectrum that take part in matching.
public struct PreparedSpectrum: Sendable, Hashable {
    /// m/z in Th, ascending.
    public let mz: [Double]
    /// Intensities with the base peak at 100, parallel to ``mz``.
    public let intensities: [Double]
    /// Whether a peak is one of the more intense ones, parallel to ``mz``.
    public let isIntense: [Bool]
    /// Sum of ``intensities``.
    public let totalIntensity: Double

    /// Takes the most intense peaks of a spectrum, then scales them.
    ///
    /// Of equally intense peaks those of lower m/z are taken. Peaks without intensity never take part.
    ///
    /// - Parameters:
    ///   - mz: m/z in Th, ascending.
    ///   - intensities: intensities in detector counts, parallel to `mz`.
    ///   - maximumPeaks: how many peaks to take.
    ///   - intensePeaks: how many of them, the most intense, are marked.
    /// - Complexity: O(n log n) in the number of peaks.
    public init(mz: [Double], intensities: [Float], maximumPeaks: Int, intensePeaks: Int) {
        precondition(mz.count == intensities.count, "A spectrum needs one intensity for each m/z.")
        var chosen = intensities.indices.filter { intensities[$0] > 0 && intensities[$0].isFinite }
        var isIntense = [Bool](repeating: true, count: mz.count)
        if chosen.count > intensePeaks {
            chosen.sort { intensities[$0] != intensities[$1] ? intensities[$0] > intensities[$1] : $0 < $1 }
            for index in chosen[intensePeaks...] { isIntense[index] = false }
            chosen.removeLast(max(0, chosen.count - maximumPeaks))
            chosen.sort()
        }
        let base = Double(chosen.lazy.map { intensities[$0] }.max() ?? 0)
        self.mz = chosen.map { mz[$0] }
        self.intensities = chosen.map { Double(intensities[$0]) / base * 100 }
        self.isIntense = chosen.map { isIntense[$0] }
        totalIntensity = self.intensities.reduce(0, +)
    }

    /// Number of peaks.
    public var count: Int { mz.count }
}
