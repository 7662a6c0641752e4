import Chemistry
import Foundation
import PeptideSearch
import ProteinDatabase
import SpectrumModel

/// Search by its definition: every candidate against every spectrum, every fragment against every peak.
struct SearchOracle {
    /// A candidate compared with a spectrum under one reading of its precursor.
    struct Comparison {
        var peptidoform: String
        /// Target sequence (L for I) and label: what makes two candidates "the same sequence".
        var identity: String
        var isDecoy: Bool
        var charge: Int
        var isotopeError: Int
        var score: Double
        var matched: Int
        var ions: [MatchedIon]
        var explainedFraction: Double

        /// Whether nothing but the tie-breaking hash tells the two apart.
        func ties(with other: Comparison) -> Bool {
            abs(score - other.score) < 1e-9 && matched == other.matched && charge == other.charge
                && abs(isotopeError) == abs(other.isotopeError)
        }
    }

    private struct Candidate {
        var form: Peptidoform
        var text: String
        var identity: String
        var isDecoy: Bool
    }

    private let candidates: [Candidate]
    private let parameters: SearchParameters

    init(table: PeptideTable, parameters: SearchParameters) throws {
        self.parameters = parameters
        var candidates: [Candidate] = []
        for row in 0..<table.count {
            let labels = table.labels(ofRow: row)
            let target = table.sequence(ofRow: row, label: .target).map(ResidueIdentity.normalised)
            for label in [CandidateLabel.target, .decoy] where label == .target ? labels.target : labels.decoy {
                let form = try Peptidoform(
                    sequence: table.sequence(ofRow: row, label: label),
                    modifications: table.modifications(ofRow: row, label: label))
                candidates.append(
                    Candidate(
                        form: form, text: "\(form)", identity: "\(target) \(label)", isDecoy: label == .decoy))
            }
        }
        self.candidates = candidates
    }

    /// Everything a spectrum is compared with, and how many comparisons matched too little to count.
    func comparisons(with spectrum: Spectrum) -> (matched: [Comparison], count: Int) {
        let peaks = takenPeaks(of: spectrum)
        var matched: [Comparison] = []
        var count = 0
        for precursor in spectrum.precursors {
            guard let mz = precursor.mz else { continue }
            let charges =
                precursor.charge.map { [$0] }
                ?? (precursor.possibleCharges.isEmpty ? Array(parameters.charges) : precursor.possibleCharges)
            for charge in charges {
                for isotopeError in parameters.isotopeErrors {
                    let observed =
                        MassToCharge.neutralMass(ofMZ: mz, charge: charge) - Double(isotopeError) * 1.00335483507
                    for candidate in candidates
                    where parameters.precursorTolerance.contains(observed, around: candidate.form.massDaltons) {
                        count += 1
                        let found = compare(candidate, charge, isotopeError, peaks)
                        if found.matched >= parameters.minimumMatchedFragments { matched.append(found) }
                    }
                }
            }
        }
        return (matched, count)
    }

    /// Best first, by the documented order; `false` for equal ones.
    static func precedes(_ one: Comparison, _ other: Comparison) -> Bool {
        if abs(one.score - other.score) >= 1e-9 { return one.score > other.score }
        if one.matched != other.matched { return one.matched > other.matched }
        if abs(one.isotopeError) != abs(other.isotopeError) { return abs(one.isotopeError) < abs(other.isotopeError) }
        return one.charge < other.charge
    }

    private struct Peak {
        var mz: Double
        var intensity: Double
    }

    /// The most intense peaks by m/z, base peak at 100; intensities are kept in 32 bits by the store.
    private func takenPeaks(of spectrum: Spectrum) -> [Peak] {
        let usable = zip(spectrum.mz, spectrum.intensities.map { Double(Float($0)) }).map {
            Peak(mz: $0, intensity: $1)
        }
        .filter { $0.intensity > 0 }
        let ranked = usable.indices.sorted { one, other in
            let (first, second) = (usable[one].intensity, usable[other].intensity)
            return first != second ? first > second : one < other
        }
        let taken = ranked.prefix(parameters.maximumPeaks).sorted().map { usable[$0] }
        let base = taken.map(\.intensity).max() ?? 1
        return taken.map { Peak(mz: $0.mz, intensity: $0.intensity / base * 100) }
    }

    private func compare(_ candidate: Candidate, _ charge: Int, _ isotopeError: Int, _ peaks: [Peak]) -> Comparison {
        let highest = max(1, min(parameters.maximumFragmentCharge, charge - 1))
        let fragments = theoreticalFragments(of: candidate.form, charges: 1...highest)
            .filter { $0.ordinal >= parameters.minimumFragmentOrdinal }
        var ions: [MatchedIon] = []
        var taken: [FragmentSeries: Set<Int>] = [:]
        // A peak goes to the ion nearest the N-terminus: short b ions and long y ions first.
        let inOrder =
            fragments.filter { $0.series == .b }
            + fragments.filter { $0.series == .y }.sorted {
                $0.ordinal != $1.ordinal ? $0.ordinal > $1.ordinal : $0.charge < $1.charge
            }
        for fragment in inOrder {
            guard let peak = mostIntense(peaks, around: fragment.mz) else { continue }
            guard taken[fragment.series, default: []].insert(peak).inserted else { continue }
            ions.append(
                MatchedIon(
                    series: Character(fragment.series.rawValue), ordinal: fragment.ordinal, charge: fragment.charge,
                    neutralLossDaltons: 0, intensity: peaks[peak].intensity,
                    errorPPM: (peaks[peak].mz - fragment.mz) / fragment.mz * 1e6))
        }
        return summary(candidate, charge, isotopeError, peaks, ions, taken)
    }

    private func summary(
        _ candidate: Candidate, _ charge: Int, _ isotopeError: Int, _ peaks: [Peak], _ ions: [MatchedIon],
        _ taken: [FragmentSeries: Set<Int>]
    ) -> Comparison {
        var score = 0.0
        for series in [FragmentSeries.b, .y] {
            let numbers = taken[series] ?? []
            for count in 1..<max(2, numbers.count + 1) { score += log(Double(count)) }
            score += log(numbers.reduce(1) { $0 + peaks[$1].intensity })
        }
        let explained = Set(taken.values.flatMap { $0 }).reduce(0) { $0 + peaks[$1].intensity }
        let total = peaks.reduce(0) { $0 + $1.intensity }
        return Comparison(
            peptidoform: candidate.text, identity: candidate.identity, isDecoy: candidate.isDecoy, charge: charge,
            isotopeError: isotopeError, score: score, matched: ions.count,
            ions: ions.sorted { ($0.series, $0.ordinal, $0.charge) < ($1.series, $1.ordinal, $1.charge) },
            explainedFraction: total > 0 ? explained / total : 0)
    }

    private func mostIntense(_ peaks: [Peak], around calculated: Double) -> Int? {
        var best: Int?
        for (number, peak) in peaks.enumerated()
        where parameters.fragmentTolerance.contains(peak.mz, around: calculated) {
            if best.map({ peak.intensity > peaks[$0].intensity }) ?? true { best = number }
        }
        return best
    }
}
