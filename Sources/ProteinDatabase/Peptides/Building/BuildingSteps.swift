import Foundations

/// The steps that make a peptide table, each done by several workers.
///
/// Proteins are digested in blocks; what is found is joined in buckets that know nothing of each other
/// (``CompositionBuckets``); buckets are sorted by mass, one class of masses at a time (``MassClasses``).
struct BuildingSteps: Sendable {
    private let builder: PeptideTableBuilder
    private let part: Range<Double>
    private let workers: Int
    private let blocks: [Range<Int>]
    private let buckets: CompositionBuckets
    /// Masses of peptides in Da that can have forms in the part.
    private let bounds: ClosedRange<Double>
    private let peptideClasses: MassClasses
    private let formClasses: MassClasses
    /// A table with the residues of all proteins, and nothing else.
    private let text: PeptideTable

    init(builder: PeptideTableBuilder, part: Range<Double>, workers: Int) {
        self.builder = builder
        self.part = part
        self.workers = workers
        blocks = ProteinBlocks.ranges(of: builder.database.proteins)
        var text = PeptideTable(decoys: builder.decoys, chemistry: builder.chemistry)
        text.joinProteins(of: builder.database)
        self.text = text
        let rules = builder.digester.rules
        // Not by the part: equal masses must come in the same order in every part.
        let expected = Double(text.residues.count) * rules.expectedPeptidesPerResidue
        buckets = CompositionBuckets(expectedPeptides: Int(expected) / builder.digester.starts.factor)
        let reach = builder.chemistry.variableReach
        let lightest = max(rules.massesDaltons.lowerBound, part.lowerBound)
        let heaviest = max(lightest, min(rules.massesDaltons.upperBound, part.upperBound))
        // The slack is far above rounding and far below any difference in composition.
        bounds = lightest - reach.upperBound - 0.01...heaviest - reach.lowerBound + 0.01
        peptideClasses = MassClasses(bounds)
        formClasses = MassClasses(lightest...heaviest)
    }

    /// Finds all peptides that can have forms in the part.
    func digest(_ progress: @escaping @Sendable (_ proteinsDone: Int) -> Void) async throws -> [DigestedBlock] {
        try await orderedParallelMap(workers: workers, count: blocks.count) { number in
            let block = DigestedBlock(
                proteins: blocks[number], of: builder, proteinStarts: text.proteinStarts, bounds: bounds,
                buckets: buckets)
            progress(blocks[number].upperBound)
            return block
        }
    }

    /// Joins equal sequences and pairs them with decoys.
    func join(
        _ found: [DigestedBlock], _ progress: @escaping @Sendable (_ proteinsDone: Int) -> Void
    ) async throws -> [PeptideBucket] {
        try await orderedParallelMap(workers: workers, count: buckets.count) { number in
            let bucket = PeptideBucket(number, of: found, text: text, classes: peptideClasses)
            progress(builder.database.proteins.count * (number + 1) / buckets.count)
            return bucket
        }
    }

    /// Puts all peptides, and all their forms, into the order of their masses.
    func sort(_ buckets: [PeptideBucket]) async throws -> PeptideTable {
        let rows = PeptidoformRows(
            allowed: builder.digester.rules.massesDaltons, part: part, chemistry: builder.chemistry)
        var classes = try await orderedParallelMap(workers: workers, count: peptideClasses.count) { number in
            MassClassPeptides(number, of: buckets, text: text, forms: rows, formClasses: formClasses)
        }
        var table = text
        table.reservePeptides(of: classes.map(\.table))
        var firstPeptides: [UInt32] = []
        for index in classes.indices {
            firstPeptides.append(UInt32(table.peptides.count))
            table.appendPeptides(of: classes[index].table)
            classes[index].table = text
        }
        var forms = try await sortForms(classes.map(\.forms), firstPeptides)
        classes = []
        table.reserveRows(of: forms)
        for index in forms.indices {
            table.appendRows(forms[index])
            forms[index] = FormColumns()
        }
        table.listSamples()
        let allowed = builder.digester.rules.massesDaltons
        table.takeCensus(ofMasses: part.clamped(to: allowed.lowerBound..<allowed.upperBound.nextUp))
        return table
    }

    private func sortForms(_ parts: [FormColumns], _ firstPeptides: [UInt32]) async throws -> [FormColumns] {
        try await orderedParallelMap(workers: workers, count: formClasses.count) { number in
            FormColumns.sorted(ofClass: number, in: parts, firstPeptides: firstPeptides)
        }
    }
}

/// Proteins in a row that make a piece of work.
enum ProteinBlocks {
    /// Residues in a block, about.
    private static let residueCount = 1 << 16

    /// Adjoining ranges of proteins of about the same size.
    static func ranges(of proteins: [Protein]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, residues) = (0, 0)
        for (number, protein) in proteins.enumerated() {
            residues += protein.residues.count
            if residues >= residueCount || number == proteins.count - 1 {
                ranges.append(start..<number + 1)
                (start, residues) = (number + 1, 0)
            }
        }
        return ranges
    }
}
