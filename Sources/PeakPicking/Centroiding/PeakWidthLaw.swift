/// How wide the peaks of a time-of-flight spectrum are, learned from its own strong peaks.
///
/// Such an analyser has one resolution, so that peaks widen in proportion to m/z; it samples evenly in time, so that
/// the distance of samples grows with the root of m/z. Counted in samples, peaks widen with the root of m/z. In
/// spectra of a Waters and a Bruker instrument the widths of strong peaks are within a quarter of the law's.
struct PeakWidthLaw {
    /// Width in samples at m/z 1.
    private let factor: Double

    /// The least width is that of peaks as well sampled as a filter needs; the largest bounds the time it takes.
    private static let widths = 2.5...32.0
    /// Equal stretches of a spectrum, the highest sample of each of which is looked at.
    private static let places = 256
    /// Share of these that decide: the strongest ones.
    private static let strongestShare = 0.25
    /// Fewest peaks that decide.
    private static let fewestPeaks = 8
    /// Samples on each side within which a peak has to fall to half its height.
    private static let reach = 64
    /// What the mean of three samples adds to the square of a width: 8 ln 2 times its variance of 2/3.
    private static let meanOfThree = 5.545_177 * 2 / 3
    /// Distances above this multiple of a peak's own are gaps with zeros in them.
    private static let gapFactor = 1.5

    /// - Parameters:
    ///   - mz: m/z in Th, strictly ascending and finite.
    ///   - intensities: Their intensities, finite and not negative.
    /// - Returns: `nil` where too few peaks tell.
    init?(mz: UnsafeBufferPointer<Double>, intensities: UnsafeBufferPointer<Double>) {
        var found: [(height: Double, factor: Double)] = []
        for place in 0..<Self.places {
            let stretch = mz.count * place / Self.places..<mz.count * (place + 1) / Self.places
            guard let top = stretch.max(by: { intensities[$0] < intensities[$1] }), intensities[top] > 0 else {
                continue
            }
            // The lowest sample tells the baseline, on which heights stand.
            let lowest = stretch.reduce(intensities[top]) { min($0, intensities[$1]) }
            let baseline = lowest < intensities[top] ? lowest : 0
            guard let width = Self.width(at: top, above: baseline, mz, intensities) else { continue }
            found.append((intensities[top] - baseline, width / mz[top].squareRoot()))
        }
        let deciding = max(Self.fewestPeaks, Int(Double(found.count) * Self.strongestShare))
        guard found.count >= Self.fewestPeaks else { return nil }
        found.sort { ($0.height, $0.factor) > ($1.height, $1.factor) }
        factor = found[..<deciding].map(\.factor).sorted()[deciding / 2]
    }

    /// Full width at half height in samples of a peak at some m/z in Th.
    func width(at mz: Double) -> Double {
        min(max(factor * mz.squareRoot(), Self.widths.lowerBound), Self.widths.upperBound)
    }

    /// Full width at half height in samples of the peak around a sample; `nil` where it is no apex, or does not fall.
    ///
    /// Means of three samples keep chance from ending a peak early; they add 2/3 of a squared sample to its variance.
    private static func width(
        at top: Int, above baseline: Double, _ mz: UnsafeBufferPointer<Double>,
        _ intensities: UnsafeBufferPointer<Double>
    ) -> Double? {
        guard top > 0, top + 1 < mz.count, intensities[top - 1] <= intensities[top],
            intensities[top + 1] <= intensities[top]
        else { return nil }
        let largest = gapFactor * min(mz[top] - mz[top - 1], mz[top + 1] - mz[top])
        func sample(_ position: Int, besides other: Int) -> Double {
            guard mz.indices.contains(position), abs(mz[position] - mz[other]) <= largest else { return 0 }
            return intensities[position]
        }
        func mean(_ position: Int) -> Double {
            sample(position - 1, besides: position) / 3 + intensities[position] / 3
                + sample(position + 1, besides: position) / 3
        }
        let half = baseline + (mean(top) - baseline) / 2
        func side(_ step: Int) -> Double? {
            var value = mean(top)
            for count in 0..<reach {
                let next = top + step * (count + 1)
                guard mz.indices.contains(next) else { return nil }
                let hasNext = abs(mz[next] - mz[next - step]) <= largest
                let nextValue = hasNext ? mean(next) : 0
                if nextValue <= half { return Double(count) + (value - half) / (value - nextValue) }
                value = nextValue
            }
            return nil
        }
        guard let left = side(-1), let right = side(1) else { return nil }
        let squared = (left + right) * (left + right) - meanOfThree
        return squared > 0 ? squared.squareRoot() : nil
    }
}
