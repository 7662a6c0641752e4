/// Which candidates are reported, and what explains the others.
///
/// Strong candidates come first and are judged by their strong pairs. Weak ones are then judged by those of their pairs that
/// no chosen strong group has.
struct GroupSelection {
    /// What became of a candidate.
    enum Fate: Hashable {
        /// It is reported.
        case chosen
        /// One chosen candidate has all its judging pairs: the largest such, then the first.
        case folded(into: Int)
        /// Several chosen candidates have its judging pairs between them; ascending.
        case explained(by: [Int])
    }

    /// What became of each candidate.
    let fates: [Fate]

    init(of candidates: [CandidateGroup], pairCount: Int) {
        let strong = candidates.indices.filter { candidates[$0].isStrong }
        let weak = candidates.indices.filter { !candidates[$0].isStrong }
        var chosen = Self.choose(among: strong, pairs: strong.map { candidates[$0].judgingPairs }, pairCount)
        var isExplained = [Bool](repeating: false, count: pairCount)
        for pair in chosen.lazy.flatMap({ candidates[$0].allPairs }) { isExplained[pair] = true }
        chosen += Self.choose(
            among: weak, pairs: weak.map { candidates[$0].judgingPairs.filter { !isExplained[$0] } }, pairCount)
        fates = Self.fates(of: candidates, chosen: chosen.sorted(), pairCount: pairCount)
    }

    private static func choose(among candidates: [Int], pairs: [[Int]], _ pairCount: Int) -> [Int] {
        Parsimony(sets: pairs, valueCount: pairCount).chosen.map { candidates[$0] }
    }

    private static func fates(of candidates: [CandidateGroup], chosen: [Int], pairCount: Int) -> [Fate] {
        var fates = [Fate](repeating: .explained(by: []), count: candidates.count)
        for group in chosen { fates[group] = .chosen }
        let holders = PositionLists(
            inverting: chosen.map { (number: $0, values: candidates[$0].allPairs) }, count: pairCount)
        for index in candidates.indices where fates[index] != .chosen {
            let wanted = candidates[index].judgingPairs
            if let host = host(of: wanted, among: candidates, holders: holders) {
                fates[index] = .folded(into: host)
            } else {
                fates[index] = .explained(by: Set(wanted.lazy.flatMap { holders[$0] }).sorted())
            }
        }
        return fates
    }

    /// The chosen candidate that has all these pairs: a strong one before a weak one, then the one with most pairs to be
    /// judged by, then the first.
    private static func host(
        of wanted: [Int], among candidates: [CandidateGroup], holders: PositionLists
    ) -> Int? {
        guard let rarest = wanted.min(by: { holders.count(of: $0) < holders.count(of: $1) }) else { return nil }
        return holders[rarest].filter { contains(candidates[$0].allPairs, wanted) }.min { left, right in
            let (one, other) = (candidates[left], candidates[right])
            if one.isStrong != other.isStrong { return one.isStrong }
            if one.judgingPairs.count != other.judgingPairs.count {
                return one.judgingPairs.count > other.judgingPairs.count
            }
            return left < right
        }
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
