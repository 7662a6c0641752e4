import Confidence
import Foundations
import Testing

@Suite("Parsimony")
struct ParsimonyTests {
    /// A graph and the sets that are chosen, by hand.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let sets: [[Int]]
        let chosen: [Int]
        var testDescription: String { name }
    }

    @Test(
        "graphs worked out by hand",
        arguments: [
            Case(name: "nothing", sets: [], chosen: []),
            Case(name: "empty sets add nothing", sets: [[], [0]], chosen: [1]),
            Case(name: "sets of their own all stay", sets: [[0], [1], [2]], chosen: [0, 1, 2]),
            Case(name: "of equal sets the first", sets: [[0, 1], [0, 1]], chosen: [0]),
            Case(name: "a subset goes, wherever it stands", sets: [[0], [0, 1], [1]], chosen: [1]),
            Case(name: "the middle of a chain goes", sets: [[0, 1], [1, 2], [2, 3]], chosen: [0, 2]),
            Case(name: "of a ring of three two stay", sets: [[0, 1], [1, 2], [0, 2]], chosen: [0, 1]),
            Case(name: "of a ring of four every other", sets: [[0, 1], [1, 2], [2, 3], [3, 0]], chosen: [0, 2]),
            Case(
                name: "the largest first, unless it proves needless", sets: [[0, 1, 3, 4], [0, 1, 2], [3, 4, 5]],
                chosen: [1, 2]),
            Case(
                name: "what adds most beats what is largest",
                sets: [[0, 9], [0, 1, 2, 3], [1, 2, 3, 4], [4, 5, 6], [5, 6]], chosen: [0, 2, 3]),
        ])
    func byHand(_ example: Case) {
        let count = (example.sets.joined().max() ?? -1) + 1
        #expect(Parsimony(sets: example.sets, valueCount: count).chosen == example.chosen)
    }

    /// Random sets of up to 10 values; no value is held by one set alone, so that nothing is decided beforehand.
    private func random(seed: Int) -> [[Int]] {
        var generator = SeededGenerator(seed: UInt64(seed))
        var sets = [Set<Int>](repeating: [], count: 4 + generator.next(upperBound: 7))
        for value in 0..<(4 + generator.next(upperBound: 7)) {
            while sets.count(where: { $0.contains(value) }) < 2 {
                for set in sets.indices where generator.next(upperBound: 4) == 0 { sets[set].insert(value) }
            }
        }
        return sets.map { $0.sorted() }
    }

    /// Size of the smallest choice that holds every value, found by trying all.
    private func smallestChoice(_ sets: [[Int]]) -> Int {
        let masks = sets.map { $0.reduce(0) { $0 | 1 << $1 } }
        let whole = masks.reduce(0, |)
        let sizes = (0..<(1 << sets.count)).filter { choice in
            masks.indices.reduce(0) { choice >> $1 & 1 == 1 ? $0 | masks[$1] : $0 } == whole
        }.map(\.nonzeroBitCount)
        return sizes.min() ?? 0
    }

    @Test("every value is held, and nothing chosen can be left out", arguments: 0..<200)
    func irredundant(seed: Int) {
        let sets = random(seed: seed)
        let values = Set(sets.joined())
        let chosen = Parsimony(sets: sets, valueCount: 10).chosen
        #expect(Set(chosen.flatMap { sets[$0] }) == values)
        for set in chosen { #expect(Set(chosen.filter { $0 != set }.flatMap { sets[$0] }) != values) }
    }

    @Test("against all choices of small graphs: never beyond the bound, mostly the smallest, now and then one more")
    func exhaustive() {
        var excess: [Int: Int] = [:]
        for seed in 0..<400 {
            let sets = random(seed: seed)
            let (found, smallest) = (Parsimony(sets: sets, valueCount: 10).chosen.count, smallestChoice(sets))
            let largest = sets.map(\.count).max() ?? 1
            let bound = (1...max(1, largest)).reduce(0) { $0 + 1 / Double($1) }
            #expect(Double(found) <= bound * Double(smallest))
            excess[found - smallest, default: 0] += 1
        }
        #expect(excess.keys.min() == 0)
        #expect(excess[0, default: 0] >= 380)
        #expect(excess.keys.max() == 1)
    }

    @Test("where each chosen set has a value of its own, the choice is the smallest", arguments: 0..<60)
    func essential(seed: Int) {
        // Each third set gets a value of its own, and the others lie within what these hold together.
        let random = random(seed: seed)
        let essential = random.indices.filter { $0.isMultiple(of: 3) }
        let held = Set(essential.flatMap { random[$0] })
        let sets = random.enumerated().map { index, set in
            index.isMultiple(of: 3) ? set + [10 + index] : set.filter(held.contains)
        }
        let chosen = Parsimony(sets: sets, valueCount: 20).chosen
        #expect(chosen == essential)
        #expect(chosen.count == smallestChoice(sets))
    }

    @Test("numbering the values otherwise changes nothing", arguments: 0..<40)
    func renumbered(seed: Int) {
        let sets = random(seed: seed)
        var names = Array(0..<10)
        var generator = SeededGenerator(seed: UInt64(seed) + 1000)
        generator.shuffle(&names)
        let renamed = sets.map { $0.map { names[$0] }.sorted() }
        #expect(Parsimony(sets: renamed, valueCount: 10).chosen == Parsimony(sets: sets, valueCount: 10).chosen)
    }
}
