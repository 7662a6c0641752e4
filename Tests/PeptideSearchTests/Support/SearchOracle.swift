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
        /// Fragments within the range of the peaks, and matched ones of the more intense peaks.
        var possible: Int
        var matchedIntense: Int
        var longestSeries = 0
        var crossCorrelation = 0.0
        /// Mass as the table has it, and the widths of all windows of the spectrum together where there are candidates, in Da.
        var massDaltons: Double
        var windowsWidth: Double

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
        var massDaltons: Double
    }

    private let candidates: [Candidate]
    private let parameters: SearchParameters
    private let losing: Set<String>

    /// - Parameter losing: names of modifications that fragments may have lost something from.
    init(table: PeptideTable, parameters: SearchParameters, losing: Set<String>) throws {
        self.parameters = parameters
        self.losing = losing
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
                        form: form, text: "\(form)", identity: "\(target) \(label)", isDecoy: label == .decoy,
                        massDaltons: table.masses[row]))
            }
        }
        self.candidates = candidates
    }

    /// Everything a spectrum is compared with.
    func comparisons(with spectrum: Spectrum) -> [Comparison] {
        let peaks = takenPeaks(of: spectrum)
        let series = parameters.fragmentSeries.series(for: spectrum.precursors.flatMap(\.activation.methods))
        var comparisons: [Comparison] = []
        var width = 0.0
        for precursor in spectrum.precursors {
            guard let mz = precursor.mz else { continue }
            let charges =
                precursor.charge.map { [$0] }
                ?? (precursor.possibleCharges.isEmpty ? Array(parameters.charges) : precursor.possibleCharges)
            for charge in charges {
                for isotopeError in parameters.isotopeErrors {
                    let observed =
                        MassToCharge.neutralMass(ofMZ: mz, charge: charge) - Double(isotopeError) * 1.00335483507
                    let window = parameters.precursorTolerance.calculatedWindow(forObserved: observed)
                    let masses = parameters.peptideMassesDaltons
                    width += max(
                        0, min(window.upperBound, masses.upperBound) - max(window.lowerBound, masses.lowerBound))
                    for candidate in candidates
                    where parameters.precursorTolerance.contains(observed, around: candidate.form.massDaltons) {
                        comparisons.append(compare(candidate, charge, isotopeError, peaks, series))
                    }
                }
            }
        }
        for index in comparisons.indices { comparisons[index].windowsWidth = width }
        return comparisons
    }

    /// -log10 of the comparisons that match as well by chance, by the definition: binomial probabilities summed up term by
    /// term, with the rates of all comparisons but the best one.
    static func chanceScore(of match: Comparison, best: Comparison, among all: [Comparison]) -> Double {
        let level = CandidateSample.level(forWidthDaltons: best.windowsWidth)
        let sample = all.filter { CandidateSample.contains(massDaltons: $0.massDaltons, level: level) }
        func sum(_ count: (Comparison) -> Int) -> Int {
            sample.reduce(0) { $0 + count($1) } - (level == 0 ? count(best) : 0)
        }
        let possible = Double(sum(\.possible) + 50)
        func logTail(_ count: (Comparison) -> Int) -> Double {
            let rate = min(0.9, Double(sum(count) + 2) / possible)
            let trials = max(match.possible, match.matched)
            var tail = 0.0
            for successes in count(match)...max(trials, count(match)) {
                var term = 1.0
                for number in 0..<successes { term *= Double(trials - number) / Double(successes - number) * rate }
                for _ in successes..<max(trials, successes) { term *= 1 - rate }
                tail += term
            }
            return log10(min(1, tail))
        }
        return -(logTail(\.matched) + logTail(\.matchedIntense)) / 2 - log10(Double(all.count))
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
        var isIntense: Bool
    }

    /// The most intense peaks by m/z, base peak at 100; intensities are kept in 32 bits by the store.
    private func takenPeaks(of spectrum: Spectrum) -> [Peak] {
        let usable = zip(spectrum.mz, spectrum.intensities.map { Double(Float($0)) }).map {
            Peak(mz: $0, intensity: $1, isIntense: false)
        }
        .filter { $0.intensity > 0 }
        let ranked = usable.indices.sorted { one, other in
            let (first, second) = (usable[one].intensity, usable[other].intensity)
            return first != second ? first > second : one < other
        }
        let intense = Set(ranked.prefix(parameters.maximumPeaks * 2 / 3))
        let taken = ranked.prefix(parameters.maximumPeaks).sorted().map {
            Peak(mz: usable[$0].mz, intensity: usable[$0].intensity, isIntense: intense.contains($0))
        }
        let base = taken.map(\.intensity).max() ?? 1
        return taken.map { Peak(mz: $0.mz, intensity: $0.intensity / base * 100, isIntense: $0.isIntense) }
    }

    private func compare(
        _ candidate: Candidate, _ charge: Int, _ isotopeError: Int, _ peaks: [Peak], _ series: Set<FragmentSeries>
    ) -> Comparison {
        let highest = max(1, min(parameters.maximumFragmentCharge, charge - 1))
        let all = fragments(of: candidate.form, series, charges: 1...highest)
        let fragments = all.filter { $0.ordinal >= parameters.minimumFragmentOrdinal }
        var ions: [MatchedIon] = []
        var taken: [FragmentSeries: Set<Int>] = [:]
        for fragment in fragments {
            guard let peak = mostIntense(peaks, around: fragment.mz) else { continue }
            guard taken[fragment.series, default: []].insert(peak).inserted else { continue }
            ions.append(
                MatchedIon(
                    series: fragment.series, ordinal: fragment.ordinal, charge: fragment.charge,
                    neutralLossDaltons: fragment.neutralLoss?.massDaltons ?? 0, intensity: peaks[peak].intensity,
                    errorPPM: (peaks[peak].mz - fragment.mz) / fragment.mz * 1e6))
        }
        var comparison = summary(candidate, charge, isotopeError, peaks, ions, taken)
        comparison.possible = fragments.count { isInRange($0.mz, of: peaks) }
        comparison.matchedIntense = taken.values.reduce(0) { $0 + $1.count { peaks[$0].isIntense } }
        comparison.longestSeries = longestSeries(of: ions)
        comparison.crossCorrelation = crossCorrelation(
            peaks.map { ($0.mz, $0.intensity) }, all.filter { $0.neutralLoss == nil }.map(\.mz), parameters)
        return comparison
    }

    /// Fragments in the order in which they take peaks: those without loss before those that lost what the modified residue
    /// nearest to their own end can lose, and of each series the ones nearest the N-terminus first.
    private func fragments(
        of form: Peptidoform, _ series: Set<FragmentSeries>, charges: ClosedRange<Int>
    ) -> [TheoreticalFragment] {
        let length = form.sequence.count
        let lossy = form.modifications.compactMap { modification -> (place: Int, loss: NeutralLoss)? in
            guard case .residue(let index) = modification.location, losing.contains(modification.definition.name)
            else { return nil }
            return modification.definition.neutralLosses(fromResidue: form.sequence[index]).first.map { (index, $0) }
        }
        let all = theoreticalFragments(
            of: form, series: series.sorted { $0.rawValue < $1.rawValue }, charges: charges, neutralLosses: true)
        let possible = all.filter { fragment in
            guard let loss = fragment.neutralLoss else { return true }
            if fragment.series == .c || fragment.series == .z { return false }
            let isNTerminal = fragment.series.isNTerminal
            let first = (isNTerminal ? lossy.min { $0.place < $1.place } : lossy.max { $0.place < $1.place })
            guard let first, first.loss.composition == loss.composition else { return false }
            return (isNTerminal ? first.place + 1 : length - first.place) <= fragment.ordinal
        }
        return possible.sorted { one, other in
            func key(_ fragment: TheoreticalFragment) -> (Int, Int, Int) {
                let bond = fragment.series.isNTerminal ? fragment.ordinal : length - fragment.ordinal
                return (fragment.neutralLoss == nil ? 0 : 1, bond, fragment.charge)
            }
            return key(one) < key(other)
        }
    }

    private func longestSeries(of ions: [MatchedIon]) -> Int {
        let plain = ions.filter { $0.neutralLossDaltons == 0 }
        var longest = 0
        for (_, members) in Dictionary(grouping: plain, by: \.series) {
            let ordinals = Set(members.map(\.ordinal))
            for start in ordinals {
                longest = max(longest, (start...).prefix { ordinals.contains($0) }.count)
            }
        }
        return longest
    }

    /// Whether a fragment lies between the first and the last peak, or in tolerance of either; peaks where no fragment can
    /// be do not count.
    private func isInRange(_ mz: Double, of peaks: [Peak]) -> Bool {
        let heaviest = parameters.fragmentTolerance.window(around: parameters.peptideMassesDaltons.upperBound + 500)
        guard let first = peaks.first, let last = peaks.last(where: { $0.mz <= heaviest.upperBound }) else {
            return false
        }
        return first.mz...last.mz ~= mz || parameters.fragmentTolerance.contains(first.mz, around: mz)
            || parameters.fragmentTolerance.contains(last.mz, around: mz)
    }

    private func summary(
        _ candidate: Candidate, _ charge: Int, _ isotopeError: Int, _ peaks: [Peak], _ ions: [MatchedIon],
        _ taken: [FragmentSeries: Set<Int>]
    ) -> Comparison {
        var score = 0.0
        for end in [[FragmentSeries.a, .b, .c], [.x, .y, .z]] {
            let numbers = end.flatMap { taken[$0] ?? [] }
            for count in 1..<max(2, numbers.count + 1) { score += log(Double(count)) }
            score += log(numbers.reduce(1) { $0 + peaks[$1].intensity })
        }
        let explained = Set(taken.values.flatMap { $0 }).reduce(0) { $0 + peaks[$1].intensity }
        let total = peaks.reduce(0) { $0 + $1.intensity }
        return Comparison(
            peptidoform: candidate.text, identity: candidate.identity, isDecoy: candidate.isDecoy, charge: charge,
            isotopeError: isotopeError, score: score, matched: ions.count,
            ions: ions.sorted {
                ($0.series.rawValue, $0.ordinal, $0.charge, $0.neutralLossDaltons)
                    < ($1.series.rawValue, $1.ordinal, $1.charge, $1.neutralLossDaltons)
            },
            explainedFraction: total > 0 ? explained / total : 0, possible: 0, matchedIntense: 0,
            massDaltons: candidate.massDaltons, windowsWidth: 0)
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
