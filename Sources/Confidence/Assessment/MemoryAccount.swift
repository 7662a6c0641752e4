import Foundations
import PeptideSearch

/// Reserves what an assessment needs, as it comes to be known.
///
/// Scores and the largest run can be foretold from the sizes of the stored matches. How many different peptides there
/// are cannot: tables grow with the runs, and where the budget ends the whole need is foretold from what there is.
struct MemoryAccount {
    private let budget: MemoryBudget
    let reservation: MemoryReservation
    /// Bytes that are needed for the largest run at hand, and for the scores of all.
    private let atHand: Int
    private let ofScores: Int
    private let matchCount: Int

    private static let purpose = "the estimation of error rates"
    /// Score, and as much again for sorting half of them; the steps of q-values take less, once that is done.
    private static let bytesOfMatch = 12
    /// Rows of one run while it is walked through: the match, its identified row, texts and key of its peptide.
    private static let bytesOfMatchAtHand = 200
    private static let bytesOfPeptideAtHand = 400
    /// What a pair needs at protein level and for its rows, beside the tables of pairs. Scores are gone by then.
    private static let bytesOfPair = 104
    /// What the competitions within a run need of each of its peptides.
    private static let bytesOfPeptideInRun = 200

    init(budget: MemoryBudget, sizes: [MatchSourceSize]) throws {
        self.budget = budget
        matchCount = sizes.reduce(0) { $0 + $1.matches }
        // Tables are read in pieces; what is made of a piece is gone before the next.
        let piece = 1 << 18
        let bytesOfPeptide = 24 + (sizes.count > 1 ? Self.bytesOfPeptideInRun : 0)
        let runs = sizes.map { size in
            size.matches * 32 + min(size.matches, piece) * Self.bytesOfMatchAtHand
                + size.peptides * bytesOfPeptide + min(size.peptides, piece) * Self.bytesOfPeptideAtHand
        }
        atHand = runs.max() ?? 0
        ofScores = matchCount * Self.bytesOfMatch
        reservation = try budget.reserve(atHand + ofScores, for: Self.purpose)
    }

    /// Takes what the tables have grown to.
    ///
    /// - Throws: `MemoryError` with the need foretold for all runs, where the budget does not hold what there is.
    mutating func update(_ collector: EvidenceCollector) throws {
        let tables = collector.byteCount - collector.entryCount * MemoryLayout<Double>.stride
        let proteins = collector.peptides.pairCount * Self.bytesOfPair
        let need = atHand + tables + max(ofScores, proteins)
        guard need > reservation.bytes else { return }
        do {
            try reservation.resize(to: need)
        } catch {
            guard need > budget.total else { throw error }
            let share = max(1, Double(matchCount) / Double(max(1, collector.entryCount)))
            let whole = atHand + max(ofScores, Int(Double(proteins) * share)) + Int(Double(tables) * share)
            throw MemoryError.exceedsBudget(
                purpose: Self.purpose, requestedBytes: whole, budgetBytes: budget.total)
        }
    }
}
