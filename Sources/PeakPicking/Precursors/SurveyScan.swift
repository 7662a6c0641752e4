public import SpectrumModel

/// What is kept of a survey spectrum (MS1) while fragment spectra are compared with it.
public struct SurveyScan: Sendable, Hashable {
    /// Native identifier.
    public let nativeID: String
    /// Start of the scan in seconds, where the file states it.
    public let retentionTimeSeconds: Double?
    /// Polarity, where the file states it.
    public let polarity: Polarity?
    /// FAIMS compensation voltage in volt, where the file states it.
    public let compensationVoltage: Double?
    /// m/z of the peaks in Th, ascending.
    public let mz: [Double]
    /// Their intensities in detector counts, parallel to ``mz``.
    public let intensities: [Double]

    /// Takes what is needed from a spectrum of peaks; its arrays are shared, not copied, where they are in order.
    ///
    /// - Returns: `nil` for spectra that are not MS1, have no peaks, or hold profile signal.
    public init?(_ spectrum: Spectrum) {
        guard spectrum.msLevel == 1, spectrum.peakCount > 0, spectrum.signal != .profile else { return nil }
        nativeID = spectrum.nativeID
        retentionTimeSeconds = spectrum.retentionTimeSeconds
        polarity = spectrum.polarity
        compensationVoltage = spectrum.scan.ionMobilities[.compensationVoltage]
        if zip(spectrum.mz, spectrum.mz.dropFirst()).allSatisfy({ $0 <= $1 }) {
            (mz, intensities) = (spectrum.mz, spectrum.intensities)
        } else {
            let order = spectrum.mz.indices.sorted { (spectrum.mz[$0], $0) < (spectrum.mz[$1], $1) }
            mz = order.map { spectrum.mz[$0] }
            intensities = order.map { spectrum.intensities[$0] }
        }
    }

    /// Whether the scan saw the ions a fragment spectrum was made from: polarity and FAIMS voltage are the same, where
    /// both are stated.
    func isLike(_ spectrum: Spectrum) -> Bool {
        if let polarity, let other = spectrum.polarity, polarity != other { return false }
        if let compensationVoltage, let other = spectrum.scan.ionMobilities[.compensationVoltage] {
            return compensationVoltage == other
        }
        return true
    }

    /// Whether the scan was begun after a spectrum; `nil` where one of the times is not stated.
    func isAfter(_ spectrum: Spectrum) -> Bool? {
        guard let retentionTimeSeconds, let other = spectrum.retentionTimeSeconds else { return nil }
        return retentionTimeSeconds > other
    }

    /// Seconds between the scan and a spectrum; 0 where one of the times is not stated.
    func secondsApart(from spectrum: Spectrum) -> Double {
        guard let retentionTimeSeconds, let other = spectrum.retentionTimeSeconds else { return 0 }
        return abs(retentionTimeSeconds - other)
    }
}
