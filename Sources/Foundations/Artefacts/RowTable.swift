/// A table of an artefact whose rows are values of one type: what each column is called, means and is taken from,
/// written down once for the schema and for writing.
///
/// All that touches single rows may be inlined, so that it is compiled for the type of row: otherwise every value of every
/// column would be reached through tables of witnesses and copy its row. That is why the type is public: of what is not,
/// other modules do not see the bodies.
public struct RowTable<Row: Sendable>: Sendable {
    /// Name of the table.
    public let name: String
    @usableFromInline let fields: [Field]

    /// Rows that go into one row group: enough for long arrays, few enough to need little memory beside the rows.
    @usableFromInline static var rowsPerGroup: Int { 1 << 18 }

    /// Describes a table.
    @inlinable public init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// The table as a schema has it.
    public var schema: ArtefactTable { ArtefactTable(name, columns: fields.map(\.column)) }

    /// The rows of each row group that ``append(_:to:)`` makes of so many rows.
    public func rowGroups(of count: Int) -> [Int] {
        stride(from: 0, to: count, by: Self.rowsPerGroup).map { min(Self.rowsPerGroup, count - $0) }
    }

    /// Writes all rows; none where there are none.
    @inlinable public func append(_ rows: [Row], to writer: ArtefactWriter) throws(ArtefactError) {
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerGroup) {
            let slice = rows[start..<min(start + Self.rowsPerGroup, rows.count)]
            let columns = fields.map { ($0.column.name, $0.values(slice)) }
            try writer.append(ArtefactRowGroup(Dictionary(uniqueKeysWithValues: columns)), to: name)
        }
    }

    /// Reads all rows.
    ///
    /// - Parameter rows: makes the rows of one row group.
    @inlinable public func rows(
        of reader: ArtefactReader, _ rows: (ArtefactRowGroup) throws(ArtefactError) -> [Row]
    ) throws(ArtefactError) -> [Row] {
        var result: [Row] = []
        result.reserveCapacity(try reader.rowCount(of: name))
        for group in 0..<(try reader.rowGroupCount(of: name)) {
            result += try rows(reader.rowGroup(group, of: name))
        }
        return result
    }

    /// The error for rows that were read whole and cannot be what was written.
    public func damage(in reader: ArtefactReader, _ reason: String) -> ArtefactError {
        .damaged(path: reader.path, member: name, reason: reason)
    }

    /// One column.
    public struct Field: Sendable {
        @usableFromInline let column: ArtefactColumn
        @usableFromInline let values: @Sendable (ArraySlice<Row>) -> ArtefactValues

        @usableFromInline init(
            column: ArtefactColumn, values: @escaping @Sendable (ArraySlice<Row>) -> ArtefactValues
        ) {
            self.column = column
            self.values = values
        }

        /// A column of whole numbers.
        @inlinable public static func int(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> Int
        ) -> Field {
            Field(column: ArtefactColumn(name, .int64, unit: unit, description)) { .int64(Self.map($0, value)) }
        }

        /// A column of bytes.
        @inlinable public static func byte(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> UInt8
        ) -> Field {
            Field(column: ArtefactColumn(name, .uint8, unit: unit, description)) { .uint8(Self.map($0, value)) }
        }

        /// A column of 64-bit keys.
        @inlinable public static func key(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> UInt64
        ) -> Field {
            Field(column: ArtefactColumn(name, .uint64, description)) { .uint64(Self.map($0, value)) }
        }

        /// A column of numbers.
        @inlinable public static func number(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> Double
        ) -> Field {
            Field(column: ArtefactColumn(name, .float64, unit: unit, description)) { .float64(Self.map($0, value)) }
        }

        /// A column of truth values.
        @inlinable public static func flag(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> Bool
        ) -> Field {
            Field(column: ArtefactColumn(name, .bool, description)) { .bool(Self.map($0, value)) }
        }

        /// A column of texts.
        @inlinable public static func text(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> String
        ) -> Field {
            Field(column: ArtefactColumn(name, .string, description)) { .string(Self.map($0, value)) }
        }

        /// A column of lists of whole numbers.
        @inlinable public static func list(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> [Int]
        ) -> Field {
            Field(column: ArtefactColumn(name, .int64List, description)) {
                .int64List(ArtefactLists(Self.map($0, value)))
            }
        }

        /// One value of each row. The rows are borrowed where they lie: to copy one would touch all texts and lists in it.
        @inlinable public static func map<Value>(_ rows: ArraySlice<Row>, _ value: (Row) -> Value) -> [Value] {
            rows.withUnsafeBufferPointer { rows in rows.map(value) }
        }
    }
}
