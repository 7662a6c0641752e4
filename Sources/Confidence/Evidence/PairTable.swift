/// Target-decoy pairs of one level with the best match of each member.
///
/// Pairs are numbered in the order of first use, which must not reach any result. The members of pair `p` are `2p`
/// (target) and `2p + 1` (decoy). Matches are named by their entry: their position among the matches of rank 1 of all
/// runs, by run name, then spectrum.
struct PairTable {
    private var numbers = KeyNumbers()
    /// Best score of each member; meaningless where ``entries`` has none.
    private var scores = PiecewiseArray<Double>()
    /// Entry of the best match of each member; of equal scores the first.
    private var entries = PiecewiseArray<UInt32>()

    private static let noEntry = UInt32.max

    /// Most matches that can be told apart.
    static let entryLimit = Int(noEntry)

    /// Number of pairs.
    var pairCount: Int { numbers.keys.count }

    /// Memory in use, in bytes.
    var byteCount: Int {
        numbers.byteCount + scores.byteCount + entries.byteCount
    }

    /// The member a match to a pair stands for.
    static func member(pair: Int, isDecoy: Bool) -> Int { 2 * pair + (isDecoy ? 1 : 0) }

    /// The key of a pair.
    func key(of pair: Int) -> UInt64 { numbers.keys[pair] }

    /// The pair of a key; `nil` where no match named it.
    func pair(of key: UInt64) -> Int? { numbers.find(key) }

    /// The pair of a key, which is made where there is none.
    mutating func addPair(_ key: UInt64) -> Int {
        let pair = numbers.number(of: key)
        if 2 * pair == scores.count {
            for _ in 0..<2 {
                scores.append(0)
                entries.append(Self.noEntry)
            }
        }
        return pair
    }

    /// Keeps a match of a member if it is its best. Matches come by ascending entry.
    mutating func offer(_ member: Int, score: Double, entry: Int) {
        guard entries[member] == Self.noEntry || score > scores[member] else { return }
        scores[member] = score
        entries[member] = UInt32(entry)
    }

    /// Entry of the best match of a member; `nil` where it has none.
    func bestEntry(of member: Int) -> Int? { entries[member] == Self.noEntry ? nil : Int(entries[member]) }

    /// Score of the best match of a member; `nil` where it has none.
    func bestScore(of member: Int) -> Double? { entries[member] == Self.noEntry ? nil : scores[member] }
}
