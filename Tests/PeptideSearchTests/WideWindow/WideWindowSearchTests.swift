import Chemistry
import Foundations
import PeakPicking
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport
import Testing

@Suite("Searches through the fragment index")
struct WideWindowSearchTests {
    /// Sizes that lead every spectrum through an index, in many partitions and batches.
    private func settings(partitionRows: Int = 100, batch: Int = 50, leastVisits: Int = 0) -> WideWindowSettings {
        var settings = WideWindowSettings()
        settings.leastRows = 0
        settings.takesNarrowWindows = true
        settings.leastVisits = leastVisits
        settings.partitionRows = partitionRows
        settings.batch = batch
        return settings
    }

    private static let oneByOne = {
        var settings = WideWindowSettings()
        settings.leastRows = .max
        return settings
    }()

    private static let openCases: [SearchCase] = {
        let open = ToleranceRange(lower: -150, upper: 500, unit: .daltons)
        return [
            SearchCase(
                name: "-150 Da to 500 Da, defaults",
                parameters: parameters(
                    precursor: open, masses: 500...5000, minimumFragmentOrdinal: 2, minimumPeaks: 10,
                    minimumMatchedFragments: 4)),
            SearchCase(
                name: "-150 Da to 500 Da, isotope errors, unknown charges, fragments in Da",
                parameters: parameters(
                    precursor: open, fragment: .daltons(0.02), isotopeErrors: -1...2, charges: 1...5,
                    maximumFragmentCharge: 4, maximumPeaks: 250),
                variable: ["Oxidation@M", "Phospho@STY"]),
            SearchCase(
                name: "300,000 ppm on both sides, fragments in 0.5 Da",
                parameters: parameters(
                    precursor: ToleranceRange(.ppm(300_000)), fragment: .daltons(0.5), maximumFragmentCharge: 1,
                    maximumPeaks: 50, minimumMatchedFragments: 2)),
        ]
    }()

    private func matches(
        _ store: FragmentSpectrumStore, _ tables: PeptideTables, _ example: SearchCase, _ settings: WideWindowSettings,
        workers: Int = 1, memory: MemoryBudget? = nil
    ) async throws -> RunMatches {
        try await PeptideSearcher(parameters: example.parameters, wideWindow: settings)
            .search(store, tables: tables, workers: workers, memory: memory)
            .matches(run: "run", database: example.proteins)
    }

    @Test(
        "every field of every match is that of comparing candidates one by one", arguments: SearchCase.all + openCases)
    func oneByOne(_ example: SearchCase) async throws {
        let table = try await example.tableBuilder().build()
        var random = RandomSpectra(
            table: table, parameters: example.parameters, activations: example.activations, seed: 61)
        let store = try store(random.make(80))
        let expected = try await matches(store, [table], example, Self.oneByOne)
        #expect(expected.matches.count > 30)
        #expect(try await matches(store, [table], example, settings()) == expected)
        #expect(try await matches(store, [table], example, settings(leastVisits: 3)) == expected)
        #expect(
            try await matches(store, [table], example, settings(partitionRows: 32_768, batch: 1000), workers: 3)
                == expected)
    }

    @Test("workers, parts of the table, partitions, batches and memory change nothing", arguments: openCases)
    func invariance(_ example: SearchCase) async throws {
        let builder = try example.tableBuilder()
        let table = try await builder.build()
        var random = RandomSpectra(table: table, parameters: example.parameters, seed: 67)
        let store = try store(random.make(60))
        let expected = try await matches(store, [table], example, settings())
        #expect(try await matches(store, [table], example, settings(), workers: 7) == expected)
        let parts = PeptideTables(parts: [0..<900, 900..<1400, 1400..<Double.infinity], of: builder, workers: 2)
        #expect(try await matches(store, parts, example, settings(partitionRows: 333), workers: 2) == expected)
        let memory = MemoryBudget(bytes: 40_000_000)
        #expect(
            try await matches(store, [table], example, settings(), workers: 4, memory: memory) == expected)
        #expect(memory.peak > 0 && memory.used == 0)
    }

    @Test("spectra with few candidates and with many are searched in one run, with the same outcome")
    func mixed() async throws {
        let example = Self.openCases[0]
        let table = try await example.tableBuilder().build()
        var random = RandomSpectra(table: table, parameters: example.parameters, seed: 71)
        let store = try store(random.make(60))
        var mixed = settings()
        mixed.leastRows = table.count / 3
        #expect(
            try await matches(store, [table], example, mixed, workers: 2)
                == matches(store, [table], example, Self.oneByOne))
    }

    @Test("peptides with more ions than a counter can count are compared one by one")
    func longPeptides() async throws {
        var generator = SplitMix64(seed: 73)
        let letters = Array("ACDEFGHILMNPQSTVWY".utf8)
        let proteins = database(
            (0..<20).map { number in
                let residues = (0..<(30 + 9 * number)).map { _ in letters[generator.integer(0..<letters.count)] }
                return ("P\(number)", String(decoding: residues, as: UTF8.self) + "K")
            })
        let table = try await builder(proteins, lengths: 4...201, masses: 500...30_000).build()
        #expect(table.count >= 20)
        let open = parameters(
            precursor: ToleranceRange(lower: -3000, upper: 3000, unit: .daltons), masses: 500...30_000,
            maximumFragmentCharge: 2, maximumPeaks: 250)
        var random = RandomSpectra(table: table, parameters: open, seed: 79)
        let store = try store(random.make(40))
        let found = try await PeptideSearcher(parameters: open, wideWindow: settings())
            .search(store, tables: [table], workers: 1).matches(run: "run", database: proteins)
        let expected = try await PeptideSearcher(parameters: open, wideWindow: Self.oneByOne)
            .search(store, tables: [table], workers: 1).matches(run: "run", database: proteins)
        #expect(found == expected)
        #expect(expected.peptides.contains { $0.sequence.count > 150 })
    }

    @Test("too little memory for a single index is an error that says so")
    func tooLittleMemory() async throws {
        let example = Self.openCases[0]
        let table = try await example.tableBuilder().build()
        var random = RandomSpectra(table: table, parameters: example.parameters, seed: 83)
        let store = try store(random.make(10))
        await #expect(throws: MemoryError.self) {
            try await matches(store, [table], example, settings(), memory: MemoryBudget(bytes: 100_000))
        }
    }
}
