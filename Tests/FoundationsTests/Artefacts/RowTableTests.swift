import Foundations
import TestSupport
import Testing

@Suite("Row table")
struct RowTableTests {
    private struct Reading: Sendable, Hashable {
        var name: String
        var count: Int
        var value: Double
        var isGood: Bool
        var code: UInt8
        var key: UInt64
        var members: [Int]
    }

    private static let table = RowTable<Reading>(
        "readings",
        [
            .text("name", "what was read", \.name), .int("count", "how often", \.count),
            .number("value", unit: "Da", "mass", \.value), .flag("is_good", "whether it counts", \.isGood),
            .byte("code", "ASCII code", \.code), .key("key", "stable key", \.key),
            .list("members", "rows of another table", \.members),
        ])

    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func stored(_ rows: [Reading]) throws -> ArtefactReader {
        let path = folder.path("\(rows.count).npz")
        let writer = try ArtefactWriter(
            path: path, schema: ArtefactSchema(kind: "readings", version: 1, tables: [Self.table.schema]))
        try Self.table.append(rows, to: writer)
        try writer.finish()
        return try ArtefactReader(path: path)
    }

    private func rows(of reader: ArtefactReader) throws -> [Reading] {
        try Self.table.rows(of: reader) { (group) throws(ArtefactError) in
            let (names, counts, values) = (
                try group.strings("name"), try group.int("count"), try group.float64("value")
            )
            let (good, codes) = (try group.bool("is_good"), try group.uint8("code"))
            let (keys, members) = (try group.uint64("key"), try group.intLists("members"))
            return (0..<group.rowCount).map {
                Reading(
                    name: names[$0], count: counts[$0], value: values[$0], isGood: good[$0], code: codes[$0],
                    key: keys[$0], members: members[$0])
            }
        }
    }

    @Test("rows of every type of column come back as they were")
    func roundTrip() throws {
        let written = [
            Reading(name: "ä", count: -1, value: 0.1, isGood: true, code: 98, key: .max, members: [3, 1]),
            Reading(name: "", count: .max, value: -0.0, isGood: false, code: 0, key: 0, members: []),
        ]
        #expect(try rows(of: stored(written)) == written)
    }

    @Test("a table without rows has no row group")
    func empty() throws {
        let reader = try stored([])
        #expect(try reader.rowGroupCount(of: "readings") == 0)
        #expect(try rows(of: reader) == [])
    }

    @Test("more than 262,144 rows are parted into row groups and come back in order")
    func manyRows() throws {
        let written = (0..<262_145).map {
            Reading(name: "n", count: $0, value: 1, isGood: true, code: 1, key: 1, members: [])
        }
        let reader = try stored(written)
        #expect(try reader.rowGroupCount(of: "readings") == 2)
        #expect(try rows(of: reader).map(\.count) == Array(0..<262_145))
    }

    @Test("the schema carries name, type, unit and meaning of each column")
    func schema() throws {
        let column = try #require(Self.table.schema.columns.first { $0.name == "value" })
        #expect(column == ArtefactColumn("value", .float64, unit: "Da", "mass"))
        let types: [ArtefactColumnType] = [.string, .int64, .float64, .bool, .uint8, .uint64, .int64List]
        #expect(Self.table.schema.columns.map(\.type) == types)
    }

    @Test(
        "the row groups foretold for a number of rows are those that are written",
        arguments: [0, 1, 1 << 18, (1 << 18) + 1])
    func rowGroups(count: Int) throws {
        let row = Reading(name: "", count: 0, value: 0, isGood: true, code: 0, key: 0, members: [])
        let reader = try stored(Array(repeating: row, count: count))
        let groups = Self.table.rowGroups(of: count)
        #expect(try reader.rowGroupCount(of: "readings") == groups.count && groups.reduce(0, +) == count)
        for (number, rows) in groups.enumerated() {
            #expect(try reader.rowGroup(number, of: "readings", columns: ["count"]).rowCount == rows)
        }
    }
}
