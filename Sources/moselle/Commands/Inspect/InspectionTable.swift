import Foundations
import ProteinDatabase
import SpectrumIO

/// Several files as a table with a line for each, which is printed as soon as its file has been read.
struct InspectionTable {
    /// Names and widths of the columns after that of the file; numbers are aligned to the right.
    private static let columns = [
        ("format", 6), ("MS1", 9), ("MS2", 9), ("other", 7), ("minutes", 15), ("peaks", 14), ("charges", 8),
    ]
    /// Longer paths push the rest of their line aside.
    private static let widestPath = 60

    private let pathWidth: Int

    init(paths: [String]) {
        pathWidth = min(paths.map(\.count).max() ?? 0, Self.widestPath)
    }

    /// The line above the others.
    var header: String { line("file", Self.columns.map(\.0), "problems") }

    /// The line of a file.
    ///
    /// `other` counts spectra of further levels or without one, `charges` is the share of fragment spectra with a charge
    /// or possible charges, `problems` counts kinds of problems. What a file does not have is a dash.
    func line(of file: InspectedFile) -> String {
        switch file {
        case .spectra(let file): line(file.path, Self.fields(of: file), Self.problems(of: file))
        case .proteins(let file):
            file.path.padded(to: pathWidth) + "  FASTA   \(file.proteins.grouped) proteins, \(file.residues.grouped)"
                + " residues" + (file.warnings.isEmpty ? "" : ", notes: \(file.warnings.count)") + "\n"
        case .failed(let path, let message):
            path.padded(to: pathWidth) + "  error: \(Self.withoutPath(path, message))\n"
        }
    }

    private func line(_ path: String, _ fields: [String], _ problems: String) -> String {
        var line = path.padded(to: pathWidth)
        for (index, (field, column)) in zip(fields, Self.columns).enumerated() {
            line += "  " + (index == 0 ? field.padded(to: column.1) : field.aligned(to: column.1))
        }
        return line + "  " + problems + "\n"
    }

    private static func fields(of file: SpectrumFileInspection) -> [String] {
        let counts = [1, 2].map { file.levels[$0]?.spectra ?? 0 }
        let time = file.retentionTimeRangeSeconds.map {
            "\(($0[0] / 60).grouped(digits: 1)) to \(($0[1] / 60).grouped(digits: 1))"
        }
        let fragments = file.charges.values.reduce(0, +)
        let charged = fragments - (file.charges[0] ?? 0) + file.possibleChargesAlone
        return [file.formatName] + counts.map(\.grouped) + [
            (file.spectra - counts[0] - counts[1]).grouped, time ?? "-", file.peaks.grouped,
            fragments > 0 ? charged.percent(of: fragments) : "-",
        ]
    }

    /// A sentence about a file without its path at the start: the line has it already.
    private static func withoutPath(_ path: String, _ message: String) -> String {
        message.hasPrefix(path + ": ") ? String(message.dropFirst(path.count + 2)) : message
    }

    private static func problems(of file: SpectrumFileInspection) -> String {
        let setAside = file.setAside.values.reduce(0, +)
        let parts = [
            file.problems.isEmpty ? "none" : file.problems.count.grouped,
            setAside > 0 ? "\(setAside.grouped) set aside" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
