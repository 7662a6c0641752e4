/// Where to put zeros into profile signal that files leave out, so that a filter finds the samples it reaches.
struct GapFilling {
    /// Samples of the filled signal.
    let count: Int
    private let source: ProfileSamples
    private let reach: Int
    private let gaps: [Gap]

    private struct Gap {
        var position: Int
        var missing: Int
        var distance: Double
    }

    /// - Parameters:
    ///   - source: Samples in ascending order.
    ///   - reach: Zeros to add at both ends: samples on each side that a filter reaches.
    ///   - gap: How many zeros to add after a sample, no more than were left out, and how far apart in Th samples are
    ///     there; asked for ascending positions.
    init(of source: ProfileSamples, reach: Int, gap: (_ position: Int) -> (missing: Int, distance: Double)) {
        var gaps: [Gap] = []
        for position in source.mz.indices.dropLast() {
            let (missing, distance) = gap(position)
            if missing > 0 { gaps.append(Gap(position: position, missing: missing, distance: distance)) }
        }
        count = source.mz.count + gaps.reduce(2 * reach) { $0 + $1.missing }
        self.source = source
        self.reach = reach
        self.gaps = gaps
    }

    /// Writes the filled signal; the zeros at the ends have the m/z of the outermost samples.
    ///
    /// - Precondition: Both have room for ``count`` numbers.
    func write(mz: UnsafeMutableBufferPointer<Double>, samples: UnsafeMutableBufferPointer<Double>) {
        precondition(min(mz.count, samples.count) >= count, "There is room for all samples.")
        samples.update(repeating: 0)
        var place = 0
        func addEnd(at end: Double) {
            for _ in 0..<reach {
                mz[place] = end
                place += 1
            }
        }
        func add(_ part: Range<Int>) {
            for position in part {
                mz[place] = source.mz[position]
                samples[place] = source.intensities[position]
                place += 1
            }
        }

        addEnd(at: source.mz.first ?? 0)
        var start = 0
        for gap in gaps {
            add(start..<gap.position + 1)
            start = gap.position + 1
            // Each zero lies where it is seen from the nearer sample.
            let (lower, upper) = (source.mz[gap.position], source.mz[start])
            let step = min(gap.distance, (upper - lower) / Double(gap.missing + 1))
            for number in 1...gap.missing {
                let fromUpper = gap.missing + 1 - number
                mz[place] = number <= fromUpper ? lower + Double(number) * step : upper - Double(fromUpper) * step
                place += 1
            }
        }
        add(start..<source.mz.count)
        addEnd(at: source.mz.last ?? 0)
    }
}
