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

        var count: Int { prefixCount + suffixCount }
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

    init(parameters: SearchParameters) {
        lookup = PeakLookup(
            tolerance: parameters.fragmentTolerance, heaviestFragment: parameters.heaviestFragmentMZ)
        minimumOrdinal = parameters.minimumFragmentOrdinal
    }

    /// Takes the next spectrum.
    mutating func load(_ spectrum: PreparedSpectrum) { lookup.load(spectrum) }

    /// Counts what a candidate matches.
    ///
    /// For each calculated ion the most intense peak in tolerance is taken, of equally intense ones that of lowest m/z.
    /// A peak counts once in each series, for the ion nearest the N-terminus and of the lowest charge that takes it.
    mutating func tally(_ masses: CandidateMasses, maximumCharge: Int) -> Tally {
        var tally = Tally()
        forEachMatch(of: masses, maximumCharge: maximumCharge) { hit in
            if hit.isPrefix {
                tally.prefixCount &+= 1
                tally.prefixIntensity += hit.intensity
            } else {
                tally.suffixCount &+= 1
                tally.suffixIntensity += hit.intensity
            }
        }
        return tally
    }

    /// Lists what a candidate matches: b before y, then by ordinal and charge.
    mutating func hits(of masses: CandidateMasses, maximumCharge: Int) -> [Hit] {
        var hits: [Hit] = []
        forEachMatch(of: masses, maximumCharge: maximumCharge) { hits.append($0) }
        return hits.sorted {
            ($0.isPrefix ? 0 : 1, $0.ordinal, $0.charge) < ($1.isPrefix ? 0 : 1, $1.ordinal, $1.charge)
        }
    }

    /// Walks the bonds of a candidate from its N-terminus; each makes one b and one y ion of every charge.
    @inline(__always) private mutating func forEachMatch(
        of masses: CandidateMasses, maximumCharge: Int, _ body: (Hit) -> Void
    ) {
        beginCandidate()
        let count = masses.count
        let total = masses.neutralMass
        var prefix = masses.nTerminus
        for bond in 1..<max(1, count) {
            prefix += masses.residues[bond &- 1]
            if bond >= minimumOrdinal {
                for charge in 1...maximumCharge {
                    guard let hit = match(prefix, charge: charge) else { continue }
                    guard takenByPrefix[hit.peak] != candidate else { continue }
                    takenByPrefix[hit.peak] = candidate
                    body(hit.named(isPrefix: true, ordinal: bond))
                }
            }
            if count &- bond >= minimumOrdinal {
                for charge in 1...maximumCharge {
                    guard let hit = match(total - prefix, charge: charge) else { continue }
                    guard takenBySuffix[hit.peak] != candidate else { continue }
                    takenBySuffix[hit.peak] = candidate
                    body(hit.named(isPrefix: false, ordinal: count &- bond))
                }
            }
        }
    }

    @inline(__always) private func match(_ neutralMass: Double, charge: Int) -> Hit? {
        let calculated = (neutralMass + Double(charge) * ParticleMass.proton) / Double(charge)
        guard let found = lookup.mostIntensePeak(at: calculated) else { return nil }
        return Hit(
            isPrefix: true, ordinal: 0, charge: charge, peak: found.peak, intensity: found.intensity,
            errorPPM: MassToCharge.errorPPM(observed: found.mz, calculated: calculated))
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

extension FragmentMatcher.Hit {
    @inline(__always) fileprivate func named(isPrefix: Bool, ordinal: Int) -> Self {
        var hit = self
        hit.isPrefix = isPrefix
        hit.ordinal = ordinal
        return hit
    }
}
