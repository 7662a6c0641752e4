import Glibc

/// Ion trap signal made ready for seeking peaks: its samples with the zeros a file left out, and a smoothed copy.
///
/// An ion trap records few ions on a coarse grid, and ripples stand on its peaks and between them. The maxima of the
/// signal smoothed with a Gaussian part it much as the vendor's software does: in 7 survey scans of an LTQ FT, of the
/// peaks above three times the noise 16 % instead of 27 % are none of the vendor's, with as many of the vendor's found.
struct TrapSignal {
    /// m/z in Th of the samples, ascending; those of added zeros are only near their place.
    private(set) var mz: [Double]
    /// The samples, with zeros at both ends and in gaps.
    private(set) var samples: [Double]
    /// The smoothed samples, to a constant factor.
    private(set) var smoothed: [Double] = []

    /// Samples on each side that the kernel reaches; what is beyond four standard deviations does not count.
    private static let reach = 4
    /// Standard deviation of the kernel in samples. With 0.8 a fifth of the peaks are ripples, with 1 a ninth, but more
    /// of the vendor's weak peaks are lost.
    private static let deviation = 0.9

    /// - Parameters:
    ///   - source: Samples in ascending order.
    ///   - spacing: Distance of neighbouring samples in Th.
    init(_ source: ProfileSamples, spacing: Double) {
        // One more than two kernels reach keeps the smoothed signal on both sides of a gap apart.
        let limit = Double(2 * Self.reach + 1)
        let filling = GapFilling(of: source, reach: Self.reach) { position in
            let missing = (source.mz[position + 1] - source.mz[position]) / spacing - 1
            return (max(0, Int(min(missing.rounded(), limit))), spacing)
        }
        mz = Array(repeating: 0, count: filling.count)
        samples = mz
        mz.withUnsafeMutableBufferPointer { mz in
            samples.withUnsafeMutableBufferPointer { samples in filling.write(mz: mz, samples: samples) }
        }
        smooth()
    }

    private mutating func smooth() {
        // The factors sum to less than 1 (their sum would be 2.26), so that no sum overflows.
        let kernel = (-Self.reach...Self.reach).map { shift in
            let deviations = Double(shift) / Self.deviation
            return exp(-0.5 * deviations * deviations) / 2.4
        }
        smoothed = Array(repeating: 0, count: samples.count)
        let inner = max(0, samples.count - 2 * Self.reach)
        samples.withUnsafeBufferPointer { samples in
            smoothed.withUnsafeMutableBufferPointer { smoothed in
                // One factor after the other over all samples: loops the compiler turns into vector instructions.
                for (shift, factor) in kernel.enumerated() {
                    for position in 0..<inner {
                        smoothed[position + Self.reach] += factor * samples[position + shift]
                    }
                }
            }
        }
    }
}
