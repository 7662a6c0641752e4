/// Makes peptide tables from a database: digests, joins equal sequences, adds modifications, pairs decoys, sorts by mass.
///
/// A table can be made for a part of the mass range. Every peptidoform belongs to exactly one part, and so do its decoy
/// and all targets the decoy could collide with, since they share one composition.
public struct PeptideTableBuilder: Sendable {
    let database: ProteinDatabase
    let digester: Digester
    let decoys: DecoyRules
    let chemistry: PeptideMasses

    /// Creates a builder.
    public init(database: ProteinDatabase, digestion: DigestionRules, decoys: DecoyRules, chemistry: PeptideMasses) {
        self.init(database: database, digester: Digester(rules: digestion), decoys: decoys, chemistry: chemistry)
    }

    init(database: ProteinDatabase, digester: Digester, decoys: DecoyRules, chemistry: PeptideMasses) {
        self.database = database
        self.digester = digester
        self.decoys = decoys
        self.chemistry = chemistry
    }

    /// The table of all peptidoforms whose mass lies in the digestion's mass range and in `part`.
    ///
    /// The table is the same for any number of workers.
    ///
    /// - Parameters:
    ///   - part: masses in Da, lower end included, upper end excluded; everything by default.
    ///   - workers: how many work on it side by side.
    ///   - progress: called now and then with the number of proteins done so far, in any order.
    /// - Throws: `CancellationError`.
    public func build(
        part: Range<Double> = 0..<Double.infinity, workers: Int = 1,
        progress: @escaping @Sendable (_ proteinsDone: Int) -> Void = { _ in }
    ) async throws -> PeptideTable {
        let steps = BuildingSteps(builder: self, part: part, workers: workers)
        let proteins = database.proteins.count
        let blocks = try await steps.digest { progress($0 / 2) }
        let withoutMass = blocks.reduce(0) { $0 + $1.withoutMass }
        let buckets = try await steps.join(blocks) { progress((proteins + $0) / 2) }
        var table = try await steps.sort(buckets)
        table.census.withoutMass = withoutMass
        return table
    }
}
