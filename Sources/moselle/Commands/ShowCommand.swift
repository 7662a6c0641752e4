import ArgumentParser
import Foundations
import Workflow

/// `moselle show`: an intermediate artefact as text.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an intermediate artefact as a tab-separated table.",
        discussion: """
            Artefacts are the .npz files in the work folder of an output folder; numpy.load opens them as well. Where an \
            artefact holds several tables, the first is shown, or the one --table names. Checksums are verified.
            """)

    @Argument(help: "Artefact file (.npz).")
    var artefact: String

    @Option(help: ArgumentHelp("Which table to print.", valueName: "name"))
    var table: String?

    @Flag(help: "Print kind, tables, columns, units and row counts instead of rows.")
    var schema = false

    func run() throws {
        do {
            let reader = try ArtefactReader(path: artefact)
            try schema ? showSchema(reader) : showRows(reader)
        } catch let error as ArtefactError {
            Terminal.say("error: \(error)")
            throw ExitStatus.incomplete.code
        }
    }

    private func showSchema(_ reader: ArtefactReader) throws {
        try Terminal.show("\(reader.schema.kind), version \(reader.schema.version)\n")
        for (key, value) in reader.schema.metadata.sorted(by: { $0.key < $1.key }) {
            try Terminal.show("\(key): \(value)\n")
        }
        for table in reader.schema.tables {
            try Terminal.show("\ntable \(table.name): \(reader.rowCount(of: table.name)) rows\n")
            for column in table.columns {
                let unit = column.unit.isEmpty ? "" : " [\(column.unit)]"
                try Terminal.show("  \(column.name)  \(column.type.rawValue)\(unit)  \(column.description)\n")
            }
        }
    }

    private func showRows(_ reader: ArtefactReader) throws {
        let names = reader.schema.tables.map(\.name)
        guard let shown = reader.schema.tables.first(where: { table == nil || $0.name == table }) else {
            let known = names.joined(separator: ", ")
            Terminal.say("error: '\(artefact)' has no table '\(table ?? "")'; its tables are \(known)")
            throw ExitStatus.wrongCommandLine.code
        }
        if table == nil, names.count > 1 {
            let others = names.filter { $0 != shown.name }.joined(separator: ", ")
            Terminal.say("table \(shown.name); --table shows another: \(others)")
        }
        try Terminal.show(shown.columns.map(\.name).joined(separator: "\t") + "\n")
        for number in 0..<(try reader.rowGroupCount(of: shown.name)) {
            let group = try reader.rowGroup(number, of: shown.name)
            let columns = try shown.columns.map { try group.values($0.name).texts }
            var text = ""
            for row in 0..<group.rowCount {
                text += columns.map { $0[row] }.joined(separator: "\t") + "\n"
            }
            try Terminal.show(text)
        }
    }
}

extension ArtefactValues {
    /// The values as fields of a table.
    fileprivate var texts: [String] {
        switch self {
        case .int64(let values): values.map { "\($0)" }
        case .int32(let values): values.map { "\($0)" }
        case .uint64(let values): values.map { "\($0)" }
        case .uint8(let values): values.map { "\($0)" }
        case .bool(let values): values.map { "\($0)" }
        case .float64(let values): values.map { $0.isNaN ? "" : "\($0)" }
        case .float32(let values): values.map { $0.isNaN ? "" : "\($0)" }
        case .string(let values): values.map { $0.map { $0.isNewline || $0 == "\t" ? " " : $0 } }.map { String($0) }
        case .int64List(let lists): lists.map { $0.map { "\($0)" }.joined(separator: ";") }
        }
    }
}
