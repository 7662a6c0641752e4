import Foundations
import PeptideSearch

/// The tables of stored identifications. Version 1 of kind `identifications`.
enum IdentificationTables {
    static let kind = "identifications"
    static let version = 1

    /// Metadata keys.
    static let falseDiscoveryRate = "false_discovery_rate"
    static let levels = "levels"

    static func schema(_ parameters: ConfidenceParameters) -> ArtefactSchema {
        ArtefactSchema(
            kind: kind, version: version,
            metadata: [
                falseDiscoveryRate: parameters.falseDiscoveryRate.description,
                levels: parameters.levels.sorted().map(\.rawValue).joined(separator: " "),
            ],
            tables: [
                runs.schema, proteins.schema, psms.schema, peptides.schema, peptidoforms.schema,
                proteinGroups.schema, summaries.schema, notes.schema,
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
            .number("peptidoform_q_value", "NaN where not assessed") { $0.peptidoformQValue ?? .nan },
            .number("peptide_q_value", "NaN where not assessed") { $0.peptideQValue ?? .nan },
            .number("protein_q_value", "NaN where there is none") { $0.proteinQValue ?? .nan },
            .int("peptide", "row in the table peptides, -1 where not assessed") { $0.peptide ?? -1 },
        ])

    static let peptides = RowTable<IdentifiedPeptide>(
        "peptides",
        [
            .text("sequence", "sequence of the best match", \.sequence),
            .list("proteins", "rows in the table proteins", \.proteins),
            .flag("is_decoy", "whether the peptide is a decoy", \.isDecoy),
            .flag("is_contaminant", "whether one of its proteins is a contaminant", \.isContaminant),
            .flag("is_beaten_by_partner", "whether its target-decoy partner scored better", \.isBeatenByPartner),
            .int("psm_count", "matches within the accepted rate at PSM level", \.psmCount),
            .int("best_psm", "row in the table psms", \.bestPSM),
            .number("score", "score of the best match", \.score),
            .number("q_value", "at peptide level", \.qValue),
            .number("posterior_error_probability", "probability of being false", \.posteriorErrorProbability),
        ])

    /// A form of a peptide: one row of the table `peptidoforms`.
    struct Form: Sendable {
        let peptide: Int
        let peptidoform: String
    }

    static let peptidoforms = RowTable<Form>(
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
            .int("psm_count", "matches accepted at PSM and peptide level", \.psmCount),
            .number("coverage", "share of the leading protein, NaN where not known") { $0.coverage ?? .nan },
            .number("score", "score of the best peptide of its own", \.score),
            .number("q_value", "at protein level", \.qValue),
            .number("posterior_error_probability", "probability of being false", \.posteriorErrorProbability),
            .list("peptides", "rows of the accepted peptides", \.peptides),
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
