import Chemistry
import ProteinDatabase

/// Compares candidates with one spectrum at a time. Each worker has its own.
struct FragmentMatcher {
    /// What a candidate matched: counts and summed intensities of the b (prefix) and the y (suffix) series.
    struct Tally {
        var prefixCount = 0
        var suffixCount = 0
        var prefixIntensity = 0.0
        var suffixIntensity = 0.0
        /// Calculated fragments within the m/z range of the peaks.
        var possibleCount = 0
        /// Matched fragments whose peak is one of the more intense ones.
        var intenseCount = 0

        var count: Int { prefixCount &+ suffixCount }
        var fragments: FragmentCounts {
            FragmentCounts(possible: possibleCount, matched: count, matchedIntense: intenseCount)
        }
    }

    /// One matched fragment in detail.
    struct Hit {
        var isPrefix: Bool
        var ordinal: Int
        var charge: Int
        var peak: Int
        var intensity: Double
        var errorPPM: Double
    }

    private let lookup: PeakLookup
    private let minimumOrdinal: Int
    /// For each peak, the number of the last candidate whose b series took it; likewise for y.
    private var takenByPrefix = [UInt32](repeating: 0, count: SearchParameters.peakLimit)
    private var takenBySuffix = [UInt32](repeating: 0, count: SearchParameters.peakLimit)
    private var candidate: UInt32 = 0
    /// 1 / charge, by charge.
    private let inverseCharges: [Double]

    init(parameters: SearchParameters) {
        lookup = PeakLookup(
            tolerance: parameters.fragmentTolerance, heaviestFragment: parameters.heaviestFragmentMZ)
        minimumOrdinal = parameters.minimumFragmentOrdinal
        inverseCharges = (0...max(1, parameters.maximumFragmentCharge)).map { $0 == 0 ? 0 : 1 / Double($0) }
    }

    /// Takes the next spectrum.
    mutating func load(_ spectrum: PreparedSpectrum) { lookup.load(spectrum) }

    /// Counts what a candidate matches.
    ///
    /// For each calculated ion the most intense peak in tolerance is taken, of equally intense ones that of lowest m/z.
    /// A peak counts once in each series, for the ion nearest the N-terminus and of the lowest charge that takes it.
    mutating func tally(_ masses: CandidateMasses, maximumCharge: Int) -> Tally {
        var tally = Tally()
        let lookup = lookup
        tally.possibleCount = forEachMatch(of: masses, maximumCharge: maximumCharge) { isPrefix, _, _, _, peak in
            let intensity = lookup.intensity(ofPeak: peak)
            tally.intenseCount &+= lookup.isIntense(peak) ? 1 : 0
            if isPrefix {
                tally.prefixCount &+= 1
                tally.prefixIntensity += intensity
            } else {
                tally.suffixCount &+= 1
                tally.suffixIntensity += intensity
            }
        }
        return tally
    }

    /// Lists what a candidate matches: b before y, then by ordinal and charge.
    mutating func hits(of masses: CandidateMasses, maximumCharge: Int) -> [Hit] {
        var hits: [Hit] = []
        let lookup = lookup
        _ = forEachMatch(of: masses, maximumCharge: maximumCharge) { isPrefix, ordinal, charge, calculated, peak in
            hits.append(
                Hit(
                    isPrefix: isPrefix, ordinal: ordinal, charge: charge, peak: peak,
                    intensity: lookup.intensity(ofPeak: peak),
                    errorPPM: MassToCharge.errorPPM(observed: lookup.mz(ofPeak: peak), calculated: calculated)))
        }
        return hits.sorted {
            ($0.isPrefix ? 0 : 1, $0.ordinal, $0.charge) < ($1.isPrefix ? 0 : 1, $1.ordinal, $1.charge)
        }
    }

    /// Walks the bonds of a candidate from its N-terminus; each makes one b and one y ion of every charge.
    ///
    /// - Returns: how many ions lie within the m/z range of the peaks.
    @inline(__always) private mutating func forEachMatch(
        of masses: CandidateMasses, maximumCharge: Int,
        _ body: (_ isPrefix: Bool, _ ordinal: Int, _ charge: Int, _ calculated: Double, _ peak: Int) -> Void
    ) -> Int {
        beginCandidate()
        let count = masses.count
        let total = masses.neutralMass
        let range = lookup.range
        let (lookup, candidate, minimumOrdinal) = (lookup, candidate, minimumOrdinal)
        var possible = 0
        var prefix = masses.nTerminus
        for bond in 1..<max(1, count) {
            prefix += masses.residues[bond &- 1]
            for charge in 1...maximumCharge {
                let factor = inverseCharges[charge]
                if bond >= minimumOrdinal {
                    let calculated = prefix * factor + ParticleMass.proton
                    if calculated >= range.lowerBound, calculated <= range.upperBound {
                        possible &+= 1
                        let peak = lookup.mostIntensePeak(at: calculated)
                        if peak >= 0, takenByPrefix[peak] != candidate {
                            takenByPrefix[peak] = candidate
                            body(true, bond, charge, calculated, peak)
                        }
                    }
                }
                if count &- bond >= minimumOrdinal {
                    let calculated = (total - prefix) * factor + ParticleMass.proton
                    if calculated >= range.lowerBound, calculated <= range.upperBound {
                        possible &+= 1
                        let peak = lookup.mostIntensePeak(at: calculated)
                        if peak >= 0, takenBySuffix[peak] != candidate {
                            takenBySuffix[peak] = candidate
                            body(false, count &- bond, charge, calculated, peak)
                        }
                    }
                }
            }
        }
        return possible
    }

    private mutating func beginCandidate() {
        candidate &+= 1
        guard candidate == 0 else { return }
        for peak in takenByPrefix.indices {
            takenByPrefix[peak] = 0
            takenBySuffix[peak] = 0
        }
        candidate = 1
    }
}
