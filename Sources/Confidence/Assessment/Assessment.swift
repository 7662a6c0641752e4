import PeptideSearch

/// The state of one assessment: what is known before, and what each level adds in turn.
///
/// Levels build on one another (peptides need the accepted PSMs, proteins the accepted peptides), so each is a step
/// that reads what is there and adds its own; see the extensions.
struct Assessment {
    let parameters: ConfidenceParameters
    /// Runs sorted by name.
    let runs: [RunMatches]
    let matches: RankOneMatches
    let catalogue: PairCatalogue

    /// Rows of the matches, in the order of ``matches``.
    var psms: [IdentifiedPSM] = []
    var peptides: [IdentifiedPeptide] = []
    /// For each member of a peptide pair, its position in ``peptides``; -1 where it has none.
    var peptideRows: [Int] = []
    var proteinGroups: [IdentifiedProteinGroup] = []
    /// Number of protein groups that all their peptides share with other groups.
    var unscoredGroupCount = 0
    var summaries: [LevelSummary] = []
    var runSummaries: [LevelSummary] = []

    init(parameters: ConfidenceParameters, runs: [RunMatches], matches: RankOneMatches, catalogue: PairCatalogue) {
        self.parameters = parameters
        self.runs = runs
        self.matches = matches
        self.catalogue = catalogue
    }

    /// Everything that was found so far.
    var identifications: Identifications {
        Identifications(
            parameters: parameters, runs: runs.map(\.run), proteins: catalogue.proteins, psms: psms,
            peptides: peptides, proteinGroups: proteinGroups, summaries: summaries + runSummaries,
            notes: AssessmentNotes.sentences(
                summaries: summaries, runSummaries: runSummaries, unscoredGroupCount: unscoredGroupCount,
                falseDiscoveryRate: parameters.falseDiscoveryRate))
    }

    /// Whether an error rate is within the accepted one.
    func isAccepted(_ qValue: Double) -> Bool { qValue <= parameters.falseDiscoveryRate }
}
