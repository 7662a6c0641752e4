/// The peptide tables of all parts of a mass range, made when they are asked for.
public struct PeptideTables: Sendable {
    /// Number of tables.
    public let count: Int
    private let make: @Sendable (_ number: Int) async throws -> PeptideTable

    /// Tables that are there already.
    public init(_ tables: [PeptideTable]) {
        count = tables.count
        make = { tables[$0] }
    }

    /// Tables that are made anew whenever they are asked for.
    ///
    /// - Parameters:
    ///   - parts: parts of the mass range in Da; see ``PeptideTableBuilder/division(byteLimit:workers:progress:)``.
    ///   - builder: makes them.
    ///   - workers: how many work on one table side by side.
    ///   - look: called with every table that was made.
    public init(
        parts: [Range<Double>], of builder: PeptideTableBuilder, workers: Int,
        look: @escaping @Sendable (_ number: Int, _ table: PeptideTable) -> Void = { _, _ in }
    ) {
        count = parts.count
        make = { number in
            let table = try await builder.build(part: parts[number], workers: workers)
            look(number, table)
            return table
        }
    }

    /// The table of a part.
    ///
    /// - Throws: `CancellationError`.
    public func table(_ number: Int) async throws -> PeptideTable { try await make(number) }
}

extension PeptideTables: ExpressibleByArrayLiteral {
    /// Tables that are there already.
    public init(arrayLiteral tables: PeptideTable...) { self.init(tables) }
}
