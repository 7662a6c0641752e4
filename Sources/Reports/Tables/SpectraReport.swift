import Foundations

/// `spectra.tsv`: what became of every spectrum, one row for each run and outcome.
///
/// The counts of a run add up to the spectra in its file.
public struct SpectraReport {
    /// Name of the file in the output folder.
    public static let fileName = "spectra.tsv"

    /// One row: how many spectra of a run had one outcome.
    public struct Row: Sendable, Hashable {
        /// Name of the run.
        public var run: String
        /// What became of the spectra.
        public var status: Status
        /// Why they were set aside; `nil` for spectra that were searched.
        public var reason: String?
        /// How many.
        public var count: Int

        /// Creates a row.
        public init(run: String, status: Status, reason: String? = nil, count: Int) {
            self.run = run
            self.status = status
            self.reason = reason
            self.count = count
        }
    }

    /// What became of a spectrum.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Searched, and a candidate matched.
        case matched
        /// Searched, and no candidate matched.
        case unmatched
        /// Not searched, for the reason stated.
        case setAside = "set aside"
    }

    private let rows: [Row]

    /// Creates the table; rows are ordered by run, status and reason.
    public init(rows: [Row]) {
        self.rows = rows.sorted { one, other in
            if one.run != other.run { return one.run < other.run }
            let (first, second) = (Self.order(one.status), Self.order(other.status))
            return first != second ? first < second : (one.reason ?? "") < (other.reason ?? "")
        }
    }

    private static func order(_ status: Status) -> Int { Status.allCases.firstIndex(of: status) ?? 0 }

    /// Writes the table.
    ///
    /// - Throws: `FileError`.
    public func write(to path: String) throws {
        let table = try TSVFile(path: path, columns: ["run", "status", "reason", "spectra"])
        for row in rows {
            try table.append([.text(row.run), .text(row.status.rawValue), .text(row.reason), .integer(row.count)])
        }
        try table.finish()
    }
}
