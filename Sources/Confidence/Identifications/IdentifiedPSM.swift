/// The best match of one spectrum, with error rates at every level it takes part in.
///
/// A q-value of a higher level belongs to the peptidoform, peptide or protein group the match points to; every match of
/// a peptide carries it, not only the best one. Where a target's decoy partner scored better, or the other way round,
/// the beaten one takes no part at that level and its q-value there is 1.
public struct IdentifiedPSM: Sendable, Hashable {
    /// Position of the run in ``Identifications/runs``.
    public var run: Int
    /// Position of the match in the run's `RunMatches.matches`.
    public var match: Int
    /// Position of the spectrum in its file, counted from 0.
    public var spectrumIndex: Int
    /// Whether the match is to a decoy.
    public var isDecoy: Bool
    /// The score that ranked the match; higher is better.
    public var score: Double
    /// q-value over the whole experiment at PSM level.
    public var qValue: Double
    /// Probability that this match is false, over the whole experiment.
    public var posteriorErrorProbability: Double
    /// q-value among the matches of the same run.
    public var runQValue: Double
    /// q-value of the peptide with its composition of modifications. Where modifications sit is a claim of its own: forms
    /// that differ only in that share this value.
    public var peptidoformQValue: Double
    /// q-value of the peptide, whatever its modifications.
    public var peptideQValue: Double
    /// Best q-value among the protein groups the peptide belongs to; `nil` where it belongs to none that is
    /// reported.
    public var proteinQValue: Double?
    /// q-values of the same among what the run alone shows.
    public var inRun: RunQValues
    /// Position of the peptide in ``Identifications/peptides``.
    public var peptide: Int

    /// Creates a match from its parts.
    public init(
        run: Int, match: Int, spectrumIndex: Int, isDecoy: Bool, score: Double, qValue: Double,
        posteriorErrorProbability: Double, runQValue: Double, peptidoformQValue: Double, peptideQValue: Double,
        proteinQValue: Double?, inRun: RunQValues = RunQValues(), peptide: Int
    ) {
        self.run = run
        self.match = match
        self.spectrumIndex = spectrumIndex
        self.isDecoy = isDecoy
        self.score = score
        self.qValue = qValue
        self.posteriorErrorProbability = posteriorErrorProbability
        self.runQValue = runQValue
        self.peptidoformQValue = peptidoformQValue
        self.peptideQValue = peptideQValue
        self.proteinQValue = proteinQValue
        self.inRun = inRun
        self.peptide = peptide
    }
}

/// q-values of the peptidoform, peptide and protein group that a match points to, each from the competition among what the
/// run of the match alone shows of its level.
public struct RunQValues: Sendable, Hashable {
    /// Of the peptide with its composition of modifications.
    public var peptidoform: Double
    /// Of the peptide.
    public var peptide: Double
    /// Best among the protein groups that have a peptide of their own in the run; `nil` where there is none.
    public var protein: Double?

    /// Creates q-values; those of what took no part in a competition where none are given.
    public init(peptidoform: Double = 1, peptide: Double = 1, protein: Double? = nil) {
        self.peptidoform = peptidoform
        self.peptide = peptide
        self.protein = protein
    }
}
