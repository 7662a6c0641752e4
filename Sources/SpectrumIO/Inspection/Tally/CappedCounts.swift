/// Counts by a key that comes from a file, of which a strange file may have any number: beyond a limit of distinct keys
/// the rest is counted together, so that memory stays bounded.
///
/// What is counted apart depends on the order in which keys are met and not on hashing: merging goes through the keys in
/// ascending order.
struct CappedCounts<Key: Hashable & Comparable & Sendable>: Sendable {
    /// Most keys that are counted apart.
    static var limit: Int { 1000 }

    /// The counts by key.
    private(set) var counts: [Key: Int] = [:]
    /// How often any other key was met.
    private(set) var others = 0

    /// Counts a key.
    mutating func add(_ key: Key, count: Int = 1) {
        if let index = counts.index(forKey: key) {
            counts.values[index] += count
        } else if counts.count < Self.limit {
            counts[key] = count
        } else {
            others += count
        }
    }

    /// Adds the counts of what came later.
    mutating func merge(_ later: CappedCounts) {
        for (key, count) in later.counts.sorted(by: { $0.key < $1.key }) { add(key, count: count) }
        others += later.others
    }

    /// The counts by the text of their keys, with an entry for the others where there are any.
    func named(_ text: (Key) -> String) -> [String: Int] {
        var named: [String: Int] = [:]
        for (key, count) in counts { named[text(key), default: 0] += count }
        if others > 0 { named["others"] = others }
        return named
    }
}
