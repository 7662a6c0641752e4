/// Time-of-flight signal made ready for seeking peaks: its samples with the zeros that files leave out, and their
/// curvature. It borrows its memory and must not outlive it.
struct CurvatureSignal {
    /// m/z in Th of the samples, ascending.
    let mz: UnsafeBufferPointer<Double>
    /// The samples, with zeros at both ends and in gaps.
    let samples: UnsafeBufferPointer<Double>
    /// What the filters make of the samples.
    let curvature: UnsafeBufferPointer<Double>
    /// The filters along the signal, each for `blockSize` samples.
    private var filters: [CurvatureFilter] = []
    /// Their responses to a peak of height 1.
    private var responses: [Double] = []
    /// Their reaches.
    private var reaches: [Int] = []

    /// Samples in which peaks are taken to be equally wide.
    private static let blockSize = 512
    /// A filter serves for peaks up to so many times as wide as those it was made for.
    private static let largestGrowth = 1.02

    /// Where zeros go.
    ///
    /// - Parameters:
    ///   - source: Samples in ascending order.
    ///   - spacing: Tells gaps between them.
    ///   - law: How wide peaks are.
    static func filling(of source: ProfileSamples, spacing: SampleSpacing, law: PeakWidthLaw) -> GapFilling {
        var spacing = spacing
        let reach = CurvatureFilter.reach(ofWidth: law.width(at: source.mz.last ?? 1))
        return GapFilling(of: source, reach: reach) { position in
            let (missing, distance) = spacing.gap(after: position)
            guard missing > 0 else { return (0, distance) }
            // So many that no filter sees both sides of a gap; one more, as filters hold for blocks.
            return (min(missing, CurvatureFilter.reach(ofWidth: law.width(at: source.mz[position])) + 1), distance)
        }
    }

    /// - Parameters:
    ///   - filling: What ``filling(of:spacing:law:)`` gave.
    ///   - law: The same law.
    ///   - memory: Room for three numbers for each sample of the filled signal.
    init(filling: GapFilling, law: PeakWidthLaw, memory: UnsafeMutableBufferPointer<Double>) {
        let count = filling.count
        let places = UnsafeMutableBufferPointer(rebasing: memory[..<count])
        let values = UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count])
        let output = UnsafeMutableBufferPointer(rebasing: memory[2 * count..<3 * count])
        filling.write(mz: places, samples: values)
        output.update(repeating: 0)
        mz = UnsafeBufferPointer(places)
        samples = UnsafeBufferPointer(values)
        curvature = UnsafeBufferPointer(output)
        // The ends are zeros that no filter needs.
        let reach = CurvatureFilter.reach(ofWidth: law.width(at: mz[count - 1]))
        var filter = CurvatureFilter(width: law.width(at: mz[0]))
        for start in stride(from: 0, to: count, by: Self.blockSize) {
            let block = start..<min(start + Self.blockSize, count)
            let width = law.width(at: mz[(block.lowerBound + block.upperBound) / 2])
            if width > Self.largestGrowth * filter.width { filter = CurvatureFilter(width: width) }
            filters.append(filter)
            responses.append(filter.response)
            reaches.append(filter.reach)
            Self.apply(filter, to: samples, in: block.clamped(to: reach..<count - reach), output: output)
        }
    }

    /// The curvature of a peak of height 1 at a position.
    func response(at position: Int) -> Double { responses[position / Self.blockSize] }

    /// Samples on each side that the filter at a position reaches.
    func reach(at position: Int) -> Int { reaches[position / Self.blockSize] }

    /// The filter that made the curvature at a position.
    func filter(at position: Int) -> CurvatureFilter { filters[position / Self.blockSize] }

    /// Eight samples at a time, so that their sums stay in registers; the filter is symmetric.
    private static func apply(
        _ filter: CurvatureFilter, to samples: UnsafeBufferPointer<Double>, in block: Range<Int>,
        output: UnsafeMutableBufferPointer<Double>
    ) {
        let input = UnsafeRawBufferPointer(samples)
        let target = UnsafeMutableRawBufferPointer(output)
        let stride = MemoryLayout<Double>.stride
        filter.curvature.withUnsafeBufferPointer { factors in
            let centre = filter.reach
            var position = block.lowerBound
            while position + 8 <= block.upperBound {
                var sums =
                    factors[centre] * input.loadUnaligned(fromByteOffset: position * stride, as: SIMD8<Double>.self)
                for shift in 1...filter.reach {
                    let factor = factors[centre + shift]
                    let below = input.loadUnaligned(fromByteOffset: (position - shift) * stride, as: SIMD8<Double>.self)
                    let above = input.loadUnaligned(fromByteOffset: (position + shift) * stride, as: SIMD8<Double>.self)
                    sums += factor * below + factor * above
                }
                target.storeBytes(of: sums, toByteOffset: position * stride, as: SIMD8<Double>.self)
                position += 8
            }
            for last in position..<block.upperBound {
                output[last] = factors.indices.reduce(0) { $0 + factors[$1] * samples[last + $1 - centre] }
            }
        }
    }
}
