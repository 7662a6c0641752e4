import Foundations
import Simulation
import TestSupport
import Testing

@Suite struct SpectrumTruthErrorTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// What reading a file of these bytes says, without the folder's path.
    private func complaint(_ bytes: [UInt8]) throws -> String {
        let path = try folder.write(bytes, to: "truth.tsv")
        do {
            _ = try SpectrumTruthTable.components(inFileAt: path)
            Issue.record("the table was read without an error")
            return ""
        } catch {
            return "\(error)".replacing(path, with: "truth.tsv")
        }
    }

    private func complaint(_ text: String) throws -> String { try complaint(Array(text.utf8)) }

    /// What reading the header and this row, with `|` for tabs, says.
    private func complaint(ofRow row: String) throws -> String {
        try complaint(SpectrumTruthTable.header + row.replacing("|", with: "\t") + "\n")
    }

    @Test("a missing file, an empty file and a damaged gzip file are errors of reading")
    func unreadable() throws {
        let missing = folder.path("none.tsv")
        #expect(throws: SpectrumTruthError.self) { try SpectrumTruthTable.components(inFileAt: missing) }
        let empty = "truth.tsv: the file is empty; a table of what is true begins with its header row."
        #expect(try complaint("") == empty)
        let packed = Deflater().gzip(Array((SpectrumTruthTable.header + Examples.rows.joined()).utf8))
        #expect(try complaint(packed.dropLast(9)).contains("ends inside its gzip data"))
    }

    @Test("another table is told by its header, with the column that differs")
    func otherHeader() throws {
        let advice = "give the table of what is true that was written with the runs (truth.spectra.tsv)."
        #expect(
            try complaint("spectrum_id\tsequence\n")
                == "truth.tsv:1:1: the header has 'spectrum_id' where 'run' belongs; \(advice)")
        let short = SpectrumTruthTable.columns.dropLast().joined(separator: "\t")
        #expect(try complaint(short) == "truth.tsv:1:16: the header lacks the column 'fragment_peaks'; \(advice)")
        let long = (SpectrumTruthTable.columns + ["more"]).joined(separator: "\t")
        #expect(try complaint(long) == "truth.tsv:1:17: the header has a column 'more' too many; \(advice)")
    }

    @Test("a row with too few fields names its line")
    func fieldCount() throws {
        let cut = SpectrumTruthTable.header + Examples.rows[0] + "demo\tindex=3\n"
        #expect(
            try complaint(cut)
                == "truth.tsv:3: the row has 2 fields and needs 16, separated by tabs; "
                + "the file may be truncated: write or copy it again.")
        #expect(try complaint(SpectrumTruthTable.header + "\n").contains("truth.tsv:2: the row has 1 field and"))
    }

    @Test("a line that is not UTF-8 names its line")
    func notText() throws {
        let bytes = Array(SpectrumTruthTable.header.utf8) + [0xFF, 0xFE, 0x0A]
        #expect(try complaint(bytes) == "truth.tsv:2: the line is not UTF-8 text; save the table as UTF-8.")
    }

    @Test(
        "a field that does not fit names line, column and what to write",
        arguments: [
            ("|x|1|1|500|2|0|1|database|1|AK|AK|2|P|500|3", "run: the field is empty"),
            ("r||1|1|500|2|0|1|database|1|AK|AK|2|P|500|3", "spectrum_id: the field is empty"),
            ("r|x|one|1|500|2|0|1|database|1|AK|AK|2|P|500|3", "scan: 'one' does not fit"),
            ("r|x|1|nan|500|2|0|1|database|1|AK|AK|2|P|500|3", "retention_time_min: 'nan' does not fit"),
            ("r|x|1|1|0|2|0|1|database|1|AK|AK|2|P|500|3", "stated_mz: '0' does not fit"),
            ("r|x|1|1|500|0|0|1|database|1|AK|AK|2|P|500|3", "stated_charge: '0' does not fit"),
            ("r|x|1|1|500|2||1|database|1|AK|AK|2|P|500|3", "isotope_offset: the field is empty"),
            ("r|x|1|1|500|2|0|0|database|1|AK|AK|2|P|500|3", "component: '0' does not fit"),
            ("r|x|1|1|500|2|0|1|Database|1|AK|AK|2|P|500|3", "origin: 'Database' does not fit"),
            ("r|x|1|1|500|2|0|1|database|1.5|AK|AK|2|P|500|3", "share: '1.5' does not fit"),
            ("r|x|1|1|500|2|0|1|database|1||AK|2|P|500|3", "peptidoform: the field is empty"),
            ("r|x|1|1|500|2|0|1|database|1|AK||2|P|500|3", "sequence: the field is empty"),
            ("r|x|1|1|500|2|0|1|database|1|AK|AK|2.0|P|500|3", "charge: '2.0' does not fit"),
            ("r|x|1|1|500|2|0|1|database|1|AK|AK|2||500|3", "proteins: the field is empty"),
            ("r|x|1|1|500|2|0|1|database|1|AK|AK|2|P;|500|3", "proteins: 'P;' does not fit"),
            ("r|x|1|1|500|2|0|1|foreign|1|AK|AK|2|P|500|3", "proteins: 'P' does not fit; write nothing"),
            ("r|x|1|1|500|2|0|1|database|1|AK|AK|2|P|inf|3", "monoisotopic_mz: 'inf' does not fit"),
            ("r|x|1|1|500|2|0|1|database|1|AK|AK|2|P|500|-1", "fragment_peaks: '-1' does not fit"),
            ("r|x|1|1|500|2|0|1|noise|||AK||||", "sequence: 'AK' does not fit; write nothing"),
        ])
    func wrongValue(row: String, expected: String) throws {
        #expect(try complaint(ofRow: row).hasPrefix("truth.tsv:2:\(expected)"))
    }
}
