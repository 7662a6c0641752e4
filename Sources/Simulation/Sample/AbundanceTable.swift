internal import Foundations
internal import Glibc
public import ProteinDatabase

/// Amounts of proteins given by a person, in place of drawn ones.
///
/// A tab-separated table with a header. `protein` (accession) and `abundance` (molar, any unit) have to be there;
/// `log2_fold_change.GROUP` says how a group differs from the first; other columns are for the reader. Proteins of the
/// FASTA that the table does not name are in no sample.
public struct AbundanceTable: Sendable {
    /// Amounts in the first group by accession.
    private var amounts: [String: Double] = [:]
    /// Fold changes by group and accession.
    private var log2FoldChanges: [String: [String: Double]] = [:]

    private static let foldChangePrefix = "log2_fold_change."

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - path: the table, plain or gzip.
    ///   - groups: names of the groups of the study.
    ///   - proteins: the proteins the table may name.
    /// - Throws: ``SimulationError`` with the place of the first mistake.
    public init(path: String, groups: [String], proteins: [Protein]) throws(SimulationError) {
        let known = Set(proteins.map(\.accession))
        var columns: [String] = []
        for (number, fields) in try Self.lines(of: path) {
            func wrong(_ reason: String) -> SimulationError { .abundances(path: path, line: number, reason: reason) }
            if columns.isEmpty {
                columns = fields
                if let problem = Self.problem(withColumns: columns, groups: groups) { throw wrong(problem) }
                continue
            }
            guard fields.count == columns.count else {
                throw wrong("\(fields.count) fields where the header has \(columns.count)")
            }
            let row = Dictionary(zip(columns, fields)) { first, _ in first }
            let protein = row["protein"] ?? ""
            guard known.contains(protein) else { throw wrong("protein '\(protein)' is not in the FASTA") }
            guard amounts[protein] == nil else { throw wrong("protein '\(protein)' has a row already") }
            guard let amount = Double(row["abundance"] ?? ""), amount.isFinite, amount >= 0 else {
                throw wrong("the abundance '\(row["abundance"] ?? "")' is not a number from 0 up")
            }
            amounts[protein] = amount
            for group in groups {
                guard let text = row[Self.foldChangePrefix + group] else { continue }
                guard let change = Double(text.isEmpty ? "0" : text), abs(change) <= 20 else {
                    throw wrong("the fold change '\(text)' is not a power of two between -20 and 20")
                }
                if group == groups.first && change != 0 {
                    throw wrong(
                        "'\(group)' is the group the others differ from, so that its fold change is 0, not \(text)")
                }
                log2FoldChanges[group, default: [:]][protein] = change
            }
        }
        guard amounts.values.contains(where: { $0 > 0 }) else {
            throw .abundances(path: path, line: 1, reason: "no protein has an abundance above 0")
        }
    }

    /// Amounts of the proteins in each group.
    package func groupAmounts(of proteins: [Protein], design: StudyDesign) -> [[Double]] {
        design.groups.map { group in
            proteins.map { protein in
                let change = log2FoldChanges[group.name]?[protein.accession] ?? 0
                return (amounts[protein.accession] ?? 0) * exp2(change)
            }
        }
    }

    private static func problem(withColumns columns: [String], groups: [String]) -> String? {
        for needed in ["protein", "abundance"] where !columns.contains(needed) {
            return "the header has no column '\(needed)'"
        }
        if let repeated = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
            return "column '\(repeated)' is there twice"
        }
        for column in columns where column.hasPrefix(foldChangePrefix) {
            let group = String(column.dropFirst(foldChangePrefix.count))
            guard !groups.contains(group) else { continue }
            return "column '\(column)' names a group the study does not have; it has \(groups.joined(separator: ", "))"
        }
        return nil
    }

    /// Lines with their numbers, split at tabs; empty ones are left out.
    private static func lines(of path: String) throws(SimulationError) -> [(Int, [String])] {
        do {
            let reader = try LineReader(path: path)
            var lines: [(Int, [String])] = []
            while let line = try reader.next() {
                // Spreadsheets put a byte order mark in front of UTF-8 text.
                let isMarked = reader.lineNumber == 1 && line.starts(with: [0xEF, 0xBB, 0xBF])
                let text = String(decoding: isMarked ? line.dropFirst(3) : line[...], as: UTF8.self)
                if text.isEmpty { continue }
                lines.append(
                    (reader.lineNumber, text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)))
            }
            return lines
        } catch {
            throw .unreadable("\(error)")
        }
    }
}
