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

    @Test("each protein with evidence is in exactly one place: a member, folded, or explained", arguments: 0..<60)
    func complete(seed: Int) {
        let (pairs, isStrong, count) = random(seed: seed)
        let grouping = ProteinGrouping(pairProteins: pairs, isStrong: isStrong, proteinCount: count)
        let places =
            grouping.groups.flatMap { $0.proteins + $0.subsetProteins } + grouping.explained.flatMap(\.proteins)
        #expect(places.sorted() == Set(pairs.joined()).sorted())
        #expect(grouping.groups.map(\.proteins[0]) == grouping.groups.map(\.proteins[0]).sorted())
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

    @Test("groups have every pair that anything is judged by, and each has a pair to be scored by", arguments: 0..<200)
    func explainsAll(seed: Int) {
        let (pairs, isStrong, count) = random(seed: seed)
        let grouping = ProteinGrouping(pairProteins: pairs, isStrong: isStrong, proteinCount: count)
        let judged = Set(pairs.joined()).reduce(into: Set<Int>()) { $0.formUnion(judging($1, pairs, isStrong)) }
        #expect(judged.isSubset(of: grouping.groups.flatMap(\.pairs)))
        for explained in grouping.explained {
            let own = judging(explained.proteins[0], pairs, isStrong)
            let hosts = explained.groups.map { Set(grouping.groups[$0].pairs) }
            #expect(hosts.count > 1 && own.isSubset(of: hosts.reduce(Set()) { $0.union($1) }))
            #expect(!hosts.contains { own.isSubset(of: $0) })
        }
        for (position, group) in grouping.groups.enumerated() {
            let scoring = grouping.scoringPairs(of: position)
            #expect(!scoring.isEmpty)
            #expect(scoring.allSatisfy { Array(grouping.groupsOfPair[$0]) == [position] })
            #expect(group.strongPairCount == 0 || scoring.contains { isStrong[$0] })
        }
    }

    @Test("a shared pair counts for the group with most strong pairs, of equals for the first")
    func razor() {
        // Protein 0: pairs 0, 2, 4. Protein 1: pairs 1, 2, 3, 4. Protein 2: pairs 4, 5, 6 and the weak 7 to 9.
        let pairs = [[0], [1], [0, 1], [1], [0, 1, 2], [2], [2], [2], [2], [2]]
        let isStrong = [true, true, true, true, true, true, true, false, false, false]
        let grouping = ProteinGrouping(pairProteins: pairs, isStrong: isStrong, proteinCount: 3)
        #expect(grouping.groups.map(\.strongPairCount) == [3, 4, 3])
        #expect(pairs.indices.map { grouping.razorGroup(of: $0) } == [0, 1, 1, 1, 1, 2, 2, 2, 2, 2])
        #expect(pairs.indices.filter(grouping.isUnique) == [0, 1, 3, 5, 6, 7, 8, 9])
        let equals = ProteinGrouping(pairProteins: [[0], [1], [0, 1]], isStrong: [true, true, true], proteinCount: 2)
        #expect(equals.razorGroup(of: 2) == 0)
    }

    @Test("what an explained protein shares is not unique to the group it counts for, and does not score it")
    func explained() {
        // The middle protein of a chain: its pairs 1 and 2 belong to its neighbours as well.
        let chain = ProteinGrouping(
            pairProteins: [[0], [0, 1], [1, 2], [2]], isStrong: [true, true, true, true], proteinCount: 3)
        #expect(chain.groups.map(\.proteins) == [[0], [2]])
        #expect(chain.explained.map(\.proteins) == [[1]])
        #expect(chain.explained.map(\.groups) == [[0, 1]])
        #expect((0..<4).map { chain.isUnique($0) } == [true, false, false, true])
        #expect((0..<4).map { chain.razorGroup(of: $0) } == [0, 0, 1, 1])
        #expect([0, 1].map { chain.scoringPairs(of: $0) } == [[0], [3]])
        // In a ring nobody has a pair of its own; those reported are scored by what no other reported has.
        let ring = ProteinGrouping(
            pairProteins: [[0, 2], [0, 1], [1, 2]], isStrong: [true, true, true], proteinCount: 3)
        #expect(ring.groups.map(\.proteins) == [[0], [1]])
        #expect([0, 1].map { ring.scoringPairs(of: $0) } == [[0], [2]])
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
