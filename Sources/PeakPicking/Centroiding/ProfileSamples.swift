/// Samples that a peak can be sought in: finite positive m/z in strictly ascending order, finite intensities from 0.
struct ProfileSamples {
    private(set) var mz: [Double]
    private(set) var intensities: [Double]
    private(set) var repairs = SampleRepairs()

    /// Takes sound samples as they are and repairs others.
    init(mz: [Double], intensities: [Double]) {
        self.mz = mz
        self.intensities = intensities
        if !isSound { repair() }
    }

    private var isSound: Bool {
        var previous = 0.0
        for position in mz.indices {
            // Written so that NaN fails too.
            guard mz[position] > previous, mz[position] < .infinity else { return false }
            guard intensities[position] >= 0, intensities[position] < .infinity else { return false }
            previous = mz[position]
        }
        return true
    }

    private mutating func repair() {
        let usable = mz.indices.filter { mz[$0] > 0 && mz[$0] < .infinity }
        repairs.discarded = mz.count - usable.count
        let order = usable.sorted { (mz[$0], $0) < (mz[$1], $1) }
        repairs.wasUnsorted = order != usable

        var sortedMZ: [Double] = []
        var sortedIntensities: [Double] = []
        sortedMZ.reserveCapacity(order.count)
        sortedIntensities.reserveCapacity(order.count)
        for position in order {
            let intensity = usableIntensity(intensities[position])
            if let last = sortedMZ.last, last == mz[position] {
                let sum = sortedIntensities[sortedIntensities.count - 1] + intensity
                sortedIntensities[sortedIntensities.count - 1] = min(sum, .greatestFiniteMagnitude)
                repairs.combined += 1
            } else {
                sortedMZ.append(mz[position])
                sortedIntensities.append(intensity)
            }
        }
        mz = sortedMZ
        intensities = sortedIntensities
    }

    private mutating func usableIntensity(_ intensity: Double) -> Double {
        if intensity >= 0 && intensity < .infinity { return intensity }
        repairs.zeroed += 1
        return 0
    }
}

/// What had to be done to the samples of a spectrum before peaks could be sought in them.
public struct SampleRepairs: Sendable, Hashable, CustomStringConvertible {
    /// Samples left out because their m/z is not a positive finite number.
    public internal(set) var discarded = 0
    /// Samples whose intensity was negative or not finite and was taken as 0.
    public internal(set) var zeroed = 0
    /// Samples that have the m/z of the one before them and were added to it.
    public internal(set) var combined = 0
    /// Whether the samples were not in order of m/z and were sorted.
    public internal(set) var wasUnsorted = false

    /// Whether the samples were sound and nothing was done.
    public var isEmpty: Bool { self == SampleRepairs() }

    /// What was done, as the rest of a sentence that names the spectrum; empty where nothing was.
    public var description: String {
        var parts: [String] = []
        if discarded > 0 { parts.append("\(discarded) samples without a usable m/z were left out") }
        if zeroed > 0 { parts.append("\(zeroed) intensities that are negative or no number were taken as 0") }
        if combined > 0 { parts.append("\(combined) samples were added to others of the same m/z") }
        if wasUnsorted { parts.append("the samples were sorted by m/z") }
        return parts.joined(separator: ", ")
    }
}
