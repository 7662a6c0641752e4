import Foundations
import PeptideSearch

/// The tables of stored identifications. Version 4 of kind `identifications`.
///
/// Matches are stored by run and spectrum, peptides by the row of their best match, forms by peptide: the order in which
/// runs are walked through. Who reads them brings them into the order of ``Identifications``.
enum IdentificationTables {
    static let kind = "identifications"
    static let version = 4

    /// Metadata key.
    static let falseDiscoveryRate = "false_discovery_rate"

    static func schema(_ parameters: ConfidenceParameters) -> ArtefactSchema {
        ArtefactSchema(
            kind: kind, version: version,
            metadata: [falseDiscoveryRate: parameters.falseDiscoveryRate.description],
            tables: [
                runs.schema, proteins.schema, psms.schema, peptides.schema, peptidoforms.schema,
                proteinGroups.schema, explainedProteins.schema, summaries.schema, notes.schema,
            ])
    }

    static let runs = RowTable<String>("runs", [.text("run", "name of the run") { $0 }])

    static let notes = RowTable<String>("notes", [.text("note", "what to know before trusting the numbers") { $0 }])

    static let proteins = RowTable<MatchedProtein>(
        "proteins",
        [
            .text("accession", "accession without any decoy prefix", \.accession),
            .flag("is_contaminant", "whether the protein comes from the contaminant FASTA", \.isContaminant),
        ])

    static let psms = RowTable<IdentifiedPSM>(
        "psms",
        [
            .int("run", "row in the table runs", \.run),
            .int("match", "position among the stored matches of the run", \.match),
            .int("spectrum_index", "position of the spectrum in its file, from 0", \.spectrumIndex),
            .flag("is_decoy", "whether the match is to a decoy", \.isDecoy),
            .number("score", "the score that ranked the match", \.score),
            .number("q_value", "over the experiment at PSM level", \.qValue),
            .number("posterior_error_probability", "probability of being false", \.posteriorErrorProbability),
            .number("run_q_value", "within the run", \.runQValue),
            .number("peptidoform_q_value", "of the peptide with its modifications", \.peptidoformQValue),
            .number("peptide_q_value", "of the peptide", \.peptideQValue),
            .number("protein_q_value", "NaN where there is none") { $0.proteinQValue ?? .nan },
            .number("run_peptidoform_q_value", "of the peptide with its modifications, within the run") {
                $0.inRun.peptidoform
            },
            .number("run_peptide_q_value", "of the peptide, within the run", \.inRun.peptide),
            .number("run_protein_q_value", "within the run, NaN where there is none") { $0.inRun.protein ?? .nan },
            .int("peptide", "row in the table peptides", \.peptide),
        ])

    static let peptides = RowTable<IdentifiedPeptide>(
        "peptides",
        [
            .text("sequence", "sequence of the best match", \.sequence),
            .text("peptidoform", "the best match in ProForma 2.0 notation") { $0.peptidoforms.first ?? "" },
            .list("proteins", "rows in the table proteins", \.proteins),
            .flag("is_decoy", "whether the peptide is a decoy", \.isDecoy),
            .flag("is_contaminant", "whether one of its proteins is a contaminant", \.isContaminant),
            .flag("is_beaten_by_partner", "whether its target-decoy partner scored better", \.isBeatenByPartner),
            .int("best_psm", "row in the table psms", \.bestPSM),
            .number("score", "score of the best match", \.score),
            .number("q_value", "at peptide level", \.qValue),
            .number("posterior_error_probability", "probability of being false", \.posteriorErrorProbability),
        ])

    /// Forms among the accepted matches of a peptide, by falling best score.
    static let peptidoforms = RowTable<PeptideForm>(
        "peptidoforms",
        [
            .int("peptide", "row in the table peptides", \.peptide),
            .text("peptidoform", "peptidoform in ProForma 2.0 notation", \.peptidoform),
        ])

    static let proteinGroups = RowTable<IdentifiedProteinGroup>(
        "protein-groups",
        [
            .list("proteins", "rows in the table proteins, the leading one first", \.proteins),
            .list("subset_proteins", "rows of proteins folded into the group", \.subsetProteins),
            .text("gene", "gene of the leading protein, empty where not known") { $0.gene ?? "" },
            .text("description", "description of the leading protein, empty where not known") { $0.description ?? "" },
            .flag("is_contaminant", "whether a protein of the group is a contaminant", \.isContaminant),
            .flag("is_decoy", "whether the decoy mirror was the better member", \.isDecoy),
            .int("peptide_count", "accepted peptides", \.peptideCount),
            .int("unique_peptide_count", "accepted peptides no other group explains", \.uniquePeptideCount),
            .list("razor_peptides", "rows of accepted peptides of several groups that count here", \.razorPeptides),
            .int("psm_count", "matches accepted at PSM and peptide level", \.psmCount),
            .number("coverage", "share of the leading protein, NaN where not known") { $0.coverage ?? .nan },
            .number("score", "score of the best peptide of its own", \.score),
            .number("q_value", "at protein level", \.qValue),
            .number("posterior_error_probability", "probability of being false", \.posteriorErrorProbability),
            .list("peptides", "rows of the accepted peptides", \.peptides),
        ])

    static let explainedProteins = RowTable<ExplainedProteins>(
        "explained-proteins",
        [
            .list("proteins", "rows in the table proteins, with the same peptides", \.proteins),
            .list("groups", "rows in the table protein-groups that explain them together", \.groups),
        ])

    static let summaries = RowTable<LevelSummary>(
        "summaries",
        [
            .text("level", "psm, peptidoform, peptide or protein") { $0.level.rawValue },
            .flag("within_run", "whether the row is about one run") { $0.run != nil },
            .text("run", "the run, empty over the whole experiment") { $0.run ?? "" },
            .int("target_count", "targets that took part", \.targetCount),
            .int("decoy_count", "decoys that took part", \.decoyCount),
            .int("accepted_target_count", "targets within the accepted rate", \.acceptedTargetCount),
            .number("score_threshold", "lowest score accepted, NaN where none is") { $0.scoreThreshold ?? .nan },
        ])
}
