import Foundation
import Foundations
import Reports
import TestSupport
import Testing

@Suite("spectra.tsv")
struct SpectraReportTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func text(_ rows: [SpectraReport.Row]) throws -> String {
        try SpectraReport(rows: rows).write(to: folder.path("spectra.tsv"))
        return try String(contentsOf: URL(filePath: folder.path("spectra.tsv")), encoding: .utf8)
    }

    private let rows = [
        SpectraReport.Row(run: "b", status: .matched, count: 5),
        SpectraReport.Row(run: "a", status: .setAside, reason: "too few peaks", count: 3),
        SpectraReport.Row(run: "a", status: .unmatched, count: 0),
        SpectraReport.Row(run: "a", status: .setAside, reason: "no precursor m/z", count: 2),
        SpectraReport.Row(run: "a", status: .matched, count: 1000),
    ]

    @Test("counts come by run, status and reason, to the letter, whatever the order they are given in")
    func order() throws {
        let expected = """
            run\tstatus\treason\tspectra
            a\tmatched\t\t1000
            a\tunmatched\t\t0
            a\tset aside\tno precursor m/z\t2
            a\tset aside\ttoo few peaks\t3
            b\tmatched\t\t5

            """
        #expect(try text(rows) == expected)
        #expect(try text(rows.reversed()) == expected)
    }

    @Test("no rows give a header alone")
    func empty() throws {
        #expect(try text([]) == "run\tstatus\treason\tspectra\n")
    }

    @Test("control characters in a name do not break the table")
    func oddNames() throws {
        let text = try text([SpectraReport.Row(run: "r\tu\r\nn\u{0}", status: .matched, count: 1)])
        #expect(text == "run\tstatus\treason\tspectra\nr u  n \tmatched\t\t1\n")
    }

    @Test("a table that cannot be written is an error and leaves nothing behind")
    func unwritable() throws {
        #expect(throws: FileError.self) {
            try SpectraReport(rows: rows).write(to: folder.path("absent/spectra.tsv"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).isEmpty)
    }
}
