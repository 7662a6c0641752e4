import Foundation
import PeakPicking
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: MS levels and charges a file may state")
struct OddLevelTests {
    private func spectrum(_ index: Int, level: Int) -> Spectrum {
        Spectrum(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: level, signal: .centroid,
            precursors: [Precursor(mz: 500, charge: 2)], mz: [100, 200, 300], intensities: [1, 2, 3])
    }

    @Test("levels beyond all instruments are set aside and counted as one, however many there are")
    func deep() async throws {
        let levels = [2, 3, 10, 11, 99, 1_000_000_007, Int(Int32.max)]
        let bench = try StageBench(spectra: levels.enumerated().map { spectrum($0, level: $1) })
        let (ports, said) = try await bench.run("pick-peaks")
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(table.map(\.msLevel) == levels)
        #expect(table.map(\.setAside) == [nil] + Array(repeating: .notSearchedLevel, count: 6))
        #expect(said.counts["spectra of deeper levels"] == 4)
        #expect(said.counts["ms10 spectra"] == 1 && said.counts["ms11 spectra"] == nil)
    }

    @Test("a level below 1 is damage", arguments: ["-1", "0", "-9223372036854775808"])
    func none(_ level: String) async throws {
        let bench = try StageBench(spectra: [spectrum(0, level: 3), spectrum(1, level: 2)])
        let text = try String(contentsOfFile: bench.folder.path("run.mzML"), encoding: .utf8)
        let changed = text.replacing("name=\"ms level\" value=\"3\"", with: "name=\"ms level\" value=\"\(level)\"")
        #expect(changed != text)
        try bench.folder.write(changed, to: "run.mzML")
        let (ports, said) = try await bench.run("pick-peaks", ["max-bad-spectra": "50 %"])
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(table.count == 2 && table[0].setAside == .malformed && table[1].setAside == nil)
        #expect(said.counts["ms2 spectra"] == 1)
        #expect(!said.counts.keys.contains { $0.contains("-") })
    }

    @Test(
        "fragments are collapsed up to the highest charge the precursor may have",
        arguments: [([2, 4], 1), ([2, 3], 3), ([], 3)])
    func charges(_ possible: [Int], peaks: Int) async throws {
        let text = possible.map { "\($0)+" }.joined(separator: " and ")
        // Isotopes a quarter of a Th apart, as high as those of 2,000 Da; those half a Th apart pass for charge 2.
        let isotopes = [0.32, 0.36, 0.21, 0.09].enumerated().map { "\(500.2 + Double($0) * 1.003_355 / 4) \($1)" }
        let entry = ["BEGIN IONS", "PEPMASS=700.5"] + (possible.isEmpty ? [] : ["CHARGE=\(text)"]) + isotopes
        let bench = try StageBench(spectra: [])
        try bench.folder.write((entry + ["END IONS", ""]).joined(separator: "\n"), to: "run.mzML")
        let (ports, _) = try await bench.run("pick-peaks", ["fragment-isotopes": "collapse"])
        let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
        #expect(store.entries.map(\.peakCount) == [peaks])
    }
}
