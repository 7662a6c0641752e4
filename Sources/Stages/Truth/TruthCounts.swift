import Confidence
import Reports
import Workflow

/// The way of a comparison with the truth from the stage to the summary of the run: counts of the journal.
enum TruthCounts {
    /// The claim is kept as a count of errors in so many.
    private static let claimScale = 1_000_000_000.0
    private static let claim = "truth: errors claimed in 1,000,000,000"

    private static let numbers: [(name: String, field: any WritableKeyPath<TruthTally, Int> & Sendable)] = [
        ("identifiable", \.identifiable), ("right", \.right), ("wrong", \.wrong),
        ("in another form", \.wrongForm), ("missed", \.missed),
    ]

    /// Keeps every number of a comparison.
    static func count(_ comparison: TruthComparison, in journal: TaskJournal) {
        journal.count(claim, Int((comparison.claimedError * claimScale).rounded()))
        for tally in comparison.tallies {
            for (name, field) in numbers { journal.count(key(tally.level, tally.kind, name), tally[keyPath: field]) }
            if let spectra = tally.spectra { journal.count(key(tally.level, tally.kind, "spectra"), spectra) }
        }
    }

    /// The claimed error, 0 to 1; `nil` where the counts are not those of a comparison.
    static func claimedError(in counts: [String: Int]) -> Double? { counts[claim].map { Double($0) / claimScale } }

    /// The tally of a level and a kind of spectrum; `nil` where there is none.
    static func tally(_ level: ConfidenceLevel, _ kind: SpectrumKind, in counts: [String: Int]) -> TruthTally? {
        var tally = TruthTally(level: level, kind: kind, spectra: counts[key(level, kind, "spectra")])
        for (name, field) in numbers {
            guard let number = counts[key(level, kind, name)] else { return nil }
            tally[keyPath: field] = number
        }
        return tally
    }

    private static func key(_ level: ConfidenceLevel, _ kind: SpectrumKind, _ name: String) -> String {
        "truth: \(level.rawValue)s, \(kind.rawValue), \(name)"
    }
}
