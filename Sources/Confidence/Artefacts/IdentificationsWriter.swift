import Foundations
import PeptideSearch

/// Writes identifications to an artefact as their rows come.
struct IdentificationsWriter: IdentificationSink {
    private let writer: ArtefactWriter

    init(path: String, parameters: ConfidenceParameters) throws(ArtefactError) {
        writer = try ArtefactWriter(path: path, schema: IdentificationTables.schema(parameters))
    }

    func append(_ psms: [IdentifiedPSM]) throws(ArtefactError) {
        try IdentificationTables.psms.append(psms, to: writer)
    }

    func append(_ peptides: [IdentifiedPeptide]) throws(ArtefactError) {
        try IdentificationTables.peptides.append(peptides, to: writer)
    }

    func append(_ forms: [PeptideForm]) throws(ArtefactError) {
        try IdentificationTables.peptidoforms.append(forms, to: writer)
    }

    func append(_ groups: [IdentifiedProteinGroup]) throws(ArtefactError) {
        try IdentificationTables.proteinGroups.append(groups, to: writer)
    }

    func append(_ explained: [ExplainedProteins]) throws(ArtefactError) {
        try IdentificationTables.explainedProteins.append(explained, to: writer)
    }

    /// Adds what is known once all rows were, and puts the artefact in its place.
    func finish(
        runs: [String], proteins: [MatchedProtein], summaries: [LevelSummary], notes: [String]
    ) throws(ArtefactError) {
        try IdentificationTables.runs.append(runs, to: writer)
        try IdentificationTables.proteins.append(proteins, to: writer)
        try IdentificationTables.summaries.append(summaries, to: writer)
        try IdentificationTables.notes.append(notes, to: writer)
        try writer.finish()
    }
}
