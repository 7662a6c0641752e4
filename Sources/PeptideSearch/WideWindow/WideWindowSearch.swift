import Foundations
import PeakPicking
import ProteinDatabase
import Synchronization

/// Finds the best candidates of spectra whose mass windows hold very many.
///
/// Partitions of the table are indexed one after another, each by one worker, and all spectra of a batch visit a partition
/// while its index is in the cache. Memory is one index for each worker and one batch of spectra, whatever the size of the
/// table.
struct WideWindowSearch: Sendable {
    let parameters: SearchParameters
    let settings: WideWindowSettings

    /// The best candidates of all spectra that go through the index, by position in the store; `nil` for the others.
    ///
    /// - Parameters:
    ///   - store: the run's fragment spectra.
    ///   - table: all candidates, or those of a part of the mass range.
    ///   - workers: partitions searched at once, as far as the memory goes.
    ///   - memory: what indexes and spectra are reserved from; `nil` where nobody counts.
    ///   - progress: called with the number of spectra finished so far; not for every one.
    /// - Returns: an empty list where no spectrum goes through the index.
    func finalists(
        of store: FragmentSpectrumStore, table: PeptideTable, workers: Int, memory: MemoryBudget?,
        progress: @escaping @Sendable (Int) -> Void
    ) async throws -> [Finalists?] {
        let entries = try await wideEntries(of: store, table: table, workers: workers)
        guard !entries.isEmpty else { return [] }
        let bins = FragmentBins(
            tolerance: parameters.fragmentTolerance, heaviestFragment: parameters.heaviestFragmentMZ)
        let kinds = self.kinds(of: entries, in: store)
        let plan = try WideWindowPlan(
            table: table, bins: bins, kinds: kinds, parameters: parameters, settings: settings,
            spectra: entries.count, workers: workers, memory: memory)
        defer { plan.release() }
        var found = [Finalists?](repeating: nil, count: store.entries.count)
        for first in stride(from: 0, to: entries.count, by: plan.batch) {
            let batch = entries[first..<min(first + plan.batch, entries.count)]
            let spectra = try await prepare(batch, of: store, table: table, workers: workers)
            let results = try await search(spectra, table: table, bins: bins, kinds: kinds, plan: plan) { share in
                progress(first + Int(share * Double(batch.count)))
            }
            for (spectrum, finalists) in zip(spectra, results) { found[spectrum.entry] = finalists }
        }
        return found
    }

    /// Spectra looked at by one worker at a time.
    private static let entriesAtOnce = 1024

    /// Positions of the spectra that go through the index.
    private func wideEntries(
        of store: FragmentSpectrumStore, table: PeptideTable, workers: Int
    ) async throws -> [Int] {
        let entries = store.entries
        let parts = (entries.count + Self.entriesAtOnce - 1) / Self.entriesAtOnce
        return try await orderedParallelMap(workers: workers, count: parts) { part in
            let first = part * Self.entriesAtOnce
            return (first..<min(first + Self.entriesAtOnce, entries.count)).filter { isWide(entries[$0], table: table) }
        }.flatMap(\.self)
    }

    private func isWide(_ entry: FragmentSpectrumStore.Entry, table: PeptideTable) -> Bool {
        guard entry.peakCount >= parameters.minimumPeaks, table.count >= settings.leastRows else { return false }
        let queries = PrecursorQuery.all(for: entry, parameters: parameters)
        let level = PrecursorQuery.sampleLevel(of: queries, parameters: parameters)
        guard level > 0 || settings.takesNarrowWindows else { return false }
        return queries.reduce(0) { $0 + table.rows(in: $1.window).count } >= max(1, settings.leastRows)
    }

    /// Every series that is looked for in any of the spectra: one index serves all of them, and counts of a spectrum with
    /// fewer series are higher than need be.
    private func kinds(of entries: [Int], in store: FragmentSpectrumStore) -> FragmentKinds {
        FragmentKinds(
            entries.reduce(into: []) { $0.formUnion(FragmentConditions(store.entries[$1], parameters).kinds.series) })
    }

    private func prepare(
        _ entries: ArraySlice<Int>, of store: FragmentSpectrumStore, table: PeptideTable, workers: Int
    ) async throws -> [WideSpectrum] {
        let parameters = parameters
        let step = 64
        let parts = (entries.count + step - 1) / step
        let spectra = try await orderedParallelMap(
            workers: workers, count: parts, state: { SpectrumSearcher(table: table, parameters: parameters) }
        ) { (searcher: inout SpectrumSearcher, part: Int) in
            let first = entries.startIndex + part * step
            return try entries[first..<min(first + step, entries.endIndex)].map { number in
                let entry = store.entries[number]
                let readings = PrecursorQuery.all(for: entry, parameters: parameters).map {
                    WideSpectrum.Reading(query: $0, rows: table.rows(in: $0.window))
                }
                return WideSpectrum(
                    entry: number, peaks: try searcher.prepare(entry, in: store),
                    conditions: FragmentConditions(entry, parameters), readings: readings)
            }
        }
        return spectra.flatMap { $0 }
    }

    private func search(
        _ spectra: [WideSpectrum], table: PeptideTable, bins: FragmentBins, kinds: FragmentKinds, plan: WideWindowPlan,
        progress: @escaping @Sendable (_ share: Double) -> Void
    ) async throws -> [Finalists] {
        let (parameters, settings) = (parameters, settings)
        let tasks = plan.tasks(spectra)
        let board = FinalistBoard(count: spectra.count, table: table)
        let total = tasks.reduce(0) { $0 + $1.rowCount }
        try await orderedParallelMap(
            workers: plan.workers,
            state: {
                PartitionSearcher(
                    table: table, parameters: parameters, bins: bins, kinds: kinds, settings: settings)
            },
            next: { board.nextTask().flatMap { $0 < tasks.count ? tasks[$0] : nil } },
            transform: { (searcher: inout PartitionSearcher, task: WideWindowPlan.SearchTask) in
                let found = try searcher.search(
                    task.rows, spectra, places: task.places, leastScores: board.leastScores)
                return (found, task.rowCount)
            },
            deliver: { (found: [PartitionSearcher.Found], rowCount: Int) in
                let done = board.add(found, rowCount: rowCount)
                progress(Double(done) / Double(max(1, total)))
            })
        return board.finalists
    }
}

/// The best candidates of the spectra of a batch, gathered from the partitions.
private final class FinalistBoard: Sendable {
    private struct State {
        var finalists: [Finalists]
        var taskCount = 0
        var rowCount = 0
    }

    private let state: Mutex<State>
    private let table: PeptideTable

    init(count: Int, table: PeptideTable) {
        state = Mutex(State(finalists: [Finalists](repeating: Finalists(), count: count)))
        self.table = table
    }

    var finalists: [Finalists] { state.withLock { $0.finalists } }
    var leastScores: [Double?] { state.withLock { $0.finalists.map(\.leastScore) } }

    func nextTask() -> Int? {
        state.withLock { state in
            state.taskCount += 1
            return state.taskCount - 1
        }
    }

    /// Takes what was found in a partition, and tells how many rows have been compared so far.
    func add(_ found: [PartitionSearcher.Found], rowCount: Int) -> Int {
        state.withLock { state in
            for (place, finalists) in found { state.finalists[place].merge(finalists, table: table) }
            state.rowCount += rowCount
            return state.rowCount
        }
    }
}
