import Foundations
import PeptideSearch

/// Stored identifications, opened: each table as its rows.
struct IdentificationsFile {
    let reader: ArtefactReader

    func parameters() throws(ArtefactError) -> ConfidenceParameters {
        let metadata = reader.schema.metadata
        guard let text = metadata[IdentificationTables.falseDiscoveryRate], let rate = Double(text) else {
            throw .missing(path: reader.path, what: "parameters of the assessment")
        }
        guard rate > 0, rate <= 1 else {
            let reason = "\(IdentificationTables.falseDiscoveryRate) is \(text), not above 0 and at most 1"
            throw .damaged(path: reader.path, member: "schema.json", reason: reason)
        }
        return ConfidenceParameters(falseDiscoveryRate: rate)
    }

    func runs() throws(ArtefactError) -> [String] {
        try IdentificationTables.runs.rows(of: reader) { (group) throws(ArtefactError) in try group.strings("run") }
    }

    func notes() throws(ArtefactError) -> [String] {
        try IdentificationTables.notes.rows(of: reader) { (group) throws(ArtefactError) in try group.strings("note") }
    }

    func proteins() throws(ArtefactError) -> [MatchedProtein] {
        try IdentificationTables.proteins.rows(of: reader) { (group) throws(ArtefactError) in
            zip(try group.strings("accession"), try group.bool("is_contaminant")).map {
                MatchedProtein(accession: $0, isContaminant: $1)
            }
        }
    }

    func psms() throws(ArtefactError) -> [IdentifiedPSM] {
        try IdentificationTables.psms.rows(of: reader) { (group) throws(ArtefactError) in
            let (runs, matches) = (try group.int("run"), try group.int("match"))
            let (spectra, decoys) = (try group.int("spectrum_index"), try group.bool("is_decoy"))
            let (scores, qValues) = (try group.float64("score"), try group.float64("q_value"))
            let probabilities = try group.float64("posterior_error_probability")
            let (inRun, ofForm) = (try group.float64("run_q_value"), try group.float64("peptidoform_q_value"))
            let (ofPeptide, ofProtein) = (try group.float64("peptide_q_value"), try group.float64("protein_q_value"))
            let (inRunOfForm, inRunOfPeptide) = (
                try group.float64("run_peptidoform_q_value"), try group.float64("run_peptide_q_value")
            )
            let (inRunOfProtein, peptides) = (try group.float64("run_protein_q_value"), try group.int("peptide"))
            return (0..<group.rowCount).map { row in
                IdentifiedPSM(
                    run: runs[row], match: matches[row], spectrumIndex: spectra[row], isDecoy: decoys[row],
                    score: scores[row], qValue: qValues[row], posteriorErrorProbability: probabilities[row],
                    runQValue: inRun[row], peptidoformQValue: ofForm[row],
                    peptideQValue: ofPeptide[row], proteinQValue: Self.present(ofProtein[row]),
                    inRun: RunQValues(
                        peptidoform: inRunOfForm[row], peptide: inRunOfPeptide[row],
                        protein: Self.present(inRunOfProtein[row])),
                    peptide: peptides[row])
            }
        }
    }

    func forms() throws(ArtefactError) -> [PeptideForm] {
        try IdentificationTables.peptidoforms.rows(of: reader) { (group) throws(ArtefactError) in
            zip(try group.int("peptide"), try group.strings("peptidoform")).map {
                PeptideForm(peptide: $0, peptidoform: $1)
            }
        }
    }

    /// Peptides with the form of their best match, their matches not counted.
    func peptides() throws(ArtefactError) -> [IdentifiedPeptide] {
        try IdentificationTables.peptides.rows(of: reader) { (group) throws(ArtefactError) in
            let (sequences, proteins) = (try group.strings("sequence"), try group.intLists("proteins"))
            let (decoys, contaminants) = (try group.bool("is_decoy"), try group.bool("is_contaminant"))
            let (beaten, forms) = (try group.bool("is_beaten_by_partner"), try group.strings("peptidoform"))
            let (best, scores) = (try group.int("best_psm"), try group.float64("score"))
            let qValues = try group.float64("q_value")
            let probabilities = try group.float64("posterior_error_probability")
            return (0..<group.rowCount).map { row in
                IdentifiedPeptide(
                    sequence: sequences[row], peptidoforms: [forms[row]], proteins: proteins[row], isDecoy: decoys[row],
                    isContaminant: contaminants[row], isBeatenByPartner: beaten[row], psmCount: 0,
                    bestPSM: best[row], score: scores[row], qValue: qValues[row],
                    posteriorErrorProbability: probabilities[row])
            }
        }
    }

    func proteinGroups() throws(ArtefactError) -> [IdentifiedProteinGroup] {
        try IdentificationTables.proteinGroups.rows(of: reader) { (group) throws(ArtefactError) in
            let (proteins, subsets) = (try group.intLists("proteins"), try group.intLists("subset_proteins"))
            let (genes, descriptions) = (try group.strings("gene"), try group.strings("description"))
            let (contaminants, decoys) = (try group.bool("is_contaminant"), try group.bool("is_decoy"))
            let (counts, unique) = (try group.int("peptide_count"), try group.int("unique_peptide_count"))
            let (psms, coverages) = (try group.int("psm_count"), try group.float64("coverage"))
            let (scores, qValues) = (try group.float64("score"), try group.float64("q_value"))
            let probabilities = try group.float64("posterior_error_probability")
            let (peptides, razor) = (try group.intLists("peptides"), try group.intLists("razor_peptides"))
            return (0..<group.rowCount).map { row in
                IdentifiedProteinGroup(
                    proteins: proteins[row], subsetProteins: subsets[row], gene: Self.present(genes[row]),
                    description: Self.present(descriptions[row]), isContaminant: contaminants[row],
                    isDecoy: decoys[row], peptideCount: counts[row], uniquePeptideCount: unique[row],
                    psmCount: psms[row], coverage: Self.present(coverages[row]), score: scores[row],
                    qValue: qValues[row], posteriorErrorProbability: probabilities[row], peptides: peptides[row],
                    razorPeptides: razor[row])
            }
        }
    }

    func explainedProteins() throws(ArtefactError) -> [ExplainedProteins] {
        try IdentificationTables.explainedProteins.rows(of: reader) { (group) throws(ArtefactError) in
            zip(try group.intLists("proteins"), try group.intLists("groups")).map {
                ExplainedProteins(proteins: $0, groups: $1)
            }
        }
    }

    func summaries() throws(ArtefactError) -> [LevelSummary] {
        let table = IdentificationTables.summaries
        return try table.rows(of: reader) { (group) throws(ArtefactError) in
            let levels = try group.strings("level").compactMap(ConfidenceLevel.init)
            guard levels.count == group.rowCount else { throw table.damage(in: reader, "a level is not known") }
            let (within, runs) = (try group.bool("within_run"), try group.strings("run"))
            let (targets, decoys) = (try group.int("target_count"), try group.int("decoy_count"))
            let accepted = try group.int("accepted_target_count")
            let thresholds = try group.float64("score_threshold")
            return (0..<group.rowCount).map { row in
                LevelSummary(
                    level: levels[row], run: within[row] ? runs[row] : nil, targetCount: targets[row],
                    decoyCount: decoys[row], acceptedTargetCount: accepted[row],
                    scoreThreshold: Self.present(thresholds[row]))
            }
        }
    }

    /// A value that NaN stands for the absence of.
    private static func present(_ value: Double) -> Double? { value.isNaN ? nil : value }

    /// A text that emptiness stands for the absence of.
    private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}
