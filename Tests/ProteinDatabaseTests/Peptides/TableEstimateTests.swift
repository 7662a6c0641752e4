import ProteinDatabase
import TestSupport
import Testing

@Suite("Estimates of a table")
struct TableEstimateTests {
    private static let residues = "AAAAARRNNDDDCQQEEEEGGGGHIIIILLLLLLKKKMFFPPPSSSSTTTWYYVVVV"

    private func proteins(_ count: Int, copies: Int = 1) -> [Protein] {
        var generator = SplitMix64(seed: 23)
        let sequences = (0..<count).map { _ in
            "M" + randomProtein(letters: Self.residues, length: 300, using: &generator)
        }
        return (0..<copies).flatMap { copy in
            sequences.enumerated().map { protein("P\($0.offset)-\(copy)", $0.element) }
        }
    }

    private func builder(
        _ proteins: [Protein], specificity: CleavageSpecificity = .full, lengths: ClosedRange<Int> = 7...30,
        labels: [[String]] = []
    ) throws -> PeptideTableBuilder {
        PeptideTableBuilder(
            database: ProteinDatabase(proteins: proteins),
            digestion: try rules(
                missed: 1, specificity: specificity, lengths: lengths, masses: 500...3000, losesMethionine: true),
            decoys: DecoyRules(),
            chemistry: try masses(variable: ["Oxidation@M", "Acetyl@protein-N-term"], labels: labels))
    }

    @Test("where all peptides are looked at the counts are those of the table", arguments: TableCase.all)
    func exact(_ example: TableCase) async throws {
        let builder = try example.builder()
        let (estimate, table) = try await (builder.estimate(), try await builder.build())
        let isExact = estimate.isExact
        #expect(isExact)
        #expect(estimate.peptides == table.census.peptides)
        #expect(estimate.peptidoforms == table.count)
        #expect(estimate.byteCount == table.byteCount)
        let labels = (0..<table.count).map { table.labels(ofRow: $0) }
        #expect(estimate.candidates == labels.count(where: \.target) + labels.count(where: \.decoy))
        for limit in [0, 20_000, 1_000_000] {
            let parts = try await builder.division(byteLimit: limit, workers: 2).parts
            #expect(try await estimate.partCount(byteLimit: limit) == parts.count)
        }
        let usual = table.rows(in: 800...3000)
        let rows = usual.isEmpty ? 0..<table.count : usual
        let found = rows.reduce(0) { $0 + table.rows(in: table.masses[$1] - 1...table.masses[$1] + 1).count }
        let mean = Double(found * estimate.candidates) / Double(rows.count * table.count)
        #expect(abs(estimate.meanCandidates { $0 - 1...$0 + 1 } - mean) < 1e-9 * mean)
    }

    @Test("from a sample the counts are right within a tenth", arguments: [CleavageSpecificity.full, .semi, .none])
    func sampled(_ specificity: CleavageSpecificity) async throws {
        let builder = try builder(
            proteins(150), specificity: specificity, lengths: specificity == .none ? 8...10 : 7...30,
            labels: [["Label:13C(6)@KR"]])
        // Semi-specific peptides come in bunches of one beginning, so that more of them are needed.
        let size = specificity == .full ? 3_000 : 12_000
        let (estimate, table) = try await (builder.estimate(peptideCount: size), try await builder.build())
        let isExact = estimate.isExact
        #expect(!isExact)
        func isClose(_ estimated: Int, _ actual: Int) -> Bool {
            abs(Double(estimated) / Double(actual) - 1) < 0.1
        }
        #expect(isClose(estimate.peptides, table.census.peptides), "\(estimate.peptides) \(table.census.peptides)")
        #expect(isClose(estimate.peptidoforms, table.count), "\(estimate.peptidoforms) \(table.count)")
        #expect(isClose(estimate.candidates, 2 * table.count))
        #expect(isClose(estimate.byteCount, table.byteCount))
        let limit = table.byteCount
        let parts = try await builder.division(byteLimit: limit).parts.count
        let expected = try await estimate.partCount(byteLimit: limit)
        #expect(parts > 3 && abs(expected - parts) <= 1)
        let again = try await builder.estimate(peptideCount: size)
        #expect(again.peptidoforms == estimate.peptidoforms && again.byteCount == estimate.byteCount)
    }

    @Test("proteins that repeat others add no peptides to an estimate")
    func repeats() async throws {
        let once = try await builder(proteins(150)).estimate(peptideCount: 1_000)
        let thrice = try await builder(proteins(150, copies: 3)).estimate(peptideCount: 3_000)
        let isExact = once.isExact
        #expect(!isExact)
        #expect(thrice.peptides == once.peptides && thrice.peptidoforms == once.peptidoforms)
        #expect(thrice.byteCount > once.byteCount)
    }

    @Test("candidates in a window are counted from a sample within a fifth")
    func windows() async throws {
        let builder = try builder(proteins(200))
        let (sampled, exact) = try await (builder.estimate(peptideCount: 4_000), try await builder.estimate())
        let areExact = [sampled.isExact, exact.isExact]
        #expect(areExact == [false, true])
        for width in [0.02, 3, 200] {
            let found = sampled.meanCandidates { $0 - width...$0 + width }
            let expected = exact.meanCandidates { $0 - width...$0 + width }
            #expect(abs(found / expected - 1) < 0.2, "\(found) \(expected)")
        }
    }

    @Test("beginnings of few residues are not sampled from, and a database without peptides is none")
    func extremes() async throws {
        #expect(try await builder(proteins(50), lengths: 2...30).estimate(peptideCount: 10).isExact)
        let none = try await builder([protein("A", "XX")]).estimate()
        #expect(none.peptides == 0 && none.candidates == 0 && none.meanCandidates { $0...$0 } == 0)
        #expect(try await none.partCount(byteLimit: 1) == 1)
    }

    @Test(
        "peptides of a real database are estimated within a twentieth",
        .enabled(if: TestData.isAvailable("fasta/human/top1k_human.fasta.gz")))
    func human() async throws {
        let path = TestData.path("fasta/human/top1k_human.fasta.gz")
        let builder = try builder(ProteinDatabase(paths: [path], decoys: .unknown).proteins)
        let (estimate, table) = try await (builder.estimate(peptideCount: 20_000), try await builder.build())
        let isExact = estimate.isExact
        #expect(!isExact)
        #expect(abs(Double(estimate.peptides) / Double(table.census.peptides) - 1) < 0.05)
        #expect(abs(Double(estimate.peptidoforms) / Double(table.count) - 1) < 0.05)
    }
}
