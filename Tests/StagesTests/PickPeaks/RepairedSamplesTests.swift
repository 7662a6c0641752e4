import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: samples that are repaired")
struct RepairedSamplesTests {
    private func spectrum(_ index: Int, level: Int, mz: [Double], _ intensities: [Double]) -> Spectrum {
        Spectrum(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: level,
            retentionTimeSeconds: Double(index), signal: .profile,
            precursors: level == 2 ? [Precursor(mz: 500, charge: 2)] : [], mz: mz, intensities: intensities)
    }

    private func said(_ spectra: [Spectrum]) async throws -> TaskEntries {
        try await StageBench(spectra: spectra).run("pick-peaks").said
    }

    /// Warnings of the stage; the reader has its own, of what it sorts or finds odd.
    private func warnings(_ entries: TaskEntries) -> [String] {
        entries.warnings.filter { $0.contains("repaired before picking") }
    }

    private static let places = (0..<7).map { 500 + 0.01 * Double($0) }

    @Test("profile spectra of both levels are counted, and the first is named with what was done")
    func counted() async throws {
        let entries = try await said([
            spectrum(0, level: 1, mz: Self.places, [0, -3, 6, 12, 6, -9, 0]),
            spectrum(1, level: 2, mz: Self.places, [0, 3, 6, 12, 6, 3, 0]),
            spectrum(2, level: 2, mz: [500.02, 500.03, 500.03], [12, 4, 2]),
        ])
        #expect(entries.counts["repaired profile spectra"] == 2)
        let warning = try #require(warnings(entries).first)
        #expect(warning.contains(": 2 profile spectra have samples that were repaired before picking; the first: "))
        #expect(warning.hasSuffix("spectrum 'scan=1': 2 intensities that are negative or no number were taken as 0"))
    }

    @Test("what was done is listed")
    func listed() async throws {
        let entries = try await said([
            spectrum(0, level: 2, mz: [0, 500.01, 500.02, 500.03, 500.03], [1, 6, 12, 4, -2])
        ])
        let expected =
            "1 samples without a usable m/z were left out, 1 intensities that are negative or no number were taken as 0, "
            + "1 samples were added to others of the same m/z"
        #expect(warnings(entries).first?.hasSuffix("spectrum 'scan=1': " + expected) == true)
    }

    @Test("sound samples are not mentioned")
    func sound() async throws {
        let entries = try await said([spectrum(0, level: 2, mz: Self.places, [0, 3, 6, 12, 6, 3, 0])])
        #expect(entries.counts["repaired profile spectra"] == nil && warnings(entries).isEmpty)
    }
}
