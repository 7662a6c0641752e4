public import Foundations
public import PeakPicking
public import ProteinDatabase

/// Searches the fragment spectra of a run against a peptide table.
public struct PeptideSearcher: Sendable {
    /// How spectra and candidates are compared.
    public let parameters: SearchParameters

    /// Spectra that one worker takes at a time: enough work to make handing out free, little enough to share evenly.
    private static let batch = 64

    private let wideWindow: WideWindowSearch

    /// Creates a searcher.
    public init(parameters: SearchParameters) {
        self.init(parameters: parameters, wideWindow: WideWindowSettings())
    }

    /// Creates a searcher that takes the way through the fragment index at other sizes.
    package init(parameters: SearchParameters, wideWindow: WideWindowSettings) {
        self.parameters = parameters
        self.wideWindow = WideWindowSearch(parameters: parameters, settings: wideWindow)
    }

    /// The matches of all spectra in a store.
    ///
    /// The result is the same for any number of workers.
    ///
    /// - Parameters:
    ///   - store: the run's fragment spectra.
    ///   - tables: the peptide tables, one for each part of the mass range. Only one is held at a time.
    ///   - workers: spectra are compared by as many workers at once.
    ///   - memory: what the fragment index of a search with a wide window is reserved from; `nil` where nobody counts.
    ///   - progress: called with the number of spectra finished so far, counted over all tables.
    /// - Throws: `FileError` where spilled peaks cannot be read back; `MemoryError` where the index of a wide window does not
    ///   fit; `CancellationError`.
    public func search(
        _ store: FragmentSpectrumStore, tables: PeptideTables, workers: Int,
        memory: MemoryBudget? = nil, progress: @escaping @Sendable (_ spectraDone: Int) -> Void = { _ in }
    ) async throws -> SearchOutcome {
        let gathering = OutcomeGathering()
        var done = 0
        for number in 0..<tables.count {
            let table = try await tables.table(number)
            let base = done
            gathering.beginPart(isLast: number == tables.count - 1)
            try await search(store, table: table, workers: workers, memory: memory) {
                progress(base + $0)
            } deliver: {
                gathering.add($0)
            }
            done += store.entries.count
        }
        return gathering.outcome
    }

    private func search(
        _ store: FragmentSpectrumStore, table: PeptideTable, workers: Int, memory: MemoryBudget?,
        progress: @escaping @Sendable (Int) -> Void, deliver: @escaping @Sendable ([SpectrumOutcome]) -> Void
    ) async throws {
        let batches = (store.entries.count + Self.batch - 1) / Self.batch
        let parameters = parameters
        let finalists = try await wideWindow.finalists(
            of: store, table: table, workers: workers, memory: memory, progress: progress)
        let wideCount = finalists.count { $0 != nil }
        try await orderedParallelMap(
            workers: workers, count: batches, state: { SpectrumSearcher(table: table, parameters: parameters) }
        ) { (searcher: inout SpectrumSearcher, batch: Int) in
            let end = min((batch + 1) * Self.batch, store.entries.count)
            let outcomes = try (batch * Self.batch..<end).map {
                try searcher.search(store.entries[$0], in: store, among: finalists.isEmpty ? nil : finalists[$0])
            }
            progress(max(end, wideCount))
            return outcomes
        } deliver: {
            deliver($0)
        }
    }
}
