/// Groups of proteins that the evidence cannot tell apart, as few as explain it all, found without looking at labels.
///
/// The evidence of a protein is the set of target-decoy pairs that point to it; a pair counts whichever member was
/// matched or won. A group and its decoy mirror therefore have the same shape, which the competition between the two
/// rests on.
///
/// Pairs are strong (the winner is within the accepted rate at peptide level, be it target or decoy) or weak. A protein
/// with strong pairs is judged by these alone, so that a chance match does not tear isoforms apart; a protein without
/// is judged by its weak pairs.
/// 1. **Indistinguishable**: proteins with the same set of pairs are one group.
/// 2. **Parsimony**: as few groups as have all pairs between them are reported; see ``Parsimony`` for what is guaranteed.
///    Weak groups need only account for pairs that no strong group reported has.
/// 3. **Subset**: a group whose pairs all belong to one reported group is folded into it. What only several reported
///    groups explain together is reported nowhere, but known (``explained``).
/// 4. **Razor**: a pair of several reported groups counts for the one with most strong pairs, then the first.
///
/// Where several choices are equally small, the evidence does not say which one is true, and the error rate of proteins
/// does not cover the choice: it speaks of groups that are there or are not, not of which homologue it is.
///
/// > Source: Nesvizhskii and Aebersold, Mol. Cell. Proteomics 4 (2005), 1419-1440, doi:10.1074/mcp.R500012-MCP200
/// > (indistinguishable, subset and subsumable proteins); Cox and Mann, Nat. Biotechnol. 26 (2008), 1367-1372,
/// > doi:10.1038/nbt.1511 (razor peptides); The, Samaras, Kuster and Wilhelm, Mol. Cell. Proteomics 21 (2022) 100437,
/// > doi:10.1016/j.mcpro.2022.100437 (picked protein groups; grouping by confident peptides).
package struct ProteinGrouping: Sendable {
    /// Proteins that are reported together.
    package struct Group: Hashable, Sendable {
        /// Ascending positions.
        package let proteins: [Int]
        /// All pairs of these proteins, strong or weak, ascending.
        package let pairs: [Int]
        /// Number of strong pairs.
        package let strongPairCount: Int
        /// Proteins folded into the group, ascending.
        package var subsetProteins: [Int] = []
    }

    /// Proteins that are not reported because several groups explain their evidence.
    package struct Explained: Hashable, Sendable {
        /// Ascending positions.
        package let proteins: [Int]
        /// The groups, as ascending positions in ``ProteinGrouping/groups``.
        package let groups: [Int]
    }

    /// Groups that are reported, by first protein.
    package let groups: [Group]
    /// What is not reported, by first protein.
    package let explained: [Explained]
    /// For each pair, the groups it points to, ascending.
    package let groupsOfPair: PositionLists
    /// For each pair, whether exactly one group has it, those not reported included; what is folded does not count.
    private let isUnique: [Bool]
    private let isStrong: [Bool]

    /// Groups proteins.
    ///
    /// - Parameters:
    ///   - pairProteins: For each pair, the proteins it points to, ascending.
    ///   - isStrong: For each pair, whether its winner is within the accepted rate.
    ///   - proteinCount: Number of proteins there are.
    package init(pairProteins: [[Int]], isStrong: [Bool], proteinCount: Int) {
        let candidates = CandidateGroup.all(
            pairProteins: pairProteins, isStrong: isStrong, proteinCount: proteinCount)
        let fates = GroupSelection(of: candidates, pairCount: pairProteins.count).fates
        let chosen = candidates.indices.filter { fates[$0] == .chosen }
        var position = [Int](repeating: 0, count: candidates.count)
        for (index, candidate) in chosen.enumerated() { position[candidate] = index }
        var groups = chosen.map { index in
            let candidate = candidates[index]
            return Group(
                proteins: candidate.proteins, pairs: candidate.allPairs,
                strongPairCount: candidate.isStrong ? candidate.judgingPairs.count : 0)
        }
        var explained: [Explained] = []
        var claims = [UInt8](repeating: 0, count: pairProteins.count)
        for (candidate, fate) in zip(candidates, fates) {
            switch fate {
            case .chosen: break
            case .folded(let host):
                groups[position[host]].subsetProteins += candidate.proteins
                continue
            case .explained(let hosts):
                explained.append(Explained(proteins: candidate.proteins, groups: hosts.map { position[$0] }))
            }
            for pair in candidate.allPairs where claims[pair] < 2 { claims[pair] += 1 }
        }
        for index in groups.indices { groups[index].subsetProteins.sort() }
        self.groups = groups
        self.explained = explained
        self.isStrong = isStrong
        isUnique = claims.map { $0 == 1 }
        groupsOfPair = PositionLists(
            inverting: groups.enumerated().map { (number: $0, values: $1.pairs) }, count: pairProteins.count)
    }

    /// Whether a pair points to one group alone, even counting those that are not reported.
    package func isUnique(_ pair: Int) -> Bool { isUnique[pair] && groupsOfPair.count(of: pair) == 1 }

    /// The group a pair counts for; `nil` where it points to none that is reported.
    package func razorGroup(of pair: Int) -> Int? {
        groupsOfPair[pair].min { left, right in
            let (one, other) = (groups[left].strongPairCount, groups[right].strongPairCount)
            return one != other ? one > other : left < right
        }
    }

    /// The pairs a group is scored by, never none: those that point to it alone, since others do not say which group they
    /// came from. Where no such pair is strong, though the group is, all its strong pairs are also those of groups of which
    /// some are not reported; it is then scored by what no other reported group has. Likewise a weak group without any.
    package func scoringPairs(of group: Int) -> [Int] {
        let own = groups[group].pairs.filter(isUnique)
        let isEnough = groups[group].strongPairCount > 0 ? own.contains { isStrong[$0] } : !own.isEmpty
        return isEnough ? own : groups[group].pairs.filter { groupsOfPair.count(of: $0) == 1 }
    }

    /// For each pair the group that it scores, as ``scoringPairs(of:)`` says; -1 where it scores none.
    var scoringGroups: [Int32] {
        var result = [Int32](repeating: -1, count: isStrong.count)
        for group in groups.indices {
            for pair in scoringPairs(of: group) { result[pair] = Int32(group) }
        }
        return result
    }
}
