import ProteinDatabase
import TestSupport
import Testing

@Suite("Parts of the mass range")
struct MassPartTests {
    /// Everything a search can see of each row, in order.
    private func rows(_ table: PeptideTable) throws -> [String] {
        try (0..<table.count).map { row in
            let labels = table.labels(ofRow: row)
            let decoy =
                labels.decoy ? "\(try table.peptidoform(row, .decoy)) \(table.tieKey(ofRow: row, label: .decoy))" : "-"
            let around = table.neighbours(ofRow: row)
            return
                "\(table.masses[row]) \(try table.peptidoform(row)) \(labels) \(decoy) \(table.proteins(ofRow: row)) "
                + "\(table.pairKey(ofRow: row)) \(around) \(table.missedCleavages(ofRow: row)) "
                + "\(table.tieKey(ofRow: row, label: .target))"
        }
    }

    @Test("the tables of all parts together are the whole table, decoys included", arguments: TableCase.all)
    func union(_ example: TableCase) async throws {
        let builder = try example.builder()
        let whole = try await builder.build()
        let expected = try rows(whole)
        var generator = SplitMix64(seed: 13)
        for _ in 0..<4 {
            // Cuts anywhere, and exactly at the mass of a row.
            let cuts = (0..<5).map { number in
                number < 3
                    ? generator.uniform(example.massRange) : whole.masses[generator.integer(0..<whole.count)]
            }
            let bounds = [0] + cuts.sorted() + [Double.infinity]
            var found: [String] = []
            for (lower, upper) in zip(bounds, bounds.dropFirst()) {
                found += try rows(await builder.build(part: lower..<upper, workers: 2))
            }
            #expect(found == expected)
        }
    }

    @Test("parts adjoin, cover every mass, and are the more the less memory there is", arguments: TableCase.all)
    func byteLimit(_ example: TableCase) async throws {
        let builder = try example.builder()
        let expected = try await rows(builder.build())
        var counts: [Int] = []
        for limit in [0, 5_000, 20_000, 1_000_000_000] {
            let parts = try await builder.division(byteLimit: limit).parts
            #expect(parts.first?.lowerBound == 0)
            #expect(parts.last?.upperBound == .infinity)
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
            #expect(parts.allSatisfy { !$0.isEmpty })
            var found: [String] = []
            for part in parts { found += try rows(await builder.build(part: part)) }
            #expect(found == expected)
            counts.append(parts.count)
        }
        #expect(try await builder.division(byteLimit: 0).rowLimit >= expected.count)
        #expect(counts == counts.sorted(by: >))
        #expect(counts[0] > 5)
        #expect(counts.last == 1)
    }

    @Test("masses are ordered as sorting orders them, equal ones as they came")
    func massOrder() {
        var generator = SplitMix64(seed: 17)
        var examples: [[Double]] = [
            [], [5], [5, 5, 5], [2, 1], [.leastNonzeroMagnitude, 1e300, 1, 0, 1.0.nextUp, 1],
            [500, -3, 0.5, -99_999, -3, 500],
        ]
        examples.append((0..<3000).map { _ in generator.uniform(-500...5000) })
        examples.append((0..<3000).map { _ in Double(generator.integer(1..<40)) * 57.02 })
        for masses in examples {
            let expected = masses.indices.sorted { masses[$0] != masses[$1] ? masses[$0] < masses[$1] : $0 < $1 }
            #expect(MassOrder.ascending(masses).map(Int.init) == expected)
        }
    }
}
