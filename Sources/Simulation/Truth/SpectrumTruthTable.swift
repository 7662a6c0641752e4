import Foundations

/// `truth.spectra.tsv`: what every MS2 spectrum of simulated runs was made from, a row for each component.
///
/// UTF-8, tab-separated, a header row, `\n` line ends, `.` as decimal point. Columns, in this order:
///
/// | column | meaning |
/// |---|---|
/// | `run` | file name of the run without extensions |
/// | `spectrum_id` | identifier of the spectrum in its file |
/// | `scan` | scan number; may be empty |
/// | `retention_time_min` | start of the scan in minutes |
/// | `stated_mz` | precursor m/z in Th as the file states it |
/// | `stated_charge` | precursor charge as the file states it; empty where it states none |
/// | `isotope_offset` | isotope peaks from the monoisotopic peak of component 1 up to `stated_mz` |
/// | `component` | 1: the ion that was selected; 2 and on: isolated with it, by falling share |
/// | `origin` | `database`, `foreign` or `noise`; the columns behind it are empty for `noise` |
/// | `share` | part of the isolated ion current, 0 to 1 |
/// | `peptidoform` | ProForma without charge |
/// | `sequence` | bare sequence |
/// | `charge` | true charge |
/// | `proteins` | accessions joined by `;`; empty for `foreign` |
/// | `monoisotopic_mz` | true m/z of the monoisotopic peak in Th |
/// | `fragment_peaks` | number of b and y peaks of the component in the spectrum |
public enum SpectrumTruthTable {
    /// The usual name of the file.
    public static let fileName = "truth.spectra.tsv"

    /// Names of the columns, in order.
    public static let columns = Column.allCases.map(\.rawValue)

    /// The columns, in order.
    enum Column: String, CaseIterable {
        case run
        case spectrumID = "spectrum_id"
        case scan
        case retentionTime = "retention_time_min"
        case statedMZ = "stated_mz"
        case statedCharge = "stated_charge"
        case isotopeOffset = "isotope_offset"
        case component
        case origin
        case share
        case peptidoform
        case sequence
        case charge
        case proteins
        case monoisotopicMZ = "monoisotopic_mz"
        case fragmentPeaks = "fragment_peaks"

        /// Position in a row, counted from 0.
        var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    // MARK: Writing

    /// The header row, ended by `\n`.
    public static let header = columns.joined(separator: "\t") + "\n"

    /// A row, ended by `\n`. Numbers have the fewest digits that read back to the same value.
    ///
    /// - Precondition: no text of the component holds a control character, and no accession a `;`.
    public static func line(_ component: SpectrumComponent) -> String {
        let hasPeptide = component.origin != .noise
        let fields = [
            component.run, component.spectrumID, component.scanNumber.map(String.init) ?? "",
            (component.retentionTimeSeconds / 60).description, component.statedMZ.description,
            component.statedCharge.map(String.init) ?? "", String(component.isotopeOffset),
            String(component.component), component.origin.rawValue,
            hasPeptide ? component.share.description : "", component.peptidoform, component.sequence,
            hasPeptide ? String(component.charge) : "", component.proteins.joined(separator: ";"),
            hasPeptide ? component.monoisotopicMZ.description : "",
            hasPeptide ? String(component.fragmentPeaks) : "",
        ]
        // Accessions that do not fit are refused when the FASTA is read, names of groups on the command line; the rest is
        // made by the simulation.
        precondition(
            fields.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 } }, "A tab or a line end would move what follows it.")
        precondition(!component.proteins.contains { $0.contains(";") }, "An accession with ';' would read as two.")
        return fields.joined(separator: "\t") + "\n"
    }

    // MARK: Reading

    /// Hands each row of a file, plain or gzip, to `body`, in the order of the file. One line is in memory at a time.
    ///
    /// - Throws: ``SpectrumTruthError`` naming file, line and column; what `body` throws.
    public static func forEachComponent(inFileAt path: String, _ body: (SpectrumComponent) throws -> Void) throws {
        let lines: LineReader
        do { lines = try LineReader(path: path) } catch { throw SpectrumTruthError.unreadable(reason: error) }
        var bytes: [UInt8] = []
        guard try next(of: lines, into: &bytes) else { throw SpectrumTruthError.empty(path: path) }
        try SpectrumTruthLine(bytes, path: path, number: lines.lineNumber).checkHeader()
        while try next(of: lines, into: &bytes) {
            try body(try SpectrumTruthLine(bytes, path: path, number: lines.lineNumber).component())
        }
    }

    /// All rows of a file, plain or gzip, in the order of the file.
    ///
    /// - Throws: ``SpectrumTruthError`` naming file, line and column.
    public static func components(inFileAt path: String) throws -> [SpectrumComponent] {
        var components: [SpectrumComponent] = []
        try forEachComponent(inFileAt: path) { components.append($0) }
        return components
    }

    private static func next(of lines: LineReader, into bytes: inout [UInt8]) throws(SpectrumTruthError) -> Bool {
        do { return try lines.next(into: &bytes) } catch { throw .unreadable(reason: error) }
    }
}
