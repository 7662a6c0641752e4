internal import Foundation
internal import Foundations

/// Small artefacts to begin with.
enum ArtefactSeed {
    /// Every type of column, two tables, and an empty row group.
    static func bytes() throws -> [UInt8] {
        let columns = ArtefactColumnType.allCases.map { ArtefactColumn(name($0), $0, "Values.") }
        let schema = ArtefactSchema(
            kind: "seed", version: 1, metadata: ["run": "a"],
            tables: [ArtefactTable("all", columns: columns), ArtefactTable("none", columns: [columns[0]])])
        return try write(schema) { writer in
            for rows in [2, 0, 1] { try writer.append(group(rows), to: "all") }
        }
    }

    /// One column of numbers.
    static func smallBytes() throws -> [UInt8] {
        let column = ArtefactColumn("mz", .float64, unit: "Th", "m/z")
        let schema = ArtefactSchema(kind: "small", version: 1, tables: [ArtefactTable("t", columns: [column])])
        return try write(schema) { try $0.append(ArtefactRowGroup(["mz": .float64([1.5, 2])]), to: "t") }
    }

    private static func group(_ rows: Int) -> ArtefactRowGroup {
        var columns: [String: ArtefactValues] = [:]
        for type in ArtefactColumnType.allCases { columns[name(type)] = values(type, rows) }
        return ArtefactRowGroup(columns)
    }

    /// The type, in letters that names of columns may have.
    private static func name(_ type: ArtefactColumnType) -> String {
        type.rawValue.filter { $0.isLetter || $0.isNumber }
    }

    private static func values(_ type: ArtefactColumnType, _ rows: Int) -> ArtefactValues {
        switch type {
        case .int64: .int64([Int64](repeating: -7, count: rows))
        case .int32: .int32([Int32](repeating: 3, count: rows))
        case .uint64: .uint64([UInt64](repeating: .max, count: rows))
        case .uint8: .uint8([UInt8](repeating: 9, count: rows))
        case .bool: .bool([Bool](repeating: true, count: rows))
        case .float64: .float64([Double](repeating: 500.25, count: rows))
        case .float32: .float32([Float](repeating: 1.5, count: rows))
        case .string: .string([String](repeating: "µ-K", count: rows))
        case .int64List: .int64List(ArtefactLists([[Int]](repeating: [1, 2], count: rows)))
        }
    }

    private static func write(_ schema: ArtefactSchema, _ fill: (ArtefactWriter) throws -> Void) throws -> [UInt8] {
        let path = "\(ScratchFolder.path)/seed"
        let writer = try ArtefactWriter(path: path, schema: schema)
        try fill(writer)
        try writer.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}
