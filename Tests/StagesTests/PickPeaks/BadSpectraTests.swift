import Foundation
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: damaged spectra")
struct BadSpectraTests {
    /// A run of fragment spectra, of which some have arrays that are no base64.
    private func bench(of count: Int, damaged: Set<Int>) throws -> StageBench {
        let spectra = (0..<count).map { index in
            Spectrum(
                index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: 2, signal: .centroid,
                precursors: [Precursor(mz: 500, charge: 2)], mz: (0..<20).map { 200 + Double($0) * 10 },
                intensities: [Double](repeating: 100, count: 20))
        }
        let bench = try StageBench(spectra: spectra)
        let path = bench.folder.path("run.mzML")
        let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "<spectrum ")
        let changed = parts.enumerated().map { part, text in
            damaged.contains(part - 1) ? text.replacing("<binary>", with: "<binary>*") : text
        }
        try bench.folder.write(changed.joined(separator: "<spectrum "), to: "run.mzML")
        return bench
    }

    @Test("up to 1 % of damaged spectra are set aside, counted and said")
    func few() async throws {
        let (ports, said) = try await bench(of: 200, damaged: [7, 150]).run("pick-peaks")
        let summaries = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(summaries.count == 200)
        #expect(summaries.filter { $0.setAside != nil }.map(\.nativeID) == ["scan=8", "scan=151"])
        #expect(said.setAside == ["array does not decode": 2])
        #expect(said.counts["spectra"] == 200)
        #expect(
            said.warnings.contains {
                $0.contains("2 spectra cannot be read and were set aside; the first: spectrum \"scan=8\"")
            })
    }

    @Test("more than 1 % fail the run with their number, their share, the first of them and what to do")
    func many() async throws {
        await #expect {
            try await bench(of: 200, damaged: [7, 8, 150]).run("pick-peaks")
        } throws: { error in
            let text = "\(error)"
            return text.contains(
                "run.mzML: 3 of 200 spectra (1.5 %) are damaged, more than the 1 % that 'max-bad-spectra'")
                && text.contains("the first: spectrum \"scan=8\" at byte ")
                && text.contains("(array does not decode); convert the file again, or raise 'max-bad-spectra'")
        }
    }

    @Test("the limit is that of the parameter: none at all, or any number")
    func limits() async throws {
        await #expect {
            try await bench(of: 200, damaged: [7]).run("pick-peaks", ["max-bad-spectra": "0 %"])
        } throws: {
            "\($0)".contains("1 of 200 spectra (0.5 %) are damaged, more than the 0 % that")
        }
        let (_, said) = try await bench(of: 20, damaged: Set(0..<10)).run("pick-peaks", ["max-bad-spectra": "50 %"])
        #expect(said.setAside == ["array does not decode": 10])
        await #expect {
            try await bench(of: 20, damaged: Set(0..<20)).run("pick-peaks", ["max-bad-spectra": "99 %"])
        } throws: {
            // Where every spectrum is damaged, no limit helps.
            "\($0)".hasSuffix("convert the file again.")
        }
    }
}
