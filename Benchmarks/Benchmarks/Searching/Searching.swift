import Benchmark
import BenchmarkInputs
import Chemistry
import Foundations
import PeakPicking
import PeptideSearch
import ProteinDatabase

/// Matching and scoring fragment spectra against a finished table.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .cpuTotal], maxDuration: .seconds(10))
    for (tolerance, candidates) in [("20 ppm", 94_698), ("3 Da", 2_400_038)] {
        Benchmark("1,000 spectra, 2,000 proteins, precursors within \(tolerance), 1 worker") { _, search in
            let outcome = try await search.run()
            // Five spectra are of peptides above 5,000 Da.
            try UnexpectedResult.check(outcome.searchedCount, is: 995, "searched spectra")
            try UnexpectedResult.check(outcome.matchedCount, is: 963, "matched spectra")
            try UnexpectedResult.check(outcome.candidateCount, is: candidates, "candidates")
        } setup: {
            try await Search(spectra: 1_000, proteins: 2_000, tolerance: tolerance)
        }
    }
}

/// Everything a search needs, made beforehand.
struct Search: Sendable {
    let folder: ScratchFolder
    let store: FragmentSpectrumStore
    let table: PeptideTable
    let searcher: PeptideSearcher

    init(spectra count: Int, proteins: Int, tolerance: String) async throws {
        folder = try ScratchFolder()
        let builder = try FragmentSpectrumStoreBuilder(
            budget: MemoryBudget(bytes: 1_000_000_000), scratchFolder: folder.path)
        for spectrum in try MadeSpectra.fragmentSpectra(count: count, proteins: proteins) {
            try builder.append(spectrum)
        }
        store = builder.finish()
        // The spectra are of peptides without modifications.
        let chemistry = try PeptideMasses(
            modifications: try ModificationSet(fixed: [], variable: []), maximumVariable: 0)
        table = try await PeptideTableBuilder(
            database: MadeProteins.database(count: proteins), digestion: DigestionRules(), decoys: DecoyRules(),
            chemistry: chemistry
        ).build()
        searcher = PeptideSearcher(
            parameters: SearchParameters(
                precursorTolerance: try ToleranceRange(parsing: tolerance), fragmentTolerance: .ppm(20),
                peptideMassesDaltons: 500...5000, isotopeErrors: 0...2, charges: 2...4, maximumFragmentCharge: 2,
                minimumFragmentOrdinal: 2, maximumPeaks: 150, minimumPeaks: 10, minimumMatchedFragments: 4))
    }

    func run() async throws -> SearchOutcome {
        try await searcher.search(store, tables: [table], workers: 1)
    }
}
