import Chemistry
import ProteinDatabase

/// Compares candidates with one spectrum at a time. Each worker has its own.
///
/// The memory is the object's own, so that a candidate costs no counting of references.
final class FragmentMatcher {
    /// What a candidate matched: counts and summed intensities of the fragments of either end.
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
        var series: FragmentSeries
        var ordinal: Int
        var charge: Int
        /// What it lost from a modification, in Da; 0 for the plain fragment.
        var neutralLossDaltons: Double
        var peak: Int
        var intensity: Double
        var errorPPM: Double
    }

    /// A calculated fragment that found a peak.
    private struct Match {
        let kind: FragmentKinds.Kind
        /// Residues before the bond that broke.
        let bond: Int
        let charge: Int
        let loss: Double
        let calculated: Double
        let peak: Int
    }

    private let lookup: PeakLookup
    private let minimumOrdinal: Int
    private var kinds = FragmentKinds([])
    /// For each series and peak, the number of the last candidate that took the peak in that series.
    private let taken = UnsafeMutableBufferPointer<UInt32>.allocate(
        capacity: FragmentKinds.slotCount * SearchParameters.peakLimit)
    private var candidate: UInt32 = 0
    /// 1 / charge, by charge.
    private let inverseCharges: UnsafeMutableBufferPointer<Double>

    init(parameters: SearchParameters) {
        lookup = PeakLookup(
            tolerance: parameters.fragmentTolerance, heaviestFragment: parameters.heaviestFragmentMZ)
        minimumOrdinal = parameters.minimumFragmentOrdinal
        inverseCharges = .allocate(capacity: max(1, parameters.maximumFragmentCharge) + 1)
        for charge in inverseCharges.indices { inverseCharges[charge] = charge == 0 ? 0 : 1 / Double(charge) }
        taken.initialize(repeating: 0)
    }

    deinit {
        taken.deallocate()
        inverseCharges.deallocate()
    }

    /// Takes the next spectrum, and the series looked for in it.
    func load(_ spectrum: PreparedSpectrum, _ kinds: FragmentKinds) {
        lookup.load(spectrum)
        self.kinds = kinds
    }

    /// Counts what a candidate matches.
    ///
    /// For each calculated ion the most intense peak in tolerance is taken, of equally intense ones that of lowest m/z.
    /// A peak counts once in each series: for an ion without loss before one with, of those for the one nearest the
    /// N-terminus, of the lowest charge.
    @inline(never) func tally(_ masses: CandidateMasses, maximumCharge: Int) -> Tally {
        var tally = Tally()
        tally.possibleCount = forEachMatch(of: masses, maximumCharge: maximumCharge) { match in
            let intensity = lookup.intensity(ofPeak: match.peak)
            tally.intenseCount &+= lookup.isIntense(match.peak) ? 1 : 0
            if match.kind.isNTerminal {
                tally.prefixCount &+= 1
                tally.prefixIntensity += intensity
            } else {
                tally.suffixCount &+= 1
                tally.suffixIntensity += intensity
            }
        }
        return tally
    }

    /// Lists what a candidate matches: by the letter of the series, then by ordinal, charge and loss.
    func hits(of masses: CandidateMasses, maximumCharge: Int) -> [Hit] {
        var hits: [Hit] = []
        _ = forEachMatch(of: masses, maximumCharge: maximumCharge) { match in
            hits.append(
                Hit(
                    series: match.kind.series,
                    ordinal: match.kind.isNTerminal ? match.bond : masses.count - match.bond, charge: match.charge,
                    neutralLossDaltons: match.loss, peak: match.peak, intensity: lookup.intensity(ofPeak: match.peak),
                    errorPPM: MassToCharge.errorPPM(
                        observed: lookup.mz(ofPeak: match.peak), calculated: match.calculated)))
        }
        return hits.sorted {
            ($0.series.rawValue, $0.ordinal, $0.charge, $0.neutralLossDaltons)
                < ($1.series.rawValue, $1.ordinal, $1.charge, $1.neutralLossDaltons)
        }
    }

    /// Looks for a peak for every fragment of a candidate.
    ///
    /// - Returns: how many fragments lie within the m/z range of the peaks.
    @inline(__always) private func forEachMatch(
        of masses: CandidateMasses, maximumCharge: Int, _ body: (Match) -> Void
    ) -> Int {
        beginCandidate()
        let (candidate, range) = (candidate, lookup.range)
        var possible = 0
        // Bounds: a slot is below `slotCount`, a peak below `peakLimit`; charges go up to the highest of the parameters.
        kinds.forEachFragment(of: masses, minimumOrdinal: minimumOrdinal) { kind, bond, mass, loss in
            for charge in 1...maximumCharge {
                let calculated = mass * inverseCharges[charge] + ParticleMass.proton
                guard calculated >= range.lowerBound, calculated <= range.upperBound else { continue }
                possible &+= 1
                let peak = lookup.mostIntensePeak(at: calculated)
                guard peak >= 0 else { continue }
                let place = kind.slot &* SearchParameters.peakLimit &+ peak
                guard taken[place] != candidate else { continue }
                taken[place] = candidate
                body(Match(kind: kind, bond: bond, charge: charge, loss: loss, calculated: calculated, peak: peak))
            }
        }
        return possible
    }

    private func beginCandidate() {
        candidate &+= 1
        guard candidate == 0 else { return }
        for place in taken.indices { taken[place] = 0 }
        candidate = 1
    }
}
