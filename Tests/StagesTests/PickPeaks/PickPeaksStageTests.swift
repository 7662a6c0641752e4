import Foundation
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks")
struct PickPeaksStageTests {
    /// A spectrum of so many peaks.
    private func spectrum(
        _ index: Int, level: Int = 2, peaks: Int = 20, precursor: Double? = 500, signal: SignalMode = .centroid
    ) -> Spectrum {
        var spectrum = Spectrum(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: level,
            retentionTimeSeconds: Double(index), polarity: .positive, signal: signal,
            mz: (0..<peaks).map { 200 + Double($0) * 10 }, intensities: (0..<peaks).map { 100 + Double($0) })
        if level > 1 { spectrum.precursors = [Precursor(mz: precursor, charge: 2)] }
        return spectrum
    }

    /// One profile peak at 400 Th, sampled every 0.005 Th.
    private func profile(_ index: Int) -> Spectrum {
        var spectrum = spectrum(index, peaks: 0, signal: .profile)
        let steps = -40...40
        spectrum.mz = steps.map { 400 + Double($0) * 0.005 }
        spectrum.intensities = steps.map { 1e5 * exp(-Double($0 * $0) / 72) }
        return spectrum
    }

    private func account(_ ports: PortValues) throws -> [SpectrumSummary] {
        try ports.require(.spectrumTable, as: [SpectrumSummary].self)
    }

    @Test("accounts for every spectrum of a run: handed on, or set aside with its reason")
    func addsUp() async throws {
        let spectra = [
            spectrum(0, level: 1), spectrum(1), spectrum(2, level: 3), spectrum(3, precursor: nil),
            spectrum(4, peaks: 0), profile(5), spectrum(6),
        ]
        let (ports, said) = try await StageBench(spectra: spectra).run("pick-peaks")
        let summaries = try account(ports)
        #expect(summaries.map(\.nativeID) == spectra.map(\.nativeID))
        #expect(
            summaries.map(\.setAside) == [.notSearchedLevel, nil, .notSearchedLevel, .noPrecursor, .empty, nil, nil])
        #expect(said.counts["spectra"] == 7)
        #expect(said.counts["ms1 spectra"] == 1 && said.counts["ms2 spectra"] == 5 && said.counts["ms3 spectra"] == 1)
        #expect(said.setAside == ["not a searched MS level": 2, "no precursor m/z": 1, "no peaks": 1])
        let handedOn = summaries.count { $0.setAside == nil }
        #expect(handedOn + said.setAside.values.reduce(0, +) == said.counts["spectra"])
    }

    @Test("turns a profile peak into one peak, and leaves centroids as they are")
    func centroids() async throws {
        let (ports, _) = try await StageBench(spectra: [spectrum(0), profile(1)]).run("pick-peaks")
        #expect(try account(ports).map(\.peakCount) == [20, 1])
    }

    @Test("sets fragment spectra in profile mode aside where their level is not picked")
    func levels() async throws {
        let bench = try StageBench(spectra: [spectrum(0), profile(1)])
        let (ports, said) = try await bench.run("pick-peaks", ["ms-levels": [1]])
        #expect(try account(ports).map(\.setAside) == [nil, .profileNotPicked])
        #expect(said.setAside == ["profile signal not picked": 1])
    }

    @Test("gives the same account for any number of jobs", arguments: [2, 5])
    func jobs(_ jobs: Int) async throws {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 10, seed: 1), seed: 3)
        let bench = try StageBench(spectra: run.spectra)
        let one = try await bench.run("pick-peaks")
        let several = try await bench.run("pick-peaks", jobs: jobs)
        #expect(try account(one.ports) == account(several.ports))
        #expect(one.said == several.said)
    }

    @Test("refuses a run without fragment spectra, naming what it holds")
    func withoutFragments() async throws {
        let bench = try StageBench(spectra: [spectrum(0, level: 1), spectrum(1, level: 1), spectrum(2, level: 3)])
        await #expect {
            try await bench.run("pick-peaks")
        } throws: { error in
            "\(error)".contains("no fragment spectra (MS2)")
                && "\(error)".contains("(2 of MS level 1, 1 of MS level 3)")
        }
    }

    @Test("keeps the account in an artefact and reads it back")
    func artefact() async throws {
        let bench = try StageBench(spectra: [spectrum(0, level: 1), spectrum(1), spectrum(2, precursor: nil)])
        let (ports, _) = try await bench.run("pick-peaks")
        let port = try #require(bench.registry.port(.spectrumTable))
        let path = bench.folder.path("table.npz")
        let summaries = try account(ports)
        try port.write(summaries, path)
        #expect(try port.read(path) as? [SpectrumSummary] == summaries)
    }
}
