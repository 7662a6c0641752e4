/// Finds, for each group of proteins, the group that explains all its evidence and more.
///
/// Strong groups are compared by their strong pairs first. Weak groups are then compared with all pairs of the strong
/// groups that remain, and with one another.
struct SubsetFolding {
    /// For each candidate, the candidate it is folded into; `nil` for those that stay. Hosts always stay.
    private(set) var hosts: [Int?]

    /// - Complexity: Each group is compared with the groups that hold its rarest pair.
    init(candidates: [CandidateGroup], pairCount: Int) {
        hosts = Array(repeating: nil, count: candidates.count)
        let strong = candidates.indices.filter { candidates[$0].isStrong }
        let strongHosts = PositionLists(
            inverting: strong.map { (number: $0, values: candidates[$0].judgingPairs) }, count: pairCount)
        for group in strong {
            hosts[group] = Self.host(of: group, among: candidates, holders: strongHosts, pairs: \.judgingPairs)
        }
        let remaining = candidates.indices.filter { hosts[$0] == nil }
        let allHosts = PositionLists(
            inverting: remaining.map { (number: $0, values: candidates[$0].allPairs) }, count: pairCount)
        for group in remaining where !candidates[group].isStrong {
            hosts[group] = Self.host(of: group, among: candidates, holders: allHosts, pairs: \.allPairs)
        }
    }

    /// The group that holds all pairs of this one and more: a strong one before a weak one, then the largest, then the
    /// first. A host chosen so is not itself within another: that one would be larger.
    private static func host(
        of group: Int, among candidates: [CandidateGroup], holders: PositionLists,
        pairs: KeyPath<CandidateGroup, [Int]>
    ) -> Int? {
        let wanted = candidates[group].judgingPairs
        guard let rarest = wanted.min(by: { holders.count(of: $0) < holders.count(of: $1) }) else { return nil }
        var best: Int?
        for other in holders[rarest] where other != group {
            let offered = candidates[other][keyPath: pairs]
            guard offered.count > wanted.count, contains(offered, wanted) else { continue }
            if let chosen = best, !isBetterHost(candidates[other], than: candidates[chosen], pairs: pairs) { continue }
            best = other
        }
        return best
    }

    private static func isBetterHost(
        _ group: CandidateGroup, than other: CandidateGroup, pairs: KeyPath<CandidateGroup, [Int]>
    ) -> Bool {
        if group.isStrong != other.isStrong { return group.isStrong }
        return group[keyPath: pairs].count > other[keyPath: pairs].count
    }

    /// Whether an ascending list holds every value of another.
    private static func contains(_ offered: [Int], _ wanted: [Int]) -> Bool {
        var position = 0
        for value in wanted {
            while position < offered.count, offered[position] < value { position += 1 }
            guard position < offered.count, offered[position] == value else { return false }
        }
        return true
    }
}
