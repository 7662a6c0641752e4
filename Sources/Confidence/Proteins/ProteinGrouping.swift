/// Groups of proteins that the evidence cannot tell apart, found without looking at labels.
///
/// The evidence of a protein is the set of target-decoy pairs that point to it; a pair counts whichever member was
/// matched or won. A group and its decoy mirror therefore have the same shape, which the competition between the two
/// rests on.
///
/// Pairs are strong (the winner is within the accepted rate at peptide level, be it target or decoy) or weak. A protein
/// with strong pairs is judged by these alone, so that a chance match does not tear isoforms apart; a protein without
/// is judged by its weak pairs.
/// 1. Proteins with the same set of pairs are one group.
/// 2. A group whose set lies within that of another group is folded into it (the largest, then the first), and takes no
///    further part: a protein that explains nothing more is not reported beside one that explains it all.
///
/// > Source: The, Samaras, Kuster and Wilhelm, Mol. Cell. Proteomics 21 (2022) 100437,
/// > doi:10.1016/j.mcpro.2022.100437 (picked protein groups; grouping by confident peptides).
package struct ProteinGrouping {
    /// Proteins that are reported together.
    package struct Group: Hashable {
        /// Ascending positions.
        package let proteins: [Int]
        /// All pairs of these proteins, strong or weak, ascending.
        package let pairs: [Int]
        /// Proteins folded into the group, ascending.
        package var subsetProteins: [Int] = []
    }

    /// Groups that were not folded, by first protein.
    package let groups: [Group]
    /// For each pair, the groups it points to, ascending.
    package let groupsOfPair: PositionLists

    /// Groups proteins.
    ///
    /// - Parameters:
    ///   - pairProteins: For each pair, the proteins it points to, ascending.
    ///   - isStrong: For each pair, whether its winner is within the accepted rate.
    ///   - proteinCount: Number of proteins there are.
    package init(pairProteins: [[Int]], isStrong: [Bool], proteinCount: Int) {
        let candidates = Self.indistinguishable(
            pairProteins: pairProteins, isStrong: isStrong, proteinCount: proteinCount)
        let hosts = SubsetFolding(candidates: candidates, pairCount: pairProteins.count).hosts
        let remaining = candidates.indices.filter { hosts[$0] == nil }
        var groups = remaining.map { Group(proteins: candidates[$0].proteins, pairs: candidates[$0].allPairs) }
        var position = [Int](repeating: 0, count: candidates.count)
        for (index, candidate) in remaining.enumerated() { position[candidate] = index }
        for (candidate, host) in hosts.enumerated() {
            guard let host else { continue }
            groups[position[host]].subsetProteins += candidates[candidate].proteins
        }
        for index in groups.indices { groups[index].subsetProteins.sort() }
        self.groups = groups
        groupsOfPair = PositionLists(
            inverting: groups.enumerated().map { (number: $0, values: $1.pairs) }, count: pairProteins.count)
    }

    /// Proteins with one set of judging pairs, by first protein.
    private static func indistinguishable(
        pairProteins: [[Int]], isStrong: [Bool], proteinCount: Int
    ) -> [CandidateGroup] {
        let pairsOfProtein = PositionLists(
            inverting: pairProteins.enumerated().map { (number: $0, values: $1) }, count: proteinCount)
        var candidates: [CandidateGroup] = []
        var numbers: [[Int]: Int] = [:]
        for protein in 0..<proteinCount where pairsOfProtein.count(of: protein) > 0 {
            let pairs = Array(pairsOfProtein[protein])
            let strong = pairs.filter { isStrong[$0] }
            let judging = strong.isEmpty ? pairs : strong
            if let number = numbers[judging] {
                candidates[number].add(protein, pairs: pairs)
            } else {
                numbers[judging] = candidates.count
                candidates.append(
                    CandidateGroup(
                        proteins: [protein], judgingPairs: judging, allPairs: pairs, isStrong: !strong.isEmpty))
            }
        }
        for index in candidates.indices { candidates[index].allPairs.sortAndRemoveRepeats() }
        return candidates
    }
}

/// Proteins that share their judging pairs, before folding.
struct CandidateGroup {
    /// Ascending positions.
    var proteins: [Int]
    /// The pairs the group is judged by: its strong pairs, or all where none is strong; ascending.
    let judgingPairs: [Int]
    /// All pairs of the proteins; ascending once complete.
    var allPairs: [Int]
    /// Whether the judging pairs are strong.
    let isStrong: Bool

    mutating func add(_ protein: Int, pairs: [Int]) {
        proteins.append(protein)
        allPairs += pairs
    }
}
