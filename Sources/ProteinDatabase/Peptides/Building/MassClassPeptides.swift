/// All peptides of a mass class in the order of their masses, and their peptidoforms sorted into classes.
struct MassClassPeptides: Sendable {
    /// The peptides, without rows.
    var table: PeptideTable
    /// Their peptidoforms; those with modifications or labels may belong to other mass classes than their peptides.
    let forms: FormColumns

    /// Gathers the peptides of a class and works out their forms.
    ///
    /// - Parameters:
    ///   - number: the mass class.
    ///   - buckets: all peptides.
    ///   - text: a table with the residues of all proteins, and nothing else.
    ///   - forms: what collects the forms; it is empty.
    ///   - formClasses: the mass classes to sort forms into.
    init(
        _ number: Int, of buckets: [PeptideBucket], text: PeptideTable, forms empty: PeptidoformRows,
        formClasses: MassClasses
    ) {
        var unsorted = text
        var masses: [Double] = []
        for bucket in buckets {
            let range = bucket.peptides(ofClass: number)
            masses.append(contentsOf: bucket.masses[range])
            unsorted.appendPeptides(range, of: bucket.table)
        }
        var table = text
        table.appendPeptides(MassOrder.ascending(masses).lazy.map { Int($0) }, of: unsorted)
        var rows = empty
        for index in table.peptides.indices { rows.add(peptide: index, of: table) }
        self.table = table
        forms = rows.columns(in: formClasses)
    }
}
