/// Some rows of a table of an artefact, column by column.
public struct ArtefactRowGroup: Hashable, Sendable {
    /// Number of rows.
    public let rowCount: Int
    private let columns: [String: ArtefactValues]
    /// Where it was read from, for errors.
    private let path: String
    private let place: String

    /// A row group to be written. That its columns are those of the table and equally long is checked when it is
    /// written.
    public init(_ columns: [String: ArtefactValues]) {
        self.init(columns, rowCount: columns.values.map(\.count).max() ?? 0, path: "(row group in memory)", place: "")
    }

    init(_ columns: [String: ArtefactValues], rowCount: Int, path: String, place: String) {
        self.columns = columns
        self.rowCount = rowCount
        self.path = path
        self.place = place
    }

    /// Names of the columns, sorted.
    public var columnNames: [String] { columns.keys.sorted() }

    /// A column of any type; nil where there is none.
    subscript(column: String) -> ArtefactValues? { columns[column] }

    /// A column of any type.
    /// - Throws: ``ArtefactError/missing(path:what:)``.
    public func values(_ column: String) throws(ArtefactError) -> ArtefactValues {
        guard let values = columns[column] else { throw .missing(path: path, what: "column '\(place)\(column)'") }
        return values
    }

    /// A column of 64-bit whole numbers.
    /// - Throws: ``ArtefactError/missing(path:what:)``, ``ArtefactError/wrongType(path:column:requested:actual:)``.
    public func int64(_ column: String) throws(ArtefactError) -> [Int64] {
        if case .int64(let values) = try values(column) { return values }
        throw try wrongType(column, .int64)
    }

    /// A column of 64-bit whole numbers, as counts and indices. Throws as ``int64(_:)``.
    public func int(_ column: String) throws(ArtefactError) -> [Int] {
        try int64(column).map(Int.init)
    }

    /// A column of 32-bit whole numbers. Throws as ``int64(_:)``.
    public func int32(_ column: String) throws(ArtefactError) -> [Int32] {
        if case .int32(let values) = try values(column) { return values }
        throw try wrongType(column, .int32)
    }

    /// A column of 64-bit whole numbers without sign. Throws as ``int64(_:)``.
    public func uint64(_ column: String) throws(ArtefactError) -> [UInt64] {
        if case .uint64(let values) = try values(column) { return values }
        throw try wrongType(column, .uint64)
    }

    /// A column of bytes. Throws as ``int64(_:)``.
    public func uint8(_ column: String) throws(ArtefactError) -> [UInt8] {
        if case .uint8(let values) = try values(column) { return values }
        throw try wrongType(column, .uint8)
    }

    /// A column of truth values. Throws as ``int64(_:)``.
    public func bool(_ column: String) throws(ArtefactError) -> [Bool] {
        if case .bool(let values) = try values(column) { return values }
        throw try wrongType(column, .bool)
    }

    /// A column of numbers. Throws as ``int64(_:)``.
    public func float64(_ column: String) throws(ArtefactError) -> [Double] {
        if case .float64(let values) = try values(column) { return values }
        throw try wrongType(column, .float64)
    }

    /// A column of numbers of single precision. Throws as ``int64(_:)``.
    public func float32(_ column: String) throws(ArtefactError) -> [Float] {
        if case .float32(let values) = try values(column) { return values }
        throw try wrongType(column, .float32)
    }

    /// A column of texts. Throws as ``int64(_:)``.
    public func strings(_ column: String) throws(ArtefactError) -> [String] {
        if case .string(let values) = try values(column) { return values }
        throw try wrongType(column, .string)
    }

    /// A column of lists of whole numbers. Throws as ``int64(_:)``.
    public func int64Lists(_ column: String) throws(ArtefactError) -> ArtefactLists {
        if case .int64List(let lists) = try values(column) { return lists }
        throw try wrongType(column, .int64List)
    }

    /// A column of lists of whole numbers, as counts and indices. Throws as ``int64(_:)``.
    public func intLists(_ column: String) throws(ArtefactError) -> [[Int]] {
        try int64Lists(column).map { $0.map(Int.init) }
    }

    /// Whether both hold the same rows, wherever they were read from.
    public static func == (first: ArtefactRowGroup, second: ArtefactRowGroup) -> Bool {
        first.rowCount == second.rowCount && first.columns == second.columns
    }

    /// Hashes the rows.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rowCount)
        hasher.combine(columns)
    }

    private func wrongType(_ column: String, _ requested: ArtefactColumnType) throws(ArtefactError) -> ArtefactError {
        .wrongType(path: path, column: place + column, requested: requested, actual: try values(column).type)
    }
}
