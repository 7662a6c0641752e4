import Foundations
import Synchronization

/// A tab-separated table that appears whole or not at all.
///
/// UTF-8, a header row, `\n` line ends, `.` as decimal point, and an empty field where a value is not available. It may be
/// handed to any task; calls wait for one another.
final class TSVFile: Sendable {
    private let file: Mutex<AtomicFile>
    private let columnCount: Int

    /// Begins a table with its header row.
    init(path: String, columns: [String]) throws(FileError) {
        let file = try AtomicFile(path: path)
        try file.write(columns.joined(separator: "\t") + "\n")
        self.file = Mutex(file)
        columnCount = columns.count
    }

    /// No rows yet, for this table.
    func rows() -> TSVRows { TSVRows(columnCount: columnCount) }

    /// Appends a row; fields follow the order of the columns.
    func append(_ fields: [TSVField]) throws(FileError) {
        var rows = rows()
        rows.append(fields)
        try append(rows)
    }

    /// Appends rows.
    func append(_ rows: TSVRows) throws(FileError) {
        try file.withLock { (file) throws(FileError) in try file.write(rows.bytes) }
    }

    /// Puts the table in its place.
    func finish() throws(FileError) {
        try file.withLock { (file) throws(FileError) in try file.commit() }
    }
}
