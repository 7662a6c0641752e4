/// What is in an artefact: its kind, where it comes from, and its tables with their columns.
public struct ArtefactSchema: Hashable, Sendable, Codable {
    /// What the artefact is, such as `matches`. Letters, digits, `-` and `_`.
    public var kind: String
    /// Version of the kind: raised whenever its tables or columns change meaning.
    public var version: Int
    /// Facts about the whole, such as the name of the run. Nothing that differs between equal results (no times).
    public var metadata: [String: String]
    /// The tables, in the order they lie in the file.
    public var tables: [ArtefactTable]

    /// Describes an artefact.
    public init(kind: String, version: Int, metadata: [String: String] = [:], tables: [ArtefactTable]) {
        self.kind = kind
        self.version = version
        self.metadata = metadata
        self.tables = tables
    }
}

/// One table of an artefact.
public struct ArtefactTable: Hashable, Sendable, Codable {
    /// Name, unique in the artefact. Letters, digits, `-` and `_`.
    public var name: String
    /// The columns, in the order they lie in each row group.
    public var columns: [ArtefactColumn]

    /// Describes a table.
    public init(_ name: String, columns: [ArtefactColumn]) {
        self.name = name
        self.columns = columns
    }
}

/// One column of a table of an artefact.
public struct ArtefactColumn: Hashable, Sendable, Codable {
    /// Name, unique in the table. Letters, digits, `-` and `_`.
    public var name: String
    /// Type of the values.
    public var type: ArtefactColumnType
    /// Unit of the values, such as `Th`; empty where they have none.
    public var unit: String
    /// What the values mean, in a sentence.
    public var description: String

    /// Describes a column.
    public init(_ name: String, _ type: ArtefactColumnType, unit: String = "", _ description: String) {
        self.name = name
        self.type = type
        self.unit = unit
        self.description = description
    }
}

/// Type of the values of a column; the raw value is what stands in `schema.json`.
public enum ArtefactColumnType: String, Hashable, Sendable, Codable, CaseIterable {
    case int64, int32, uint64, uint8, bool, float64, float32
    /// Text; kept as the UTF-8 bytes of all rows and n + 1 offsets into them.
    case string
    /// Lists of whole numbers; kept as the numbers of all rows and n + 1 offsets into them.
    case int64List = "list<int64>"
}

extension ArtefactSchema {
    /// Why this cannot be the schema of an artefact; nil where it can.
    var flaw: String? {
        if !Self.isName(kind) { return "the kind '\(kind)' is not made of letters, digits, '-' and '_'" }
        if let name = Self.repeated(tables.map(\.name)) { return "the table '\(name)' is there twice" }
        for table in tables {
            if !Self.isName(table.name) {
                return "the table name '\(table.name)' is not made of letters, digits, '-' and '_'"
            }
            if table.columns.isEmpty { return "the table '\(table.name)' has no columns" }
            let names = table.columns.map(\.name)
            if let name = names.first(where: { !Self.isName($0) }) {
                return "the column name '\(name)' is not made of letters, digits, '-' and '_'"
            }
            if let name = Self.repeated(names) { return "the column '\(table.name)/\(name)' is there twice" }
        }
        return nil
    }

    /// Whether a text can be part of the name of a member: no dot and no slash, which have a meaning there.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    private static func repeated(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}
