/// Rows of a tab-separated table as they will lie in the file, so that several tasks can make those of one table.
struct TSVRows: Sendable {
    /// UTF-8, each row with its line end.
    private(set) var bytes: [UInt8] = []
    private let columnCount: Int

    /// No rows.
    init(columnCount: Int) { self.columnCount = columnCount }

    /// Appends a row; fields follow the order of the columns.
    mutating func append(_ fields: [TSVField]) {
        precondition(fields.count == columnCount, "A row has \(fields.count) fields for \(columnCount) columns.")
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            field.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
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

    fileprivate func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            // A tab or line end inside a field would move every field behind it.
            for position in start..<bytes.count where bytes[position] < 32 { bytes[position] = UInt8(ascii: " ") }
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): if number.isFinite { bytes.append(contentsOf: number.description.utf8) }
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .missing: break
        }
    }
}
