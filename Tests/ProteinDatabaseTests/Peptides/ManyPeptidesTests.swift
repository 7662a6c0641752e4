import ProteinDatabase
import TestSupport
import Testing

/// So many peptides that they are shared out among several buckets.
@Suite("Tables of many peptides")
struct ManyPeptidesTests {
    private let proteins: [Protein]
    /// Every stretch of 7 to 9 residues with L for I, and the proteins it is in.
    private let expected: [[UInt8]: Set<Int>]

    init() {
        var generator = SplitMix64(seed: 71)
        let proteins = (0..<12).map {
            protein(
                "\(Character(UnicodeScalar(UInt8(65 + $0))))",
                randomProtein(letters: "AGILKM", length: 2000, using: &generator))
        }
        self.proteins = proteins
        var expected: [[UInt8]: Set<Int>] = [:]
        for (number, protein) in proteins.enumerated() {
            let residues = protein.residues.map(ResidueIdentity.normalised)
            for length in 7...9 {
                for start in 0...residues.count - length {
                    expected[Array(residues[start..<start + length]), default: []].insert(number)
                }
            }
        }
        self.expected = expected
    }

    private func build(_ decoys: DecoyRules, workers: Int) async throws -> PeptideTable {
        try await PeptideTableBuilder(
            database: ProteinDatabase(proteins: proteins),
            digestion: rules(specificity: .none, lengths: 7...9), decoys: decoys,
            chemistry: masses(variable: ["Oxidation@M"], maximumVariable: 1)
        ).build(workers: workers)
    }

    @Test("each sequence is there once with all its proteins, and no decoy is a target", arguments: [false, true])
    func sequences(_ areShuffled: Bool) async throws {
        let table = try await build(DecoyRules(source: areShuffled ? .shuffled : .reversed), workers: 3)
        #expect(table.census.peptides == expected.count)
        var seen: Set<[UInt8]> = []
        var unpaired = 0
        for row in 0..<table.count where table.modifications(ofRow: row, label: .target).isEmpty {
            let sequence = table.sequence(ofRow: row, label: .target).map(ResidueIdentity.normalised)
            #expect(seen.insert(sequence).inserted)
            #expect(expected[sequence].map { $0.sorted() } == table.proteins(ofRow: row))
            if table.labels(ofRow: row).decoy {
                let decoy = table.sequence(ofRow: row, label: .decoy).map(ResidueIdentity.normalised)
                #expect(expected[decoy] == nil && decoy.sorted() == sequence.sorted())
            } else {
                unpaired += 1
            }
        }
        #expect(seen.count == expected.count)
        #expect(unpaired == table.census.unpaired && unpaired < seen.count)
        let oxidised = expected.keys.reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "M") } }
        #expect(table.count == expected.count + oxidised)
    }

    @Test("any number of workers gives the same rows in the same order")
    func workers() async throws {
        let alone = try await build(DecoyRules(), workers: 1)
        for workers in [2, 5] {
            let table = try await build(DecoyRules(), workers: workers)
            #expect(table.masses == alone.masses && table.census == alone.census)
            for row in stride(from: 0, to: table.count, by: 7) {
                #expect(table.sequence(ofRow: row, label: .decoy) == alone.sequence(ofRow: row, label: .decoy))
                #expect(table.proteins(ofRow: row) == alone.proteins(ofRow: row))
                #expect(table.tieKey(ofRow: row, label: .target) == alone.tieKey(ofRow: row, label: .target))
            }
        }
    }
}
