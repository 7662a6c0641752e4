import Foundations
import PeakPicking
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport
import Testing

@Suite("What a search must not depend on")
struct SearchInvarianceTests {
    private func matches(
        _ store: FragmentSpectrumStore, _ tables: PeptideTables, _ example: SearchCase, workers: Int
    ) async throws -> RunMatches {
        try await PeptideSearcher(parameters: example.parameters)
            .search(store, tables: tables, workers: workers).matches(run: "run", database: example.proteins)
    }

    @Test("one, two and seven workers, one table or several, and the order of spectra", arguments: SearchCase.all)
    func workersAndParts(_ example: SearchCase) async throws {
        let builder = try example.tableBuilder()
        let table = try await builder.build()
        var random = RandomSpectra(table: table, parameters: example.parameters, seed: 43)
        let spectra = try random.make(140)
        let whole = try store(spectra)
        let expected = try await matches(whole, [table], example, workers: 1)
        #expect(expected.matches.count > 60)
        for workers in [2, 7] {
            #expect(try await matches(whole, [table], example, workers: workers) == expected)
        }
        let middle = table.masses[table.count / 2]
        let parts = [0..<700, 700..<middle, middle..<1500, 1500..<Double.infinity].filter { !$0.isEmpty }
        #expect(parts.count >= 3)
        let some = PeptideTables(parts: parts, of: builder, workers: 2)
        #expect(try await matches(whole, some, example, workers: 2) == expected)
        let limited = try await builder.division(byteLimit: 60_000).parts
        #expect(limited.count > 1)
        let many = PeptideTables(parts: limited, of: builder, workers: 1)
        #expect(try await matches(whole, many, example, workers: 3) == expected)
        #expect(try await matches(store(spectra.reversed()), [table], example, workers: 2) == expected)
    }

    @Test("where peaks lie: spilled to disk they give the same matches")
    func spilled() async throws {
        let example = SearchCase.all[0]
        let table = try await example.tableBuilder().build()
        var random = RandomSpectra(table: table, parameters: example.parameters, seed: 47)
        let spectra = try random.make(90)
        let folder = try TemporaryDirectory()
        // The least a store takes is memory for a million peaks, so that two heavy spectra push the others out.
        let budget = MemoryBudget(bytes: 12_000_000)
        let builder = try FragmentSpectrumStoreBuilder(budget: budget, scratchFolder: folder.path("."))
        for spectrum in spectra[..<30] { try builder.append(spectrum) }
        try builder.append(heavy(index: 90))
        for spectrum in spectra[30..<60] { try builder.append(spectrum) }
        try builder.append(heavy(index: 91))
        for spectrum in spectra[60...] { try builder.append(spectrum) }
        let spilled = try await matches(builder.finish(), [table], example, workers: 3)
        let expected = try await matches(store(spectra), [table], example, workers: 1)
        #expect(spilled.matches == expected.matches)
        #expect(spilled.ions == expected.ions)
        #expect(spilled.peptides == expected.peptides)
        #expect(spilled.setAside.filter { $0.spectrumIndex < 90 } == expected.setAside)
        #expect(budget.peak <= 12_000_000)
    }

    /// A spectrum of 990,000 peaks that no candidate fits.
    private func heavy(index: Int) -> Spectrum {
        Spectrum(
            index: index, nativeID: "heavy", msLevel: 2, precursors: [Precursor(mz: 50, charge: 1)],
            mz: (0..<990_000).map { 100 + Double($0) * 1e-3 }, intensities: [Double](repeating: 1, count: 990_000))
    }

    @Test("the order of proteins")
    func proteinOrder() async throws {
        let example = SearchCase.fewLetters
        let builder = try example.tableBuilder()
        var random = RandomSpectra(table: try await builder.build(), parameters: example.parameters, seed: 53)
        let spectra = try random.make(60)
        let expected = try await search(spectra, builder, example.proteins, example.parameters)
        let turned = ProteinDatabase(proteins: example.proteins.proteins.reversed())
        let other = PeptideTableBuilder(
            database: turned,
            digestion: DigestionRules(
                missedCleavages: 1, lengths: 4...25, massesDaltons: example.parameters.peptideMassesDaltons),
            decoys: example.decoys, chemistry: try await builder.build(part: 0..<1).chemistry)
        #expect(try await search(spectra, other, turned, example.parameters) == expected)
    }
}
