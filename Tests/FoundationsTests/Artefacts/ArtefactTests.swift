import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Artefact")
struct ArtefactTests {
    let folder: TemporaryDirectory
    let path: String

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("sample.moselle")
    }

    @Test("what was written is read, every type, with the schema")
    func roundTrip() throws {
        try SampleArtefact.write(to: path)
        let reader = try ArtefactReader(path: path, kind: "sample", version: 3)
        #expect(reader.schema == SampleArtefact.schema)
        #expect(try reader.rowGroupCount(of: "matches") == 3)
        #expect(try reader.rowCount(of: "matches") == 4)
        for (rowGroup, written) in [SampleArtefact.first, SampleArtefact.empty, SampleArtefact.second].enumerated() {
            let read = try reader.rowGroup(rowGroup, of: "matches")
            #expect(read.rowCount == written.rowCount)
            #expect(read.columnNames == written.columnNames)
            for column in written.columnNames { #expect(try read.values(column) == written.values(column)) }
        }
        #expect(try reader.rowGroup(0, of: "proteins").strings("accession") == ["P02769", "P00000"])
        try reader.verify()
    }

    @Test("many rows whose lists and texts are all empty are read back")
    func emptyValues() throws {
        let folder = try TemporaryDirectory()
        let path = folder.path("empty.npz")
        let columns = [ArtefactColumn("texts", .string, "empty"), ArtefactColumn("lists", .int64List, "empty")]
        let schema = ArtefactSchema(kind: "empty", version: 1, tables: [ArtefactTable("rows", columns: columns)])
        let rows = 1000
        let group = ArtefactRowGroup([
            "texts": .string([String](repeating: "", count: rows)),
            "lists": .int64List(ArtefactLists([[Int]](repeating: [], count: rows))),
        ])
        let writer = try ArtefactWriter(path: path, schema: schema)
        try writer.append(group, to: "rows")
        try writer.finish()
        #expect(try ArtefactReader(path: path).rowGroup(0, of: "rows") == group)
    }

    @Test("typed columns give their values; every other type is refused by name")
    func typedColumns() throws {
        try SampleArtefact.write(to: path)
        let rows = try ArtefactReader(path: path).rowGroup(2, of: "matches")
        #expect(try rows.int64("index") == [4])
        #expect(try rows.int("index") == [4])
        #expect(try rows.int32("charge") == [1])
        #expect(try rows.uint64("key") == [9])
        #expect(try rows.uint8("rank") == [1])
        #expect(try rows.bool("is_decoy") == [false])
        #expect(try rows.float64("mz") == [0.1])
        #expect(try rows.float32("intensity") == [2])
        #expect(try rows.strings("peptidoform") == ["AK"])
        #expect(try rows.int64Lists("proteins").map(Array.init) == [[3, 4, 5]])
        #expect(
            throws: ArtefactError.wrongType(path: path, column: "matches/2/mz", requested: .int64, actual: .float64)
        ) { try rows.int64("mz") }
        #expect(throws: ArtefactError.missing(path: path, what: "column 'matches/2/mass'")) {
            try rows.float64("mass")
        }
    }

    @Test("only the columns asked for are read")
    func someColumns() throws {
        try SampleArtefact.write(to: path)
        let reader = try ArtefactReader(path: path)
        #expect(try reader.rowGroup(0, of: "matches", columns: ["mz", "rank"]).columnNames == ["mz", "rank"])
        #expect(throws: ArtefactError.missing(path: path, what: "column 'matches/mass'")) {
            try reader.rowGroup(0, of: "matches", columns: ["mass"])
        }
        #expect(throws: ArtefactError.missing(path: path, what: "table 'ions'")) { try reader.rowCount(of: "ions") }
        #expect(throws: ArtefactError.missing(path: path, what: "row group 'matches/3'")) {
            try reader.rowGroup(3, of: "matches")
        }
    }

    @Test("equal content gives equal bytes, whatever turn the tables were written in")
    func equalBytes() throws {
        try SampleArtefact.write(to: path)
        let other = folder.path("other.moselle")
        try SampleArtefact.write(to: other, proteinsFirst: true)
        #expect(try Bytes.read(path) == Bytes.read(other))
        #expect(try Bytes.names(in: folder.url) == ["other.moselle", "sample.moselle"])
    }

    @Test("another kind or version than the one expected is refused")
    func wrongKind() throws {
        try SampleArtefact.write(to: path)
        #expect(
            throws: ArtefactError.wrongKind(path: path, expected: "matches version 3", found: "sample version 3")
        ) { try ArtefactReader(path: path, kind: "matches") }
        #expect(
            throws: ArtefactError.wrongKind(path: path, expected: "sample version 4", found: "sample version 3")
        ) { try ArtefactReader(path: path, kind: "sample", version: 4) }
    }

    @Test("rows that do not fit the schema are refused by name, and nothing of them is written")
    func rejected() throws {
        let schema = ArtefactSchema(
            kind: "k", version: 1,
            tables: [ArtefactTable("t", columns: [ArtefactColumn("a", .int64, ""), ArtefactColumn("b", .float64, "")])])
        let writer = try ArtefactWriter(path: path, schema: schema)
        let misfits: [(ArtefactRowGroup, String)] = [
            (["a": .int64([1 as Int64])], "a row group lacks the column 't/b'"),
            (
                ["a": .int64([1 as Int64]), "b": .float32([1])],
                "'t/b' was given float32 values for a column of float64"
            ),
            (["a": .int64([1 as Int64]), "b": .float64([])], "'t/b' was given 0 rows in a row group of 1"),
            (["a": .int64([1 as Int64]), "b": .float64([1]), "c": .bool([true])], "the table 't' has no column 'c'"),
        ].map { (ArtefactRowGroup($0.0), $0.1) }
        for (rowGroup, reason) in misfits {
            #expect(throws: ArtefactError.rejected(path: path, reason: reason)) { try writer.append(rowGroup, to: "t") }
        }
        #expect(throws: ArtefactError.rejected(path: path, reason: "its schema has no table 'u'")) {
            try writer.append(misfits[0].0, to: "u")
        }
        try writer.finish()
        #expect(try ArtefactReader(path: path).rowGroupCount(of: "t") == 0)
    }

    @Test("names that would clash in the archive are refused", arguments: ["", "a.b", "a/b", "..", "é"])
    func badNames(name: String) throws {
        for schema in [
            ArtefactSchema(kind: name, version: 1, tables: []),
            ArtefactSchema(kind: "k", version: 1, tables: [ArtefactTable(name, columns: [.init("a", .bool, "")])]),
            ArtefactSchema(kind: "k", version: 1, tables: [ArtefactTable("t", columns: [.init(name, .bool, "")])]),
        ] {
            #expect(throws: ArtefactError.self) { try ArtefactWriter(path: path, schema: schema) }
        }
    }

    @Test("an artefact that is given up leaves nothing behind")
    func givenUp() throws {
        do {
            let writer = try ArtefactWriter(path: path, schema: SampleArtefact.schema)
            try writer.append(SampleArtefact.first, to: "matches")
            #expect(try Bytes.names(in: folder.url) == [], "spools have no name")
        }
        #expect(try Bytes.names(in: folder.url) == [])
    }
}
