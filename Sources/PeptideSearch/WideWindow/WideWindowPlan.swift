import Foundations
import ProteinDatabase

/// How the work on a table is cut up, and the memory it may take.
struct WideWindowPlan: Sendable {
    /// A partition and the spectra it is compared with.
    struct SearchTask: Sendable {
        /// Rows of the table.
        var rows: Range<Int>
        /// Places of the spectra in the batch; those without candidates in the partition are passed over.
        var places: Range<Int>
        /// Comparisons of rows with spectra, over all spectra.
        var rowCount: Int
    }

    /// Partitions searched at once.
    let workers: Int
    /// Spectra held at a time.
    let batch: Int
    private let partitions: [Range<Int>]
    private let reservation: MemoryReservation?

    /// Tasks for each worker, so that all end at about the same time.
    private static let tasksPerWorker = 4
    /// Share of the free memory for the spectra of a batch.
    private static let spectraShare = 0.5

    /// Cuts a table up.
    ///
    /// - Throws: `MemoryError` where the memory is too little for one worker.
    init(
        table: PeptideTable, bins: FragmentBins, kinds: FragmentKinds, parameters: SearchParameters,
        settings: WideWindowSettings, spectra: Int, workers: Int, memory: MemoryBudget?
    ) throws {
        let size = settings.partitionRows
        partitions = stride(from: 0, to: table.count, by: size).map { $0..<min($0 + size, table.count) }
        let largest = partitions.map { Self.entryCount(table, rows: $0, kinds, parameters) }.max() ?? 0
        let perWorker = largest * 2 + bins.count * 4 + 500_000
        let perSpectrum = WideSpectrum.byteCount(parameters)
        guard let memory else {
            (self.workers, batch, reservation) = (workers, min(spectra, settings.batch), nil)
            return
        }
        var (batch, granted) = (0, 0)
        reservation = try memory.reserve(for: "the fragment index of a wide-window search") { available in
            let forSpectra = Int(Double(available) * Self.spectraShare) / perSpectrum
            batch = min(spectra, settings.batch, max(64, forSpectra))
            granted = min(workers, max(1, (available - batch * perSpectrum) / perWorker))
            return batch * perSpectrum + granted * perWorker
        }
        (self.workers, self.batch) = (granted, batch)
    }

    func release() { reservation?.release() }

    /// Partitions with the spectra that visit them, those with most work first. Where there are few partitions, each is
    /// searched by several workers, with a share of the spectra each.
    func tasks(_ spectra: [WideSpectrum]) -> [SearchTask] {
        let wanted = workers == 1 ? 1 : Self.tasksPerWorker * workers
        let slices = min(spectra.count, (wanted + partitions.count - 1) / partitions.count)
        let tasks = partitions.flatMap { rows in
            (0..<slices).map { slice in
                let places = spectra.count * slice / slices..<spectra.count * (slice + 1) / slices
                let rowCount = places.reduce(0) { $0 + spectra[$1].rowCount(in: rows) }
                return SearchTask(rows: rows, places: places, rowCount: rowCount)
            }
        }
        return tasks.filter { $0.rowCount > 0 }.sorted {
            ($1.rowCount, $0.rows.lowerBound, $0.places.lowerBound) < (
                $0.rowCount, $1.rows.lowerBound, $1.places.lowerBound
            )
        }
    }

    /// Entries of a partition's index at the most.
    private static func entryCount(
        _ table: PeptideTable, rows: Range<Int>, _ kinds: FragmentKinds, _ parameters: SearchParameters
    ) -> Int {
        // Target and decoy, each of them with and without a loss where there are any.
        let ions = kinds.count * 2 * (table.hasFragmentLosses ? 2 : 1)
        return rows.reduce(0) { $0 + ions * max(0, table.residueCount(ofRow: $1) - parameters.minimumFragmentOrdinal) }
    }
}
