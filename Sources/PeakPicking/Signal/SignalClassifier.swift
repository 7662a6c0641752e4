public import SpectrumModel

/// Tells profile signal from centroids by the distances between samples.
///
/// An instrument samples profile signal evenly, so the distances from a sample to its two neighbours are equal within a
/// few percent and small; centroids lie where the ions are. Witnesses are the samples at least as intense as the mean
/// of those above zero, or all above zero where those are too few, if at least one neighbour is above zero too (a
/// single sample between zeros is a peak either way). A witness speaks for profile if its distances differ by at most 5
/// % and are at most 0.3 Th. The signal is profile where at least 85 % of the witnesses do, centroid where at most 70 %
/// do, and unknown in between or with fewer than five witnesses.
///
/// Checked on 7,517 labelled spectra of 100 public files (Orbitrap, FT-ICR, TOF, ion trap): the share is at least 94 %
/// in each of the 103 profile spectra, and at most 65 % in 7,173 centroid spectra; 216 with too few peaks stay unknown.
/// Of the 25 that contradict their label 21 are labelled wrongly, two come from a file of toy numbers, and two are sums
/// of ion mobility scans.
public struct SignalClassifier: Sendable, Hashable {
    /// Share of evenly spaced witnesses from which on signal is profile.
    public static let profileShare = 0.85
    /// Share of evenly spaced witnesses up to which signal is centroid.
    public static let centroidShare = 0.7
    /// Fewest witnesses that decide.
    public static let fewestWitnesses = 5
    /// Largest difference of two distances that are even, as a share of the larger.
    public static let unevenness = 0.05
    /// Largest distance of samples in Th, as ``CentroidingParameters/maximumSpacing``.
    public static let maximumSpacing = 0.3

    /// Creates a classifier.
    public init() {}

    /// What the peak arrays of a spectrum look like, whatever their label says.
    ///
    /// - Complexity: O(n) for ascending m/z, without allocation.
    public func classify(_ spectrum: Spectrum) -> SignalMode { verdict(spectrum).mode }

    /// What contradicts the label of a spectrum; `nil` where nothing does, where there is none, or where the samples do
    /// not decide.
    public func contradiction(in spectrum: Spectrum) -> LabelContradiction? {
        guard spectrum.signal != .unknown else { return nil }
        let verdict = verdict(spectrum)
        guard verdict.mode != .unknown, verdict.mode != spectrum.signal else { return nil }
        return LabelContradiction(
            spectrumID: spectrum.nativeID, label: spectrum.signal, appearance: verdict.mode,
            evenShare: verdict.evenShare, witnesses: verdict.witnesses)
    }

    private func verdict(_ spectrum: Spectrum) -> (mode: SignalMode, evenShare: Double, witnesses: Int) {
        let samples = ProfileSamples(mz: spectrum.mz, intensities: spectrum.intensities)
        let mean = meanOfPositive(samples.intensities)
        var (witnesses, even) = count(mz: samples.mz, intensities: samples.intensities, threshold: mean)
        if witnesses < Self.fewestWitnesses {
            (witnesses, even) = count(mz: samples.mz, intensities: samples.intensities, threshold: 0)
        }
        guard witnesses >= Self.fewestWitnesses else { return (.unknown, 0, witnesses) }
        let share = Double(even) / Double(witnesses)
        if share >= Self.profileShare { return (.profile, share, witnesses) }
        return (share <= Self.centroidShare ? .centroid : .unknown, share, witnesses)
    }

    private func count(mz: [Double], intensities: [Double], threshold: Double) -> (witnesses: Int, even: Int) {
        var witnesses = 0
        var even = 0
        for position in mz.indices.dropFirst().dropLast() {
            guard intensities[position] >= threshold, intensities[position] > 0 else { continue }
            guard intensities[position - 1] > 0 || intensities[position + 1] > 0 else { continue }
            witnesses += 1
            let left = mz[position] - mz[position - 1]
            let right = mz[position + 1] - mz[position]
            let larger = max(left, right)
            if larger <= Self.maximumSpacing && abs(left - right) <= Self.unevenness * larger { even += 1 }
        }
        return (witnesses, even)
    }

    private func meanOfPositive(_ intensities: [Double]) -> Double {
        var sum = 0.0
        var count = 0
        for intensity in intensities where intensity > 0 {
            sum += intensity
            count += 1
        }
        return count == 0 ? 0 : sum / Double(count)
    }
}
