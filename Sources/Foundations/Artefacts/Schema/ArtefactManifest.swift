internal import Foundation

/// The content of `schema.json`: the schema, and how many rows each row group of each table has.
struct ArtefactManifest: Codable, Hashable, Sendable {
    var schema: ArtefactSchema
    /// Rows of each row group, for each table in the order of the schema.
    var rowCounts: [[Int]]

    /// Version of the container: of everything this folder of the source decides.
    static let containerVersion = 1
    static let memberName = "schema.json"

    private enum Key: String, CodingKey {
        case container, kind, version, metadata, tables
    }

    /// One table as it stands in the file.
    private struct Table: Codable {
        var name: String
        var columns: [ArtefactColumn]
        var rowGroups: [Int]
    }

    init(schema: ArtefactSchema, rowCounts: [[Int]]) {
        self.schema = schema
        self.rowCounts = rowCounts
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let containerVersion = try container.decode(Int.self, forKey: .container)
        guard containerVersion == Self.containerVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .container, in: container,
                debugDescription: "container version \(containerVersion) is not known")
        }
        let tables = try container.decode([Table].self, forKey: .tables)
        schema = ArtefactSchema(
            kind: try container.decode(String.self, forKey: .kind),
            version: try container.decode(Int.self, forKey: .version),
            metadata: try container.decode([String: String].self, forKey: .metadata),
            tables: tables.map { ArtefactTable($0.name, columns: $0.columns) })
        rowCounts = tables.map(\.rowGroups)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.containerVersion, forKey: .container)
        try container.encode(schema.kind, forKey: .kind)
        try container.encode(schema.version, forKey: .version)
        try container.encode(schema.metadata, forKey: .metadata)
        let tables = zip(schema.tables, rowCounts).map { table, counts in
            Table(name: table.name, columns: table.columns, rowGroups: counts)
        }
        try container.encode(tables, forKey: .tables)
    }

    /// The JSON text: keys sorted, so that equal content gives equal bytes.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }
}
