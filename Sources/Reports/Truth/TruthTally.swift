public import Confidence
import Statistics

/// How what was accepted at one level compares with the truth, for all spectra or a kind of them.
public struct TruthTally: Sendable, Hashable {
    /// What is counted: matches, peptides or protein groups.
    public var level: ConfidenceLevel
    /// The spectra it is about; always ``SpectrumKind/all`` above the level of matches.
    public var kind: SpectrumKind
    /// Number of MS2 spectra of this kind; `nil` above the level of matches.
    public var spectra: Int?
    /// How many could have been found.
    public var identifiable: Int
    /// Accepted targets that are right.
    public var right: Int
    /// Accepted targets that are wrong.
    public var wrong: Int
    /// Matches among ``wrong`` whose sequence is in the spectrum in another form; 0 above the level of matches.
    public var wrongForm: Int
    /// How many of the identifiable were not found.
    public var missed: Int

    /// Creates a tally.
    public init(
        level: ConfidenceLevel, kind: SpectrumKind = .all, spectra: Int? = nil, identifiable: Int = 0, right: Int = 0,
        wrong: Int = 0, wrongForm: Int = 0, missed: Int = 0
    ) {
        self.level = level
        self.kind = kind
        self.spectra = spectra
        self.identifiable = identifiable
        self.right = right
        self.wrong = wrong
        self.wrongForm = wrongForm
        self.missed = missed
    }

    /// Accepted targets, as the tables have them.
    public var accepted: Int { right + wrong }

    /// The share of wrong ones among the accepted, 0 to 1; `nil` where none is accepted.
    public var trueError: Double? { accepted > 0 ? Double(wrong) / Double(accepted) : nil }

    /// Bounds of ``trueError`` at 95 %; `nil` where none is accepted.
    public var trueErrorBounds: ClosedRange<Double>? { WilsonInterval.bounds(of: wrong, in: accepted) }
}
