public import SpectrumModel

/// What is kept of a survey spectrum (MS1): its peaks, and what tells which fragment spectra they belong to.
public struct SurveyScan: Sendable, Hashable {
    /// Position of the spectrum in its file, counted from 0.
    public let index: Int
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
    /// Their intensities in detector counts, parallel to ``mz``, positive and finite in single precision too.
    public let intensities: [Double]

    /// Intensities that single precision has a number above zero for. They bound sums as well, so that no sum over
    /// peaks is infinite.
    private static let usableIntensities =
        Double(Float.leastNonzeroMagnitude)...Double(Float.greatestFiniteMagnitude)

    /// Takes what is needed from a spectrum of peaks; its arrays are shared, not copied, where they are in order.
    ///
    /// Peaks without intensity, which some programs write, are left out, and so are those of negative intensity or
    /// without a positive m/z. What is more than single precision can say is cut down to the most that it can.
    ///
    /// - Returns: `nil` for spectra that are not MS1, have no peaks, or hold profile signal.
    public init?(_ spectrum: Spectrum) {
        guard spectrum.msLevel == 1, spectrum.signal != .profile else { return nil }
        if Self.isSound(mz: spectrum.mz, intensities: spectrum.intensities) {
            (mz, intensities) = (spectrum.mz, spectrum.intensities)
        } else {
            (mz, intensities) = Self.repaired(mz: spectrum.mz, intensities: spectrum.intensities)
        }
        guard !mz.isEmpty else { return nil }
        index = spectrum.index
        nativeID = spectrum.nativeID
        retentionTimeSeconds = spectrum.retentionTimeSeconds
        polarity = spectrum.polarity
        compensationVoltage = spectrum.scan.ionMobilities[.compensationVoltage]
    }

    /// Whether the peaks are in order and each has an intensity.
    private static func isSound(mz: [Double], intensities: [Double]) -> Bool {
        mz.withUnsafeBufferPointer { mz in
            intensities.withUnsafeBufferPointer { intensities in
                var previous = Double.leastNonzeroMagnitude
                for peak in mz.indices {
                    // Written so that NaN fails too.
                    guard mz[peak] >= previous, mz[peak] < .infinity, usableIntensities.contains(intensities[peak])
                    else { return false }
                    previous = mz[peak]
                }
                return true
            }
        }
    }

    private static func repaired(mz: [Double], intensities: [Double]) -> (mz: [Double], intensities: [Double]) {
        let usable = mz.indices.filter {
            mz[$0] > 0 && mz[$0] < .infinity && intensities[$0] >= usableIntensities.lowerBound
        }
        let isOrdered = zip(usable, usable.dropFirst()).allSatisfy { mz[$0] <= mz[$1] }
        let order = isOrdered ? usable : usable.sorted { (mz[$0], $0) < (mz[$1], $1) }
        return (order.map { mz[$0] }, order.map { min(intensities[$0], usableIntensities.upperBound) })
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
