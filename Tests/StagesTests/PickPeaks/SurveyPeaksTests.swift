import Foundation
import Foundations
import PeakPicking
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: survey peaks")
struct SurveyPeaksTests {
    private func bench() throws -> (StageBench, [Spectrum]) {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 10, seed: 1), seed: 3)
        return (try StageBench(spectra: run.spectra), run.spectra)
    }

    private func peaks(_ ports: PortValues) throws -> [SurveyPeakStore.RowGroup] {
        let store = try ports.require(.ms1Peaks, as: SurveyPeakStore.self)
        return try (0..<store.rowGroupCount).map(store.rowGroup)
    }

    @Test("nothing is made of survey spectra where nothing asks for them, and the rest is the same")
    func unasked() async throws {
        let (bench, _) = try bench()
        let budget = MemoryBudget(bytes: 100_000_000)
        let (ports, said) = try await bench.run("pick-peaks", memory: budget)
        #expect(ports[.ms1Peaks] == nil)
        let asking = MemoryBudget(bytes: 100_000_000)
        let asked = try await bench.run("pick-peaks", memory: asking, wanted: [.ms1Peaks])
        #expect(asking.peak - budget.peak == 4 << 20)
        #expect(asked.ports[.ms1Peaks] != nil && asked.said == said)
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(try asked.ports.require(.spectrumTable, as: [SpectrumSummary].self) == table)
    }

    @Test(
        "every peak of the survey spectra is there, with the row of its spectrum in the account",
        arguments: ["from-ms1", "as-stated"])
    func content(_ precursors: String) async throws {
        let (bench, spectra) = try bench()
        let (ports, _) = try await bench.run(
            "pick-peaks", ["precursors": .text(precursors)], wanted: [.ms1Peaks])
        let group = try #require(try peaks(ports).first)
        let surveys = spectra.filter { $0.msLevel == 1 }
        #expect(!surveys.isEmpty && group.mz == surveys.flatMap(\.mz))
        #expect(group.intensities == surveys.flatMap { $0.intensities.map { Float($0) } })
        #expect(group.spectrumIndices == surveys.flatMap { Array(repeating: Int32($0.index), count: $0.peakCount) })
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(group.spectrumIndices.allSatisfy { table[Int($0)].msLevel == 1 })
    }

    @Test("the artefact has the same bytes for any number of jobs")
    func jobs() async throws {
        let (bench, _) = try bench()
        let port = try #require(bench.registry.port(.ms1Peaks))
        var files: [Data] = []
        for jobs in [1, 2, 5] {
            let (ports, _) = try await bench.run("pick-peaks", jobs: jobs, wanted: [.ms1Peaks])
            try port.write(try ports.require(.ms1Peaks, as: SurveyPeakStore.self), bench.folder.path("\(jobs).npz"))
            files.append(try Data(contentsOf: bench.folder.url.appending(path: "\(jobs).npz")))
        }
        #expect(files[0].count > 10_000 && files[0] == files[1] && files[0] == files[2])
        let read = try #require(try port.read(bench.folder.path("2.npz")) as? SurveyPeakStore)
        #expect(read.run == "run")
    }

    @Test("a run of survey spectra alone is of use for their peaks, but not for a search")
    func surveysAlone() async throws {
        let (_, spectra) = try bench()
        let surveys = spectra.filter { $0.msLevel == 1 }
        let alone = try StageBench(spectra: surveys)
        let (ports, _) = try await alone.run("pick-peaks", wanted: [.ms1Peaks, .spectrumTable])
        #expect(try peaks(ports).first?.mz == surveys.flatMap(\.mz))
        await #expect {
            try await alone.run("pick-peaks", wanted: [.ms1Peaks, PortName("ms2-peaks")])
        } throws: {
            "\($0)".contains("no fragment spectra (MS2)")
        }
    }

    /// A survey spectrum of one profile peak and a fragment spectrum.
    private func profileRun() throws -> StageBench {
        let mz = (-40...40).map { 400 + Double($0) * 0.005 }
        let survey = Spectrum(
            index: 0, nativeID: "scan=1", scanNumber: 1, msLevel: 1, signal: .profile, mz: mz,
            intensities: (-40...40).map { 1e5 * exp(-Double($0 * $0) / 72) })
        let fragments = Spectrum(
            index: 1, nativeID: "scan=2", scanNumber: 2, msLevel: 2, signal: .centroid,
            precursors: [Precursor(mz: 400, charge: 2)], mz: [100, 200], intensities: [1, 2])
        return try StageBench(spectra: [survey, fragments])
    }

    @Test("profile signal is centroided first; where that is not wanted its peaks are missed, which is said")
    func profile() async throws {
        let bench = try profileRun()
        let picked = try await bench.run("pick-peaks", wanted: [.ms1Peaks])
        let group = try #require(try peaks(picked.ports).first)
        #expect(group.mz.count == 1 && abs((group.mz.first ?? 0) - 400) < 1e-6)
        #expect(!picked.said.warnings.contains { $0.contains("ms1-peaks") })
        let unpicked = try await bench.run("pick-peaks", ["ms-levels": [2]], wanted: [.ms1Peaks])
        #expect(try peaks(unpicked.ports).isEmpty)
        #expect(
            unpicked.said.warnings.contains {
                $0.hasSuffix(
                    "1 survey spectra are profile signal and not in ms1-peaks; add 1 to the parameter ms-levels")
            })
    }
}
