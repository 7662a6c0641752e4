public import SpectrumModel

/// Turns spectra into centroided ones and leaves alone those that are.
///
/// Centroid spectra pass untouched. Profile spectra are centroided. Spectra the file does not label are classified
/// first; where the samples do not decide, a spectrum passes untouched and keeps the label `unknown`.
public struct PeakPicker: Sendable, Hashable {
    /// Finds the peaks of profile signal.
    public let centroider: Centroider
    private let classifier = SignalClassifier()

    /// Creates a peak picker.
    public init(parameters: CentroidingParameters = CentroidingParameters()) {
        centroider = Centroider(parameters: parameters)
    }

    /// The spectrum with its peaks.
    public func pick(_ spectrum: Spectrum) -> Spectrum { pickWithRepairs(spectrum).spectrum }

    /// What the spectrum holds: as the file states it, and told from the samples where it does not.
    public func signal(of spectrum: Spectrum) -> SignalMode {
        spectrum.signal == .unknown ? classifier.classify(spectrum) : spectrum.signal
    }

    /// The spectrum with its peaks, and what was noticed on the way.
    public func pickAndExamine(_ spectrum: Spectrum) -> PickingOutcome {
        let (picked, repairs) = pickWithRepairs(spectrum)
        return PickingOutcome(
            spectrum: picked, isPicked: repairs != nil, repairs: repairs ?? SampleRepairs(),
            contradiction: classifier.contradiction(in: spectrum))
    }

    /// Repairs are `nil` where the spectrum passes untouched.
    private func pickWithRepairs(_ spectrum: Spectrum) -> (spectrum: Spectrum, repairs: SampleRepairs?) {
        var picked = spectrum
        picked.signal = signal(of: spectrum)
        guard picked.signal == .profile else { return (picked, nil) }
        let peaks = centroider.centroid(mz: spectrum.mz, intensities: spectrum.intensities)
        picked.replacePeaks(mz: peaks.mz, intensities: peaks.intensities)
        picked.signal = .centroid
        return (picked, peaks.repairs)
    }
}

/// A picked spectrum and what was noticed about the one it was made from.
public struct PickingOutcome: Sendable, Hashable {
    /// The spectrum with its peaks.
    public let spectrum: Spectrum
    /// Whether it was profile signal before; `false` for spectra that passed untouched.
    public let isPicked: Bool
    /// What had to be done to the samples; empty for spectra that passed untouched.
    public let repairs: SampleRepairs
    /// What contradicts the label of the file, which was trusted nevertheless.
    public let contradiction: LabelContradiction?
}
