import Foundations
import PeptideSearch
import ProteinDatabase
import Synchronization

/// The candidates of a search: the proteins, and peptide tables that fit the memory budget.
///
/// Made once per process and shared by all runs. Where one table fits, it is kept; where not, the mass range is split
/// and the table of each part is made anew for each run, so that memory stays within the budget.
final class SearchSpace: Sendable {
    let database: ProteinDatabase
    /// Parts of the mass range, in Da.
    let parts: [Range<Double>]
    /// The tables of all parts together have at most so many peptidoforms.
    let peptidoformLimit: Int
    private let builder: PeptideTableBuilder
    private let specificity: CleavageSpecificity
    private let whole: PeptideTable?
    private let reservation: MemoryReservation
    /// One byte that whoever makes tables of parts holds: runs take turns in the order they come, so that the reserved
    /// memory is used by one table at a time.
    private let turn = MemoryBudget(bytes: 1)
    /// What went into the tables of parts that were made so far, by part.
    private let partCensuses = Mutex<[Int: PeptideTable.Census]>([:])

    /// How much of the free memory candidates may take; the rest is for the spectra of the runs in hand, and for what else
    /// is searched.
    enum Share: Double {
        /// One search.
        case alone = 0.6
        /// The search beside one that has entrapments too, which comes after it.
        case besideEntrapments = 0.2
        /// The search with entrapments, which has twice the candidates.
        case withEntrapments = 0.5

        /// Bytes of so many free ones.
        func byteLimit(ofFree bytes: Int) -> Int { Int(Double(bytes) * rawValue) }
    }

    init(
        settings: SearchSettings, database: ProteinDatabase, memory: MemoryBudget, share: Share, workers: Int,
        progress: @escaping @Sendable (_ proteinsDone: Int, _ proteins: Int) -> Void
    ) async throws {
        self.database = database
        specificity = settings.digestion.specificity
        builder = settings.tableBuilder(for: database)
        // Held from the start: the spectra of a run that is read meanwhile must not take it.
        var limit = 0
        reservation = try memory.reserve(for: "the peptide table") { available in
            limit = share.byteLimit(ofFree: available)
            return limit
        }
        // Counting comes first and takes about a quarter of the time.
        let count = database.proteins.count
        let division = try await builder.division(byteLimit: limit, workers: workers) { progress($0 / 4, count) }
        parts = division.parts
        peptidoformLimit = division.rowLimit
        if parts.count == 1 {
            let table = try await builder.build(workers: workers) { progress((count + 3 * $0) / 4, count) }
            guard table.count > 0 else {
                throw StageError.noPeptides(
                    enzyme: settings.digestion.enzyme.name, proteins: database.proteins.count)
            }
            whole = table
            try reservation.resize(to: table.byteCount)
        } else {
            whole = nil
        }
    }

    /// Does work with the tables; at most one of them is to be held at a time. Where they are made anew for each run, other
    /// runs wait for their turn.
    ///
    /// - Parameters:
    ///   - workers: how many make a table side by side.
    ///   - work: uses the tables.
    func withTables<Result: Sendable>(
        workers: Int, _ work: (PeptideTables) async throws -> Result
    ) async throws -> Result {
        if let whole { return try await work([whole]) }
        let lease = try await turn.waitAndReserve(1, for: "the turn to make peptide tables")
        defer { lease.release() }
        let tables = PeptideTables(parts: parts, of: builder, workers: workers) { number, table in
            self.partCensuses.withLock { $0[number] = table.census }
        }
        return try await work(tables)
    }

    /// What the entrapments are; `nil` where there are none, and before a run was searched where they do not fit as a
    /// whole.
    var entrapment: EntrapmentCensus? {
        guard let places = database.entrapment else { return nil }
        let censuses = whole.map { [$0.census] } ?? partCensuses.withLock { Array($0.values) }
        guard censuses.count == parts.count else { return nil }
        return EntrapmentCensus(
            targetPeptides: censuses.reduce(0) { $0 + $1.entrapmentTargets },
            entrapmentPeptides: censuses.reduce(0) { $0 + $1.entrapments },
            sharedPeptides: censuses.reduce(0) { $0 + $1.sharedWithEntrapments },
            isPaired: places.isShuffled && specificity == .full)
    }

    /// What went into the table; `nil` where it does not fit as a whole.
    var census: PeptideTable.Census? { whole?.census }

    /// Bytes the table takes; 0 where it does not fit as a whole.
    var tableByteCount: Int { whole?.byteCount ?? 0 }
}
