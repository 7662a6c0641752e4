public import Foundations
import PeptideSearch

extension Identifications {
    /// Stores the identifications as an artefact of kind `identifications`; equal ones give equal bytes.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written; nothing is left at the path then.
    public func write(to path: String) throws(ArtefactError) {
        typealias Tables = IdentificationTables
        let writer = try ArtefactWriter(path: path, schema: Tables.schema(parameters))
        let forms = peptides.enumerated().flatMap { position, peptide in
            peptide.peptidoforms.map { Tables.Form(peptide: position, peptidoform: $0) }
        }
        try Tables.runs.append(runs, to: writer)
        try Tables.proteins.append(proteins, to: writer)
        try Tables.psms.append(psms, to: writer)
        try Tables.peptides.append(peptides, to: writer)
        try Tables.peptidoforms.append(forms, to: writer)
        try Tables.proteinGroups.append(proteinGroups, to: writer)
        try Tables.summaries.append(summaries, to: writer)
        try Tables.notes.append(notes, to: writer)
        try writer.finish()
    }

    /// Loads identifications that ``write(to:)`` stored, and checks that every reference in them leads somewhere.
    ///
    /// - Throws: `ArtefactError` where the file is not there, is damaged or holds something else.
    public init(artefact path: String) throws(ArtefactError) {
        let file = IdentificationsFile(
            reader: try ArtefactReader(
                path: path, kind: IdentificationTables.kind, version: IdentificationTables.version))
        self.init(
            parameters: try file.parameters(), runs: try file.runs(), proteins: try file.proteins(),
            psms: try file.psms(), peptides: try file.peptides(), proteinGroups: try file.proteinGroups(),
            summaries: try file.summaries(), notes: try file.notes())
        try checkReferences(in: file.reader)
    }

    private func checkReferences(in reader: ArtefactReader) throws(ArtefactError) {
        let isSound = psms.allSatisfy { psm in
            runs.indices.contains(psm.run) && psm.match >= 0 && (psm.peptide.map(peptides.indices.contains) ?? true)
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
        let areGroupsSound = proteinGroups.allSatisfy { group in
            !group.proteins.isEmpty && (group.proteins + group.subsetProteins).allSatisfy(proteins.indices.contains)
                && group.peptides.allSatisfy(peptides.indices.contains)
        }
        guard areGroupsSound else {
            throw IdentificationTables.proteinGroups.damage(in: reader, "a group names a row that is not there")
        }
    }
}
