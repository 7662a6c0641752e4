import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("inspect of one file")
struct InspectFileTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// Survey spectra each half minute, whose current is 7 for the first 32 minutes and 1 from then on, and after each a
    /// fragment spectrum.
    private func run() throws -> String {
        let path = folder.path("a.mzML")
        let writer = try SpectrumFileWriter(
            path: path, format: .mzML,
            description: SpectrumFileDescription(runID: "a", softwareVersion: "1", spectrumCount: 256))
        for number in 0..<128 {
            let time = 30 * Double(number)
            try writer.write(
                Spectrum(
                    index: 2 * number, nativeID: "scan=\(2 * number + 1)", msLevel: 1, retentionTimeSeconds: time,
                    polarity: .positive, signal: .profile, mz: [300], intensities: [number < 64 ? 7 : 1]))
            let precursor = Precursor(
                mz: 300, charge: number < 96 ? 2 : number < 127 ? 3 : nil,
                isolationWindow: IsolationWindow(targetMZ: 300, lowerOffset: 0.8, upperOffset: 0.8),
                activation: Activation(methods: [.hcd]))
            try writer.write(
                Spectrum(
                    index: 2 * number + 1, nativeID: "scan=\(2 * number + 2)", msLevel: 2,
                    retentionTimeSeconds: time + 1, polarity: .positive, signal: .centroid, precursors: [precursor],
                    mz: [126.1277, 127.1248, 128.1344, 1234.5], intensities: [1, 1, 1, 1]))
        }
        try writer.finish()
        return path
    }

    private func lines(_ path: String, locale: String = "C", _ more: [String] = []) throws -> [String] {
        let result = try MoselleExecutable.run(["inspect", path] + more, environment: ["LC_ALL": locale])
        #expect(result.exitStatus == 0, "\(result.standardError)")
        return result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("says in aligned lines what is in the file, and in one what the file does not state")
    func facts() throws {
        let path = try run()
        let lines = try lines(path, ["--no-checksum"])
        let facts = Array(lines.prefix { !$0.isEmpty })
        #expect(
            facts == [
                path, "  format            mzML 1.1.0", "  software          Moselle 1",
                "  processing        Conversion to mzML", "  spectra           256 with 640 peaks or samples",
                "    MS1             128 profile; 1 peak", "    MS2             128 centroid; 4 peaks",
                "  m/z               126.128 to 1,234.500 Th", "  time              0.00 to 63.52 min",
                "  polarity          positive", "  precursor charge  2: 75 %, 3: 24 %, not stated: 1 %",
                "  activation        HCD", "  isolation width   1.6 Th",
                "  reporter ions     TMT6plex, in 100 % of 128 MS2",
                "  arrays            m/z 64-bit float zlib, intensity 32-bit float zlib", "  index             right",
                "  not stated        instrument, run start", "  problems          none",
            ])
    }

    @Test("draws the total ion current with block characters, or with others where the locale is not UTF-8")
    func picture() throws {
        let path = try run()
        let unicode = try Array(lines(path, locale: "C.UTF-8").drop { !$0.isEmpty })
        let half = String(repeating: "█", count: 32)
        let axis = "┴───────────────────┴───────────────────┴───────────────────┴───"
        let marks = "0                   20                  40                  60 min"
        #expect(
            unicode == ["", "  total ion current of MS1, the largest in each column", "  7.0e0 ┤" + half]
                + Array(repeating: "        │" + half, count: 5) + ["        │" + half + half]
                + ["        └" + axis, "         " + marks, ""])
        let plain = try Array(lines(path, locale: "C").drop { !$0.isEmpty })
        let translated = unicode.map { line in
            String(line.map { ["█": "#", "┤": "|", "│": "|", "└": "+", "─": "-", "┴": "+"][$0] ?? $0 })
        }
        #expect(plain == translated)
    }

    @Test("draws nothing for a few spectra, and says what MGF cannot state")
    func small() throws {
        let mgf = "BEGIN IONS\nPEPMASS=500.5\nCHARGE=2+ and 3+\nRTINSECONDS=60\n100 1\n200 2\nEND IONS\n"
        let path = try folder.write(mgf, to: "a.mgf")
        #expect(
            try lines(path, ["--no-checksum"]) == [
                path, "  format            MGF", "  spectra           1 with 2 peaks or samples",
                "    MS2             1 centroid; 2 peaks", "  m/z               100.000 to 200.000 Th",
                "  time              1.00 to 1.00 min", "  polarity          positive",
                "  precursor charge  several possible: 100 %",
                "  not stated        software, instrument, run start, activation, isolation width",
                "  problems          none", "",
            ])
    }

    @Test("--json prints an object whose keys are the properties of the inspection")
    func json() throws {
        let path = try run()
        let result = try MoselleExecutable.run(["inspect", path, "--json"])
        let found = try JSONDecoder().decode(SpectrumFileInspection.self, from: Data(result.standardOutput.utf8))
        #expect(found.charges == [2: 96, 3: 31, 0: 1])
        #expect(found.chromatogram?.spectra == 128)
        #expect(found.sha256?.count == 64)
    }

    @Test("a file that cannot be read is an error on stderr, and nothing on stdout")
    func unreadable() throws {
        let path = try folder.write("no spectra here\n", to: "junk.mzML")
        for arguments in [["inspect", path], ["inspect", path, "--json"]] {
            let result = try MoselleExecutable.run(arguments)
            #expect(result.exitStatus == 1)
            #expect(result.standardOutput.isEmpty)
            #expect(result.standardError.hasPrefix("error: \(path): is not mzML, mzXML, MGF or MS2"))
        }
    }
}
