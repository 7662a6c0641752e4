/// Chooses few sets that together hold every value of all of them (set cover).
///
/// 1. A set that alone holds a value is chosen: no choice could do without it.
/// 2. Of the others, again and again the one that holds most values not yet held; of equals the largest, then the first.
/// 3. What later choices made needless is given up again, the last choice first.
///
/// Guaranteed: every value is held; no chosen set can be left out; a set within another is never chosen; and where step 1
/// suffices, as in nearly all data, no smaller choice exists and no other of the same size. Else the choice can be larger
/// than the smallest, by the factor 1 + ln n at most for sets of n values: to find the smallest is NP-hard. It depends on
/// the sets and their order alone, not on how values are numbered.
///
/// > Source: Chvátal, "A greedy heuristic for the set-covering problem", Math. Oper. Res. 4 (1979), 233-235,
/// > doi:10.1287/moor.4.3.233.
package struct Parsimony {
    /// Positions of the chosen sets, ascending.
    package let chosen: [Int]

    /// Chooses among sets of values from 0 to below `valueCount`, each value once in a set.
    ///
    /// - Complexity: O(n log n) in the number of values of all sets together.
    package init(sets: [[Int]], valueCount: Int) {
        var choice = Choice(sets: sets, valueCount: valueCount)
        choice.takeEssential()
        choice.takeLargest()
        choice.giveUpNeedless()
        chosen = sets.indices.filter { choice.isChosen[$0] }
    }
}

private struct Choice {
    private let sets: [[Int]]
    private let holders: PositionLists
    private(set) var isChosen: [Bool]
    /// How many chosen sets hold each value.
    private var coverage: [UInt32]
    /// For each set how many of its values no chosen set holds.
    private var uncovered: [Int]
    /// What was chosen though it could have been left out then, in the order it was chosen.
    private var optional: [Int] = []

    init(sets: [[Int]], valueCount: Int) {
        self.sets = sets
        holders = PositionLists(inverting: sets.enumerated().map { (number: $0, values: $1) }, count: valueCount)
        isChosen = Array(repeating: false, count: sets.count)
        coverage = Array(repeating: 0, count: valueCount)
        uncovered = sets.map(\.count)
    }

    mutating func takeEssential() {
        for value in coverage.indices where holders.count(of: value) == 1 {
            if let set = holders[value].first, !isChosen[set] { take(set) }
        }
    }

    /// Sets wait by how much they would add. That only shrinks, so that one that adds less when its turn comes waits again
    /// further down.
    mutating func takeLargest() {
        var waiting = [[Int]](repeating: [], count: (uncovered.max() ?? 0) + 1)
        for set in sets.indices where !isChosen[set] { waiting[uncovered[set]].append(set) }
        for gain in stride(from: waiting.count - 1, to: 0, by: -1) {
            let turn = waiting[gain].sorted { ($1.size(in: sets), $0) < ($0.size(in: sets), $1) }
            for set in turn {
                if uncovered[set] == gain {
                    take(set)
                    optional.append(set)
                } else {
                    waiting[uncovered[set]].append(set)
                }
            }
        }
    }

    mutating func giveUpNeedless() {
        for set in optional.reversed() where sets[set].allSatisfy({ coverage[$0] > 1 }) {
            isChosen[set] = false
            for value in sets[set] { coverage[value] -= 1 }
        }
    }

    private mutating func take(_ set: Int) {
        isChosen[set] = true
        for value in sets[set] {
            coverage[value] += 1
            guard coverage[value] == 1 else { continue }
            for holder in holders[value] { uncovered[holder] -= 1 }
        }
    }
}

extension Int {
    /// The size of the set at this position.
    fileprivate func size(in sets: [[Int]]) -> Int { sets[self].count }
}
