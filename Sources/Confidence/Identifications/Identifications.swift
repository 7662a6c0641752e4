public import PeptideSearch

/// What was identified over all runs of an experiment, with error rates at every level.
///
/// It holds every best match, accepted or not, target or decoy; who writes a table filters on that table's own level.
/// The value depends on the matches alone: not on the order of the runs, and not on the order of matches, peptides or
/// proteins inside a run, except that ``IdentifiedPSM/match`` says where a match was found.
public struct Identifications: Sendable, Hashable {
    /// What was asked for.
    public var parameters: ConfidenceParameters
    /// Names of the runs, ascending (by Unicode scalars).
    public var runs: [String]
    /// Proteins that the matched peptides may come from, over all runs, by accession.
    public var proteins: [MatchedProtein]
    /// Rank 1 matches, targets and decoys, by falling score, then run name, then spectrum index.
    public var psms: [IdentifiedPSM]
    /// Peptides of these matches, targets and decoys, by falling score, then sequence, then targets before decoys.
    public var peptides: [IdentifiedPeptide]
    /// Protein groups, by falling score, then leading accession.
    public var proteinGroups: [IdentifiedProteinGroup]
    /// Proteins that are in no group and folded into none, because several groups explain them; by first protein.
    public var explainedProteins: [ExplainedProteins]
    /// How many targets and decoys each level had and where its threshold fell: over all runs from PSMs to proteins,
    /// then PSMs within each run in the order of ``runs``.
    public var summaries: [LevelSummary]
    /// What a reader must know before trusting the numbers, in sentences.
    public var notes: [String]

    /// Creates identifications from their parts.
    public init(
        parameters: ConfidenceParameters, runs: [String], proteins: [MatchedProtein], psms: [IdentifiedPSM],
        peptides: [IdentifiedPeptide], proteinGroups: [IdentifiedProteinGroup],
        explainedProteins: [ExplainedProteins] = [], summaries: [LevelSummary], notes: [String]
    ) {
        self.parameters = parameters
        self.runs = runs
        self.proteins = proteins
        self.psms = psms
        self.peptides = peptides
        self.proteinGroups = proteinGroups
        self.explainedProteins = explainedProteins
        self.summaries = summaries
        self.notes = notes
    }
}
