/// Peptidoforms as columns: rows of a peptide table in the making.
struct FormColumns: Sendable {
    /// Monoisotopic masses in Da.
    var masses: [Double] = []
    /// Peptide of each form.
    var peptides: [UInt32] = []
    var tags: [FormTag] = []
    /// First placement of each form.
    var placementStarts: [UInt32] = []
    /// Variable modifications of all forms that have any.
    var placements: [Placement] = []
    /// First form of each mass class, and the number of all, where the forms are sorted by class.
    var classStarts: [UInt32] = []

    /// Number of forms.
    var count: Int { masses.count }

    /// Appends a form, whose placements are to follow.
    mutating func append(massDaltons: Double, peptide: UInt32, tag: FormTag) {
        masses.append(massDaltons)
        peptides.append(peptide)
        tags.append(tag)
        placementStarts.append(UInt32(placements.count))
    }

    /// The forms in another order, with their placements in that order too.
    func reordered(_ order: [UInt32]) -> FormColumns {
        var columns = FormColumns()
        columns.reserve(count, placements: placements.count)
        for position in order { columns.append(Int(position), of: self, peptide: peptides[Int(position)]) }
        return columns
    }

    /// Appends a form of other columns.
    mutating func append(_ form: Int, of other: FormColumns, peptide: UInt32) {
        let tag = other.tags[form]
        append(massDaltons: other.masses[form], peptide: peptide, tag: tag)
        let first = Int(other.placementStarts[form])
        // None or few: a loop costs less than a slice.
        for place in first..<first + tag.placements { placements.append(other.placements[place]) }
    }

    /// All forms of a mass class in the order of their masses, equal ones in the order of their peptides.
    ///
    /// - Parameters:
    ///   - number: the mass class.
    ///   - parts: forms of all classes, sorted by class.
    ///   - firstPeptides: number of the first peptide of each part among all peptides.
    static func sorted(ofClass number: Int, in parts: [FormColumns], firstPeptides: [UInt32]) -> FormColumns {
        var unsorted = FormColumns()
        for (part, firstPeptide) in zip(parts, firstPeptides) {
            for form in Int(part.classStarts[number])..<Int(part.classStarts[number + 1]) {
                unsorted.append(form, of: part, peptide: firstPeptide + part.peptides[form])
            }
        }
        return unsorted.reordered(MassOrder.ascending(unsorted.masses))
    }

    private mutating func reserve(_ count: Int, placements placementCount: Int) {
        masses.reserveCapacity(count)
        peptides.reserveCapacity(count)
        tags.reserveCapacity(count)
        placementStarts.reserveCapacity(count)
        placements.reserveCapacity(placementCount)
    }
}

extension PeptideTable {
    /// Appends rows.
    mutating func appendRows(_ forms: FormColumns) {
        let firstPlacement = UInt32(placements.count)
        masses.append(contentsOf: forms.masses)
        rowPeptides.append(contentsOf: forms.peptides)
        rowTags.append(contentsOf: forms.tags)
        rowPlacementStarts.append(contentsOf: forms.placementStarts.lazy.map { firstPlacement + $0 })
        placements.append(contentsOf: forms.placements)
    }

    /// Makes room for rows, no more.
    mutating func reserveRows(of parts: [FormColumns]) {
        let rows = parts.reduce(0) { $0 + $1.count }
        masses.reserveCapacity(rows)
        rowPeptides.reserveCapacity(rows)
        rowTags.reserveCapacity(rows)
        rowPlacementStarts.reserveCapacity(rows)
        placements.reserveCapacity(parts.reduce(0) { $0 + $1.placements.count })
    }
}
