public import Foundations
import PeptideSearch

extension Identifications {
    /// Stores the identifications as an artefact of kind `identifications`; equal ones give equal bytes.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written; nothing is left at the path then.
    public func write(to path: String) throws(ArtefactError) {
        let writer = try IdentificationsWriter(path: path, parameters: parameters)
        try writer.append(psms)
        try writer.append(peptides)
        let forms = peptides.enumerated().flatMap { row, peptide in
            peptide.peptidoforms.dropFirst().map { PeptideForm(peptide: row, peptidoform: $0) }
        }
        try writer.append(forms)
        try writer.append(proteinGroups)
        try writer.append(explainedProteins)
        try writer.finish(runs: runs, proteins: proteins, summaries: summaries, notes: notes)
    }

    /// Loads identifications that ``write(to:)`` or ``Assessment/write(to:)`` stored, and checks that every reference in
    /// them leads somewhere.
    ///
    /// - Throws: `ArtefactError` where the file is not there, is damaged or holds something else.
    public init(artefact path: String) throws(ArtefactError) {
        let file = IdentificationsFile(
            reader: try ArtefactReader(
                path: path, kind: IdentificationTables.kind, version: IdentificationTables.version))
        let (runs, proteins) = (try file.runs(), try file.proteins())
        var rows = IdentificationRows(
            psms: try file.psms(), peptides: try file.peptides(), proteinGroups: try file.proteinGroups(),
            explainedProteins: try file.explainedProteins())
        let forms = try file.forms()
        try rows.checkReferences(forms: forms, runs: runs, proteins: proteins, in: file.reader)
        rows.append(forms)
        self = rows.identifications(
            parameters: try file.parameters(), runs: runs, proteins: proteins, summaries: try file.summaries(),
            notes: try file.notes())
    }
}

extension IdentificationRows {
    fileprivate func checkReferences(
        forms: [PeptideForm], runs: [String], proteins: [MatchedProtein], in reader: ArtefactReader
    ) throws(ArtefactError) {
        let isSound = psms.allSatisfy { psm in
            runs.indices.contains(psm.run) && psm.match >= 0 && peptides.indices.contains(psm.peptide)
        }
        guard isSound else {
            throw IdentificationTables.psms.damage(in: reader, "a row names a run, match or peptide that is not there")
        }
        let arePeptidesSound = peptides.allSatisfy { peptide in
            psms.indices.contains(peptide.bestPSM) && peptide.proteins.allSatisfy(proteins.indices.contains)
        }
        guard arePeptidesSound else {
            throw IdentificationTables.peptides.damage(in: reader, "a peptide names a row that is not there")
        }
        guard forms.allSatisfy({ peptides.indices.contains($0.peptide) }) else {
            throw IdentificationTables.peptidoforms.damage(in: reader, "a form of a peptide that is not there")
        }
        let areGroupsSound = proteinGroups.allSatisfy { group in
            !group.proteins.isEmpty && (group.proteins + group.subsetProteins).allSatisfy(proteins.indices.contains)
                && (group.peptides + group.razorPeptides).allSatisfy(peptides.indices.contains)
        }
        guard areGroupsSound else {
            throw IdentificationTables.proteinGroups.damage(in: reader, "a group names a row that is not there")
        }
        let areOthersSound = explainedProteins.allSatisfy { explained in
            explained.proteins.allSatisfy(proteins.indices.contains)
                && explained.groups.allSatisfy(proteinGroups.indices.contains)
        }
        guard areOthersSound else {
            throw IdentificationTables.explainedProteins.damage(in: reader, "a row names one that is not there")
        }
    }
}
