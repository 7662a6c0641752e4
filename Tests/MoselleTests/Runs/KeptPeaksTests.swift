import Foundation
import SpectrumModel
import TestSupport
import Testing

@Suite("Survey peaks that a workflow keeps")
struct KeptPeaksTests {
    private let experiment: Experiment

    init() throws { experiment = try Experiment(runCount: 1, fragmentSpectra: 60) }

    /// Runs `pick-peaks` alone with a list under `keep`.
    private func run(_ keep: String, output: String, _ options: [String] = []) throws -> ExecutableResult {
        let text = """
            moselle: 1
            inputs: { spectra: b1.mzML }
            stages:
              - uses: pick-peaks
                keep: [\(keep)]

            """
        let workflow = try experiment.folder.write(text, to: "keep.yaml")
        return try MoselleExecutable.run(["run", workflow, "--output", experiment.path(output)] + options)
    }

    private func artefacts(_ output: String) throws -> [String] {
        let work = experiment.path("\(output)/work")
        return try FileManager.default.contentsOfDirectory(atPath: work).filter { $0.hasSuffix(".npz") }
            .map { "\(work)/\($0)" }
    }

    @Test("show prints them, row by row as the file has them")
    func show() throws {
        let result = try run("ms1-peaks", output: "out")
        #expect(result.exitStatus == 0 || result.exitStatus == 1, "\(result.standardError)")
        let files = try artefacts("out")
        try #require(files.count == 1 && files[0].hasSuffix(".ms1-peaks.npz"))
        let surveys = try #require(experiment.runs["b1"]).spectra.filter { $0.msLevel == 1 }
        let shown = try MoselleExecutable.run(["show", files[0]])
        let table = try Table(text: shown.standardOutput)
        #expect(table.columns == ["spectrum", "mz", "intensity"])
        #expect(table.numbers("mz") == surveys.flatMap(\.mz))
        #expect(
            table.numbers("spectrum") == surveys.flatMap { Array(repeating: Double($0.index), count: $0.peakCount) })
        let schema = try MoselleExecutable.run(["show", files[0], "--schema"]).standardOutput
        #expect(schema.contains("ms1-peaks, version 1\nrun: b1\n") && schema.contains("mz  float64 [Th]"))
    }

    @Test("their file has the same bytes for any number of jobs, and a task says why it is done again for it")
    func jobs() throws {
        for jobs in ["1", "2"] { _ = try run("ms1-peaks", output: "jobs\(jobs)", ["--jobs", jobs]) }
        let files = try [artefacts("jobs1"), artefacts("jobs2")].map { try Data(contentsOf: URL(filePath: $0[0])) }
        #expect(files[0] == files[1] && files[0].count > 10_000)
        let more = try run("ms1-peaks, spectrum-table", output: "jobs1", ["--progress", "plain"])
        #expect(more.standardError.contains("it is to keep spectrum-table"))
        #expect(try artefacts("jobs1").count == 3)
    }

    @Test("what the stage cannot keep is an error at its place")
    func unknown() throws {
        let result = try run("ms1-peak", output: "out")
        #expect(result.exitStatus == 2)
        #expect(
            (result.standardError + result.standardOutput).contains(
                "keep.yaml:5:12: error: 'pick-peaks' does not provide 'ms1-peak'; it can keep ms1-peaks and "
                    + "spectrum-table (did you mean 'ms1-peaks'?)"))
    }
}
