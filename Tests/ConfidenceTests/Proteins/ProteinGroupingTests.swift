import Confidence
import Foundations
import Testing

@Suite("Protein grouping")
struct ProteinGroupingTests {
    /// Random bipartite graphs, small enough for every relation to occur.
    private func random(seed: Int) -> (pairProteins: [[Int]], isStrong: [Bool], proteinCount: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let proteinCount = 2 + generator.next(upperBound: 12)
        let pairs = (0..<(1 + generator.next(upperBound: 14))).map { _ in
            Set((0...generator.next(upperBound: 4)).map { _ in generator.next(upperBound: proteinCount) }).sorted()
        }
        return (pairs, pairs.map { _ in generator.next(upperBound: 3) > 0 }, proteinCount)
    }

    @Test("each protein with evidence is in exactly one place, as a member or folded", arguments: 0..<60)
    func complete(seed: Int) {
        let (pairs, isStrong, count) = random(seed: seed)
        let groups = ProteinGrouping(pairProteins: pairs, isStrong: isStrong, proteinCount: count).groups
        #expect(groups.flatMap { $0.proteins + $0.subsetProteins }.sorted() == Set(pairs.joined()).sorted())
        #expect(groups.map(\.proteins[0]) == groups.map(\.proteins[0]).sorted())
    }

    @Test("members share their evidence, folded proteins add none, and no group lies within another", arguments: 0..<60)
    func relations(seed: Int) {
        let (pairs, isStrong, count) = random(seed: seed)
        let groups = ProteinGrouping(pairProteins: pairs, isStrong: isStrong, proteinCount: count).groups
        for group in groups {
            let own = judging(group.proteins[0], pairs, isStrong)
            #expect(group.proteins.allSatisfy { judging($0, pairs, isStrong) == own })
            #expect(Set(group.pairs) == Set(group.proteins.flatMap { all($0, pairs) }))
            for folded in group.subsetProteins {
                #expect(judging(folded, pairs, isStrong).isSubset(of: group.pairs))
            }
            for other in groups where other != group {
                let isWeak = !own.contains { isStrong[$0] }
                let offered = isWeak ? Set(other.pairs) : Set(other.pairs.filter { isStrong[$0] })
                #expect(!own.isSubset(of: offered))
            }
        }
    }

    @Test("a weak protein explained by a group that was itself folded away stays on its own")
    func foldedHost() {
        // Protein 0 has strong pair 0 and weak pair 2; protein 1 has strong pairs 0 and 1; protein 2 has weak pair 2.
        let grouping = ProteinGrouping(
            pairProteins: [[0, 1], [1], [0, 2]], isStrong: [true, true, false], proteinCount: 3)
        #expect(grouping.groups.map(\.proteins) == [[1], [2]])
        #expect(grouping.groups[0].subsetProteins == [0])
        #expect((0..<3).map { Array(grouping.groupsOfPair[$0]) } == [[0], [0], [1]])
    }

    private func all(_ protein: Int, _ pairs: [[Int]]) -> Set<Int> {
        Set(pairs.indices.filter { pairs[$0].contains(protein) })
    }

    /// Strong pairs of the protein, or all where none is strong.
    private func judging(_ protein: Int, _ pairs: [[Int]], _ isStrong: [Bool]) -> Set<Int> {
        let strong = all(protein, pairs).filter { isStrong[$0] }
        return strong.isEmpty ? all(protein, pairs) : strong
    }
}
