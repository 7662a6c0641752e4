import Confidence
import PeptideSearch
import Simulation

extension TruthComparison {
    /// The tally of protein groups.
    static func proteinTally(_ identifications: Identifications, known: KnownSpectra) -> TruthTally {
        var present: Set<String> = []
        var named: Set<Set<String>> = []
        for spectrum in known.spectra.lazy.flatMap(\.values) {
            for component in spectrum.identifiable { present.formUnion(component.proteins) }
            if spectrum.selected.origin == .database { named.insert(Set(spectrum.selected.proteins)) }
        }
        let identifiable = smallest(of: named)
        let accepted = identifications.proteinGroups
            .filter { isAccepted(isDecoy: $0.isDecoy, qValue: $0.qValue, by: identifications) }
            .map { ($0.proteins + $0.subsetProteins).map { identifications.proteins[$0].accession } }
        let found = Set(accepted.joined())
        let right = accepted.count { $0.contains { present.contains($0) } }
        return TruthTally(
            level: .protein, identifiable: identifiable.count, right: right, wrong: accepted.count - right,
            missed: identifiable.count { found.isDisjoint(with: $0) })
    }

    /// The sets that hold no other of the sets.
    private static func smallest(of sets: Set<Set<String>>) -> [Set<String>] {
        var kept: [Set<String>] = []
        // A set inside another has its first protein in it too, so that it need be looked for there alone.
        var keptByFirst: [String: [Int]] = [:]
        for set in sets.sorted(by: { $0.count < $1.count }) {
            let holdsOther = set.contains { protein in
                keptByFirst[protein, default: []].contains { kept[$0].isSubset(of: set) }
            }
            guard !holdsOther, let first = set.min() else { continue }
            keptByFirst[first, default: []].append(kept.count)
            kept.append(set)
        }
        return kept
    }
}
