/// A pattern scaled to observed intensities by least absolute deviations; see ``EnvelopeFinder`` for the formulas.
struct EnvelopeFit {
    private(set) var explained = 0.0
    private(set) var missing = 0.0
    private(set) var observed = 0.0
    private(set) var matched = 0
    /// Share of the intensity at one position that the scaled pattern explains, 0 to 1.
    private(set) var explainedShare = 0.0
    /// Height of the scaled pattern's first peak in detector counts.
    private(set) var monoisotopic = 0.0

    /// Fits a pattern.
    ///
    /// - Parameters:
    ///   - observed: intensities in detector counts, 0 where there is no peak.
    ///   - pattern: expected fractions, parallel to `observed`.
    ///   - position: the position that ``explainedShare`` is about; outside of the pattern nothing is explained.
    ///   - floor: intensity up to which a peak may be there and not be seen.
    /// - Complexity: O(n²) for n isotope peaks, of which there are at most 16; no allocation.
    init(
        observed: Slice<UnsafeBufferPointer<Double>>, pattern: Slice<UnsafeBufferPointer<Double>>, position: Int,
        floor: Double
    ) {
        let observed = UnsafeBufferPointer(rebasing: observed)
        let pattern = UnsafeBufferPointer(rebasing: pattern)
        for (intensity, fraction) in zip(observed, pattern) where intensity > 0 {
            self.observed += intensity
            guard fraction > 0 else { continue }
            matched += 1
            let scale = intensity / fraction
            let trial = Self.tally(observed, pattern, scale: scale, floor: floor)
            guard trial.explained - trial.missing > explained - missing else { continue }
            (explained, missing) = trial
            monoisotopic = scale * pattern[0]
            if observed.indices.contains(position), observed[position] > 0 {
                explainedShare = min(1, scale * pattern[position] / observed[position])
            }
        }
    }

    private static func tally(
        _ observed: UnsafeBufferPointer<Double>, _ pattern: UnsafeBufferPointer<Double>, scale: Double, floor: Double
    ) -> (explained: Double, missing: Double) {
        var (explained, missing) = (0.0, 0.0)
        for position in observed.indices {
            let expected = scale * pattern[position]
            explained += min(observed[position], expected)
            missing += max(0, expected - max(observed[position], floor))
        }
        return (explained, missing)
    }
}
