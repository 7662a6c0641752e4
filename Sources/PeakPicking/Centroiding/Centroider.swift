/// Finds the peaks of profile signal: one m/z and one intensity for each local maximum.
///
/// - Every local maximum is a peak if a valley of ``CentroidingParameters/valleyShare`` parts it from higher ones. A
///   shoulder has no maximum of its own and belongs to the peak it leans on, but in time-of-flight signal.
/// - The m/z of a peak is the apex of a Gaussian through the maximum and the samples beside it, and of a parabola where
///   the distances of samples tell a Fourier transform instrument (`ApexFit`).
/// - The intensity of a peak is the height of that apex or the sum of its samples: ``CentroidingParameters/intensity``.
/// - In time-of-flight signal, which the distances tell too, peaks are maxima of curvature, seen through a filter as wide
///   as the strong peaks of the spectrum (`CurvatureFilter`): ripples on a peak do not split it, and a shoulder is parted
///   from the peak it leans on.
/// - Ion trap signal, which even and coarse samples tell, is smoothed before it is parted into peaks, and the m/z of
///   a peak is the centre of mass of its samples above half its height, which is the highest of them.
/// - Samples of zero end a peak whether the file has them or left them out: both forms give the same peaks.
/// - Of equal samples at the top (a saturated detector) the middle is the apex and their intensity the height.
/// - A peak of two samples lies between them, nearer to the higher; a single sample is a peak at its own m/z.
public struct Centroider: Sendable, Hashable {
    /// What counts as a peak.
    public let parameters: CentroidingParameters

    /// Creates a centroider.
    ///
    /// - Precondition: `valleyShare` lies in 0...1, `gapFactor` is above 1, `minimumSamples` at least 1,
    ///   `minimumIntensity` and `signalToNoise` not negative and `maximumSpacing` positive.
    public init(parameters: CentroidingParameters = CentroidingParameters()) {
        precondition((0...1).contains(parameters.valleyShare), "A share lies between 0 and 1.")
        precondition(parameters.gapFactor > 1, "A gap is wider than the spacing of samples.")
        precondition(parameters.minimumSamples >= 1, "A peak has at least one sample.")
        precondition(parameters.minimumIntensity >= 0, "Peaks have positive heights.")
        precondition(parameters.signalToNoise >= 0, "A share of the noise is not negative.")
        precondition(parameters.maximumSpacing > 0, "Distances between samples are positive.")
        self.parameters = parameters
    }

    /// Centroids one spectrum.
    ///
    /// Samples that cannot be used are repaired and counted: see ``SampleRepairs``.
    ///
    /// - Parameters:
    ///   - mz: m/z of the samples in Th.
    ///   - intensities: Their intensities in detector counts.
    /// - Returns: Peaks with strictly ascending, finite m/z and positive, finite intensities.
    /// - Precondition: `mz` and `intensities` have equal length.
    /// - Complexity: O(n) for ascending m/z, O(n log n) otherwise.
    public func centroid(mz: [Double], intensities: [Double]) -> CentroidedPeaks {
        precondition(mz.count == intensities.count, "A sample has an m/z and an intensity.")
        let samples = ProfileSamples(mz: mz, intensities: intensities)
        var peaks = pickPeaks(of: samples)
        peaks.repairs = samples.repairs
        return peaks
    }

    private func pickPeaks(of samples: ProfileSamples) -> CentroidedPeaks {
        samples.mz.withUnsafeBufferPointer { mz in
            let spacing = SampleSpacing(mz: mz, parameters: parameters)
            let law = SamplingLaw(mz: mz, spacing: spacing)
            if case .ionTrap(let distance) = law { return pickTrapPeaks(of: samples, spacing: distance) }
            return samples.intensities.withUnsafeBufferPointer { intensities in
                if law == .timeOfFlight, let widths = PeakWidthLaw(mz: mz, intensities: intensities) {
                    return pickCurvedPeaks(of: samples, spacing: spacing, law: widths)
                }
                return write(atMost: mz.count) { output in
                    var scan = PeakScan(
                        mz: mz, intensities: intensities, parameters: parameters, isGaussian: law != .fourierTransform,
                        spacing: spacing, output: output)
                    return scan.run()
                }
            }
        }
    }

    private func pickTrapPeaks(of samples: ProfileSamples, spacing: Double) -> CentroidedPeaks {
        let signal = TrapSignal(samples, spacing: spacing)
        return signal.mz.withUnsafeBufferPointer { mz in
            signal.samples.withUnsafeBufferPointer { samples in
                signal.smoothed.withUnsafeBufferPointer { smoothed in
                    write(atMost: mz.count) { output in
                        var scan = TrapScan(
                            mz: mz, samples: samples, smoothed: smoothed, parameters: parameters, output: output)
                        return scan.run()
                    }
                }
            }
        }
    }

    /// All memory is one piece, which the allocator keeps from spectrum to spectrum, as it would not keep several.
    private func pickCurvedPeaks(
        of samples: ProfileSamples, spacing: SampleSpacing, law: PeakWidthLaw
    ) -> CentroidedPeaks {
        let filling = CurvatureSignal.filling(of: samples, spacing: spacing, law: law)
        // Of two neighbours only one is a maximum.
        let peaks = filling.count / 2 + 1
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * filling.count + 3 * peaks) { memory in
            let output = PeakBuffers(memory: UnsafeMutableBufferPointer(rebasing: memory[(3 * filling.count)...]))
            var scan = CurvatureScan(
                signal: CurvatureSignal(filling: filling, law: law, memory: memory), parameters: parameters,
                output: output)
            return output.peaks(scan.run(), parameters: parameters)
        }
    }

    /// Lends memory to a scan, which returns the number of its peaks; only what was found is copied to arrays.
    private func write(atMost count: Int, scan: (PeakBuffers) -> Int) -> CentroidedPeaks {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * count) { memory in
            let output = PeakBuffers(memory: memory)
            return output.peaks(scan(output), parameters: parameters)
        }
    }
}

/// The peaks of one spectrum.
public struct CentroidedPeaks: Sendable, Hashable {
    /// m/z of the peaks in Th, strictly ascending.
    public internal(set) var mz: [Double]
    /// Heights or areas of the peaks in detector counts, parallel to ``mz``.
    public internal(set) var intensities: [Double]
    /// What had to be done to the samples first.
    public internal(set) var repairs = SampleRepairs()
}
