import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: labels that are wrong")
struct LabelTests {
    /// Ten evenly sampled peaks, labelled as said.
    private func spectrum(_ index: Int, level: Int, label: SignalMode) -> Spectrum {
        let shape: [Double] = [10, 60, 100, 60, 10]
        let centres = (0..<10).map { 400 + Double($0) * 5 }
        let mz = centres.flatMap { centre in shape.indices.map { centre + Double($0) * 0.005 } }
        return Spectrum(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: level,
            retentionTimeSeconds: Double(index), signal: label,
            precursors: level == 2 ? [Precursor(mz: 402.5, charge: 2)] : [], mz: mz,
            intensities: centres.flatMap { _ in shape })
    }

    private func warnings(
        _ spectra: [Spectrum], _ given: [String: ConfigurationValue] = [:]
    ) async throws -> [String] {
        try await StageBench(spectra: spectra).run("pick-peaks", given).said.warnings
    }

    @Test("a survey spectrum whose label contradicts its samples is remarked as a fragment spectrum is")
    func survey() async throws {
        let found = try await warnings([
            spectrum(0, level: 1, label: .centroid), spectrum(1, level: 2, label: .profile),
            spectrum(2, level: 1, label: .profile), spectrum(3, level: 1, label: .centroid),
        ])
        #expect(found.count == 1)
        #expect(found.first?.contains("'scan=1' is labelled centroid but looks like profile") == true)
        #expect(found.first?.hasSuffix("(1 more are like it)") == true)
    }

    @Test("those of both levels are counted together, the first one is named")
    func both() async throws {
        let found = try await warnings([
            spectrum(0, level: 1, label: .profile), spectrum(1, level: 2, label: .centroid),
            spectrum(2, level: 1, label: .centroid),
        ])
        #expect(found.count == 1)
        #expect(found.first?.contains("'scan=2' is labelled centroid") == true)
        #expect(found.first?.hasSuffix("(1 more are like it)") == true)
    }

    @Test("the account counts peaks where profile signal was picked, and samples where it was not, labelled or not")
    func counts() async throws {
        let bench = try StageBench(
            spectra: [spectrum(0, level: 1, label: .profile), spectrum(1, level: 2, label: .unknown)])
        func table(_ levels: ConfigurationValue) async throws -> [SpectrumSummary] {
            try await bench.run("pick-peaks", ["ms-levels": levels]).ports
                .require(.spectrumTable, as: [SpectrumSummary].self)
        }
        #expect(try await table([1, 2]).map(\.peakCount) == [10, 10])
        let surveysOnly = try await table([1])
        #expect(surveysOnly.map(\.peakCount) == [10, 50])
        #expect(surveysOnly.map(\.setAside) == [.notSearchedLevel, .profileNotPicked])
    }

    @Test("survey spectra that nothing looks at are not examined")
    func unused() async throws {
        let spectra = [spectrum(0, level: 1, label: .centroid), spectrum(1, level: 2, label: .profile)]
        #expect(try await warnings(spectra, ["precursors": "as-stated"]).isEmpty)
    }
}
