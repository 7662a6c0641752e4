/// How large the peptide table of a search will be, worked out from a sample of all places where peptides begin.
public struct TableEstimate: Sendable {
    /// Whether all peptides were looked at, so that the counts are no estimates.
    public let isExact: Bool
    /// Distinct sequences (I = L), targets only.
    public let peptides: Int
    /// Rows of the table: peptidoforms of targets, and of decoys from a FASTA.
    public let peptidoforms: Int
    /// Candidates: targets and decoys, each with its modifications.
    public let candidates: Int
    /// Bytes the table of all masses would hold.
    public let byteCount: Int

    private let sample: PeptideTable
    private let factor: Int
    /// Makes tables of the sample, from the proteins that have any of it.
    private let builder: PeptideTableBuilder
    /// Bytes of the proteins that are not in the sample.
    private let otherBytes: Int

    /// Peptides looked at, at the most.
    package static let peptideCount = 100_000
    /// Rows whose windows are counted, at the most.
    private static let windowCount = 2_000
    /// Masses of most peptides that are identified, in Da.
    private static let usualMasses = 800.0...3000.0

    init(_ whole: PeptideTableBuilder, peptideCount: Int, workers: Int) async throws {
        let residues = Self.residueCount(of: whole.database.proteins)
        let rules = whole.digester.rules
        let expected = Int(Double(residues) * rules.expectedPeptidesPerResidue)
        var digester = whole.digester
        digester.starts = StartSample(peptideCount: peptideCount, of: expected, shortest: rules.lengths.lowerBound)
        let proteins = whole.database.proteins.filter { [digester] in digester.mayBegin(in: $0.residues) }
        builder = PeptideTableBuilder(
            database: ProteinDatabase(proteins: proteins), digester: digester, decoys: whole.decoys,
            chemistry: whole.chemistry)
        factor = digester.starts.factor
        otherBytes = residues - Self.residueCount(of: proteins)
        isExact = factor == 1
        sample = try await builder.build(workers: workers)
        peptides = sample.census.peptides * factor
        peptidoforms = sample.count * factor
        let labels = (0..<sample.count).lazy.map { [sample] in sample.labels(ofRow: $0) }
        candidates = labels.reduce(0) { $0 + ($1.target ? 1 : 0) + ($1.decoy ? 1 : 0) } * factor
        let sampledBytes = sample.byteCount - sample.residues.count - sample.proteinStarts.count * 4
        // A residue takes a byte; each protein ends in another and has its start noted.
        byteCount = sampledBytes * factor + residues + whole.database.proteins.count * 5
    }

    private static func residueCount(of proteins: [Protein]) -> Int { proteins.reduce(0) { $0 + $1.residues.count } }

    /// Number of parts of the mass range that tables are made for within a limit, as
    /// ``PeptideTableBuilder/division(byteLimit:workers:progress:)`` would find.
    ///
    /// - Parameters:
    ///   - byteLimit: memory a table may take while it is made.
    ///   - workers: how many count side by side.
    /// - Throws: `CancellationError`.
    public func partCount(byteLimit: Int, workers: Int = 1) async throws -> Int {
        try await builder.division(byteLimit: byteLimit - otherBytes, workers: workers).parts.count
    }

    /// Candidates in a mass window around a peptide, on average over peptides of 800 to 3000 Da.
    ///
    /// - Parameter window: the calculated masses in Da that fit an observed one.
    public func meanCandidates(in window: (_ massDaltons: Double) -> ClosedRange<Double>) -> Double {
        var rows = sample.rows(in: Self.usualMasses)
        if rows.isEmpty { rows = 0..<sample.count }
        guard !rows.isEmpty else { return 0 }
        let step = max(1, rows.count / Self.windowCount)
        let places = stride(from: rows.lowerBound, to: rows.upperBound, by: step)
        var neighbours = 0
        for row in places {
            // Those that begin alike are in the sample for certain, all others by chance.
            for other in sample.rows(in: window(sample.masses[row])) {
                neighbours += beginAlike(row, other) ? 1 : factor
            }
        }
        let mean = Double(neighbours) / Double((rows.count - 1) / step + 1)
        return mean * Double(candidates) / Double(max(1, peptidoforms))
    }

    /// Whether the sample holds the peptides of both rows or of none.
    private func beginAlike(_ row: Int, _ other: Int) -> Bool {
        let (one, two) = (Int(sample.rowPeptides[row]), Int(sample.rowPeptides[other]))
        if one == two { return true }
        let (first, second) = (Int(sample.peptides[one].start), Int(sample.peptides[two].start))
        return (0..<builder.digester.starts.length).allSatisfy {
            ResidueIdentity.same(sample.residues[first + $0], sample.residues[second + $0])
        }
    }
}

extension PeptideTableBuilder {
    /// How large a table will be, from a sample of peptides that is the same every time.
    ///
    /// - Parameter workers: how many work on it side by side.
    /// - Throws: `CancellationError`.
    /// - Complexity: linear in the residues of the database, with a small factor.
    public func estimate(workers: Int = 1) async throws -> TableEstimate {
        try await estimate(peptideCount: TableEstimate.peptideCount, workers: workers)
    }

    /// The same from a sample of another size.
    package func estimate(peptideCount: Int, workers: Int = 1) async throws -> TableEstimate {
        try await TableEstimate(self, peptideCount: peptideCount, workers: workers)
    }
}

extension DigestionRules {
    /// About how many peptides there are for each residue of a database: enough for choosing the size of a sample, or for
    /// sharing out the work.
    var expectedPeptidesPerResidue: Double {
        // A protease of one or two residues cuts behind about every eighth.
        let joined = Double(missedCleavages + 1)
        return switch specificity {
        case .full: joined / 8
        case .semi: joined * 2
        case .none: Double(lengths.count)
        }
    }
}
