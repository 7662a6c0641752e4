import Foundations

/// A tab-separated table that appears whole or not at all.
///
/// UTF-8, a header row, `\n` line ends, `.` as decimal point, and an empty field where a value is not available.
struct TSVFile {
    private let file: AtomicFile
    private let columnCount: Int
    private var line = ""

    /// Begins a table with its header row.
    init(path: String, columns: [String]) throws(FileError) {
        file = try AtomicFile(path: path)
        columnCount = columns.count
        try file.write(columns.joined(separator: "\t") + "\n")
    }

    /// Appends a row; fields follow the order of the columns.
    mutating func append(_ fields: [TSVField]) throws(FileError) {
        precondition(fields.count == columnCount, "A row has \(fields.count) fields for \(columnCount) columns.")
        line.removeAll(keepingCapacity: true)
        for (index, field) in fields.enumerated() {
            if index > 0 { line.append("\t") }
            field.write(to: &line)
        }
        line.append("\n")
        try file.write(line)
    }

    /// Puts the table in its place.
    consuming func finish() throws(FileError) { try file.commit() }
}

/// One field of a table.
enum TSVField {
    case text(String)
    case integer(Int)
    /// Written with the fewest digits that read back to the same number.
    case number(Double)
    case flag(Bool)
    /// A value that is not available.
    case missing

    static func text(_ value: String?) -> TSVField { value.map { .text($0) } ?? .missing }
    static func integer(_ value: Int?) -> TSVField { value.map { .integer($0) } ?? .missing }
    static func number(_ value: Double?) -> TSVField { value.map { .number($0) } ?? .missing }

    fileprivate func write(to line: inout String) {
        switch self {
        case .text(let text):
            // A tab or line end inside a field would move every field behind it.
            let isPlain = !text.utf8.contains { $0 < 32 }
            line.append(isPlain ? text : String(text.unicodeScalars.map { $0.value < 32 ? " " : Character($0) }))
        case .integer(let number): line.append(String(number))
        case .number(let number): line.append(number.isFinite ? number.description : "")
        case .flag(let flag): line.append(flag ? "true" : "false")
        case .missing: break
        }
    }
}
