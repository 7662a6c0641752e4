import PeakPicking
import ProteinDatabase

/// A spectrum with more candidates than are worth comparing one by one.
struct WideSpectrum: Sendable {
    /// One reading of the precursor, and the rows of the table in its window.
    struct Reading: Sendable {
        var query: PrecursorQuery
        var rows: Range<Int>
    }

    /// Position of the spectrum in the store.
    let entry: Int
    let peaks: PreparedSpectrum
    let conditions: FragmentConditions
    /// Readings by highest fragment charge; those of a group share their counts.
    let groups: [(maximumCharge: Int, readings: [Reading])]
    let bound: ScoreBound

    init(entry: Int, peaks: PreparedSpectrum, conditions: FragmentConditions, readings: [Reading]) {
        self.entry = entry
        self.peaks = peaks
        self.conditions = conditions
        let byCharge = Dictionary(grouping: readings) { conditions.maximumCharge(of: $0.query) }
        groups = byCharge.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        bound = ScoreBound(peaks, seriesAtOneEnd: conditions.kinds.mostAtOneEnd)
    }

    /// Number of rows in a partition that the spectrum is compared with, over all readings.
    func rowCount(in partition: Range<Int>) -> Int {
        groups.reduce(0) { sum, group in
            sum + group.readings.reduce(0) { $0 + $1.rows.clamped(to: partition).count }
        }
    }

    /// Bytes one spectrum takes at the most, roughly.
    static func byteCount(_ parameters: SearchParameters) -> Int { 1_500 + 16 * parameters.maximumPeaks }
}

/// What deep comparison is left with after a wide window was searched: the candidates that rank, and the number of all.
struct Finalists: Sendable {
    var candidates: [RankedCandidate] = []
    /// Number of candidates compared, whether or not they matched.
    var candidateCount = 0

    /// Score that a candidate needs to change the ranking; `nil` where there is no runner-up yet.
    var leastScore: Double? { candidates.count > 1 ? candidates[1].standing.hyperscore : nil }

    init() {}

    init(_ ranking: CandidateRanking, candidateCount: Int) {
        candidates = [ranking.best, ranking.runnerUp].compactMap { $0 }
        self.candidateCount = candidateCount
    }

    /// Joins what was found for the same spectrum in another partition of the table.
    mutating func merge(_ other: Finalists, table: PeptideTable) {
        var ranking = CandidateRanking()
        for candidate in candidates + other.candidates { ranking.add(candidate, table: table) }
        self = Finalists(ranking, candidateCount: candidateCount + other.candidateCount)
    }
}
