public import PeptideSearch

/// Why entrapments say nothing about error rates.
public enum EntrapmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no run.
    case noRuns
    /// A run was searched without entrapments.
    case noEntrapments(run: String)
    /// Two runs were searched against different targets or entrapments.
    case differentCensus(run: String, EntrapmentCensus, otherRun: String, EntrapmentCensus)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noRuns:
            "There is no run to count entrapments in; give at least one that was searched with entrapments."
        case .noEntrapments(let run):
            "Run '\(run)' was searched without entrapments, so that its error rates cannot be checked by them; search it "
                + "with the targets and entrapments of the other runs."
        case .differentCensus(let run, let census, let otherRun, let other):
            "Run '\(run)' was searched against \(Self.text(census)), run '\(otherRun)' against \(Self.text(other)); "
                + "search all runs against the same proteins and entrapments."
        }
    }

    private static func text(_ census: EntrapmentCensus) -> String {
        "\(census.targetPeptides) target and \(census.entrapmentPeptides) entrapment peptides"
            + (census.isPaired ? " in pairs" : " without pairs")
    }
}
