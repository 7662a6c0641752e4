import ProteinDatabase

/// A candidate with what decides its place among the candidates of a spectrum.
struct RankedCandidate {
    var row: Int
    var label: CandidateLabel
    var query: PrecursorQuery
    var fragments: FragmentCounts
    var standing: MatchStanding
}

/// Keeps the best candidate of a spectrum and the best one of another sequence, in any order of arrival.
struct CandidateRanking {
    private(set) var best: RankedCandidate?
    private(set) var runnerUp: RankedCandidate?
    /// All candidates compared, whether or not they matched.
    var totals = CandidateTotals()

    mutating func removeAll() {
        best = nil
        runnerUp = nil
        totals = CandidateTotals()
    }

    /// Takes a candidate into account.
    mutating func add(_ candidate: RankedCandidate, table: PeptideTable) {
        guard let best else {
            best = candidate
            return
        }
        let isSameSequence = table.isSameSequence(candidate.row, candidate.label, as: best.row, best.label)
        if Self.ranks(candidate, before: best, table: table) {
            if !isSameSequence { runnerUp = best }
            self.best = candidate
        } else if !isSameSequence {
            if let runnerUp, !Self.ranks(candidate, before: runnerUp, table: table) { return }
            runnerUp = candidate
        }
    }

    /// A total order, so that the outcome does not depend on the order in which candidates arrive.
    private static func ranks(_ one: RankedCandidate, before other: RankedCandidate, table: PeptideTable) -> Bool {
        if let isBetter = one.standing.isBetter(than: other.standing) { return isBetter }
        let oneKey = table.tieKey(ofRow: one.row, label: one.label)
        let otherKey = table.tieKey(ofRow: other.row, label: other.label)
        return oneKey != otherKey ? oneKey < otherKey : one.row < other.row
    }
}
