/// A table of an artefact whose rows are values of one type: what each column is called, means and is taken from,
/// written down once for the schema and for writing.
package struct RowTable<Row: Sendable>: Sendable {
    /// Name of the table.
    package let name: String
    private let fields: [Field]

    /// Rows that go into one row group: enough for long arrays, few enough to need little memory beside the rows.
    private static var rowsPerGroup: Int { 1 << 18 }

    /// Describes a table.
    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// The table as a schema has it.
    package var schema: ArtefactTable { ArtefactTable(name, columns: fields.map(\.column)) }

    /// Writes all rows; none where there are none.
    package func append(_ rows: [Row], to writer: ArtefactWriter) throws(ArtefactError) {
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerGroup) {
            let slice = rows[start..<min(start + Self.rowsPerGroup, rows.count)]
            let columns = fields.map { ($0.column.name, $0.values(slice)) }
            try writer.append(ArtefactRowGroup(Dictionary(uniqueKeysWithValues: columns)), to: name)
        }
    }

    /// Reads all rows.
    ///
    /// - Parameter rows: makes the rows of one row group.
    package func rows(
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
    package func damage(in reader: ArtefactReader, _ reason: String) -> ArtefactError {
        .damaged(path: reader.path, member: name, reason: reason)
    }

    /// One column.
    package struct Field: Sendable {
        fileprivate let column: ArtefactColumn
        fileprivate let values: @Sendable (ArraySlice<Row>) -> ArtefactValues

        /// A column of whole numbers.
        package static func int(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> Int
        ) -> Field {
            Field(column: ArtefactColumn(name, .int64, unit: unit, description)) { .int64($0.map(value)) }
        }

        /// A column of bytes.
        package static func byte(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> UInt8
        ) -> Field {
            Field(column: ArtefactColumn(name, .uint8, unit: unit, description)) { .uint8($0.map(value)) }
        }

        /// A column of 64-bit keys.
        package static func key(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> UInt64
        ) -> Field {
            Field(column: ArtefactColumn(name, .uint64, description)) { .uint64($0.map(value)) }
        }

        /// A column of numbers.
        package static func number(
            _ name: String, unit: String = "", _ description: String, _ value: @escaping @Sendable (Row) -> Double
        ) -> Field {
            Field(column: ArtefactColumn(name, .float64, unit: unit, description)) { .float64($0.map(value)) }
        }

        /// A column of truth values.
        package static func flag(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> Bool
        ) -> Field {
            Field(column: ArtefactColumn(name, .bool, description)) { .bool($0.map(value)) }
        }

        /// A column of texts.
        package static func text(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> String
        ) -> Field {
            Field(column: ArtefactColumn(name, .string, description)) { .string($0.map(value)) }
        }

        /// A column of lists of whole numbers.
        package static func list(
            _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> [Int]
        ) -> Field {
            Field(column: ArtefactColumn(name, .int64List, description)) { .int64List(ArtefactLists($0.map(value))) }
        }
    }
}
