import Glibc

/// How the distance between samples grows with m/z, which tells the kind of analyser that took them.
///
/// Analysers sample evenly in time or frequency, so that the distance is a power of m/z: 0 in ion traps, 1/2 in
/// time-of-flight, 3/2 in Orbitrap, 2 in FT-ICR instruments. Peaks widen by the same power, except in time-of-flight.
/// In 40 profile spectra of these four and a quadrupole the powers are met within 0.01; a spectrum that spans less than
/// a tenth of its m/z does not tell.
package enum SamplingLaw: Hashable {
    /// Evenly in m/z and coarsely, with this distance in Th: an ion trap, or a quadrupole.
    case ionTrap(spacing: Double)
    /// The distance grows faster than m/z: frequencies were measured (Orbitrap, FT-ICR).
    case fourierTransform
    /// With the root of m/z: a flight time was measured.
    case timeOfFlight
    /// Any other, also where a spectrum is too short to tell.
    case other

    /// Least distance in Th of even samples for an ion trap. Such samples are 0.07 to 0.1 Th apart; files that a
    /// program sampled anew, evenly, have much shorter distances.
    private static let leastTrapSpacing = 0.03
    /// Halfway between the powers of ion trap and time-of-flight.
    private static let largestTrapPower = 0.25
    /// The powers of time-of-flight, which calibrations move a little from 1/2.
    private static let flightPowers = 0.4...0.6
    /// Between the powers of time-of-flight and Orbitrap, at the one of a peak width in proportion to m/z.
    private static let leastFourierPower = 1.0

    /// Distances that are looked at; more tell no more.
    private static let places = 32
    /// A power is taken between places whose m/z differ by at least this factor.
    private static let leastRatio = 1.1
    /// Fewest pairs of places that decide.
    private static let fewestPairs = 3

    /// The law of samples in strictly ascending order of finite m/z in Th.
    package init(of mz: [Double]) {
        self = mz.withUnsafeBufferPointer { mz in
            SamplingLaw(mz: mz, spacing: SampleSpacing(mz: mz, parameters: CentroidingParameters()))
        }
    }

    /// - Parameters:
    ///   - mz: m/z of the samples in Th, strictly ascending and finite.
    ///   - spacing: Tells the distance of samples at a place.
    init(mz: UnsafeBufferPointer<Double>, spacing: SampleSpacing) {
        self = withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.places) { powers in
            let blocks = spacing.blockCount
            let half = min(Self.places, blocks / 2)
            var pairs = 0
            for number in 0..<half {
                // Each place of the lower half with the one half a spectrum above it.
                let low = number * (blocks / 2) / half
                let high = low + blocks / 2
                let ratio = mz[spacing.firstPosition(ofBlock: high)] / mz[spacing.firstPosition(ofBlock: low)]
                guard ratio >= Self.leastRatio, ratio < .infinity else { continue }
                let growth = spacing.distance(inBlock: high) / spacing.distance(inBlock: low)
                powers[pairs] = log(growth) / log(ratio)
                guard powers[pairs].isFinite else { continue }
                pairs += 1
            }
            guard pairs >= Self.fewestPairs else { return .other }
            let power = Selection.element(ofRank: pairs / 2, in: powers, count: pairs)
            if power >= Self.leastFourierPower { return .fourierTransform }
            if Self.flightPowers.contains(power) { return .timeOfFlight }
            guard abs(power) <= Self.largestTrapPower else { return .other }
            let distance = spacing.distance(inBlock: blocks / 2)
            return distance >= Self.leastTrapSpacing ? .ionTrap(spacing: distance) : .other
        }
    }
}
