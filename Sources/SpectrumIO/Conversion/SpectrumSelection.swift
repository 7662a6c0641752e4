public import SpectrumModel

/// Which spectra of a file are wanted; what is not said does not limit.
public struct SpectrumSelection: Sendable, Hashable {
    /// MS levels.
    public var levels: Set<Int>?
    /// Native identifiers.
    public var nativeIDs: Set<String>?
    /// Scan numbers; spectra without one are left out where this is given.
    public var scanNumbers: ClosedRange<Int>?
    /// Retention times in seconds; spectra without one are left out where this is given.
    public var retentionTimesSeconds: ClosedRange<Double>?

    /// All spectra.
    public init() {}

    /// Whether a spectrum is wanted.
    public func contains(_ spectrum: Spectrum) -> Bool {
        if let levels, !levels.contains(spectrum.msLevel) { return false }
        if let nativeIDs, !nativeIDs.contains(spectrum.nativeID) { return false }
        if let scanNumbers {
            guard let number = spectrum.scanNumber, scanNumbers.contains(number) else { return false }
        }
        if let retentionTimesSeconds {
            guard let time = spectrum.retentionTimeSeconds, retentionTimesSeconds.contains(time) else { return false }
        }
        return true
    }
}
