import Foundation

/// A table as an analyst's script reads it: a header, and fields between tabs.
struct Table {
    /// The tables every run writes.
    static let names = ["peptides.tsv", "proteins.tsv", "psms.tsv", "spectra.tsv"]

    let columns: [String]
    let rows: [[String: String]]

    struct Ragged: Error {
        var line: Int
    }

    init(contentsOf path: String) throws {
        try self.init(text: String(contentsOfFile: path, encoding: .utf8))
    }

    init(text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let header = fields.first ?? []
        columns = header
        rows = try fields.dropFirst().enumerated().map { number, row in
            guard row.count == header.count else { throw Ragged(line: number + 2) }
            return Dictionary(zip(header, row)) { _, last in last }
        }
    }

    /// The fields of a column.
    func column(_ name: String) -> [String] { rows.map { $0[name] ?? "" } }

    /// The numbers of a column; what is no number is not among them.
    func numbers(_ name: String) -> [Double] { column(name).compactMap(Double.init) }
}
