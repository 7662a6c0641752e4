import Foundation
import Testing

/// A written table, taken apart by the rules every reader of TSV follows.
struct Table {
    let columns: [String]
    let rows: [[String]]

    init(path: String) throws {
        let data = try Data(contentsOf: URL(filePath: path))
        let text = try #require(String(data: data, encoding: .utf8))
        #expect(text.hasSuffix("\n"))
        let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        columns = try #require(lines.first)
        rows = Array(lines.dropFirst())
        for row in rows { #expect(row.count == columns.count) }
    }

    /// A field by row and name of its column.
    func field(_ row: Int, _ column: String) throws -> String {
        rows[row][try #require(columns.firstIndex(of: column), "no column \(column)")]
    }

    /// All fields of a column.
    func column(_ name: String) throws -> [String] { try rows.indices.map { try field($0, name) } }
}
