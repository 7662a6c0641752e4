import Foundation
import Foundations
import TestSupport
import Testing

@Suite("The run record of a search")
struct RunRecordTests {
    private static let searched = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 150)
        return (experiment, try experiment.search(["--jobs", "2"]))
    }

    private let experiment: Experiment
    private let record: RecordFile
    private let said: [String]

    init() throws {
        let (experiment, result) = try Self.searched.get()
        try #require(result.exitStatus == 0, "\(result.standardError)")
        self.experiment = experiment
        record = try experiment.record()
        said = result.standardError.split(separator: "\n").map(String.init)
    }

    @Test("has the version of the program, and the packages with the versions Package.swift pins")
    func versions() throws {
        let result = try MoselleExecutable.run(["--version"])
        #expect(result.standardOutput == "\(record.program.version)\n")
        #expect(record.program.name == "moselle")
        let manifest = try String(contentsOf: TestData.packageRoot.appending(path: "Package.swift"), encoding: .utf8)
        let pins = manifest.matches(of: #/url: "[^"]*/([^"/]+)", exact: "([^"]+)"/#)
        #expect(!pins.isEmpty)
        for pin in pins { #expect(record.facts[String(pin.1)] == String(pin.2), "\(pin.1)") }
        for library in ["zlib", "libdeflate", "libcrypto", "libxml2", "blas", "blas-core"] {
            #expect(record.facts[library]?.isEmpty == false, "\(library)")
        }
        #expect(record.facts.count == pins.count + 6)
    }

    @Test("has every input and every output with its size and SHA-256")
    func files() throws {
        #expect(record.inputs.spectra.map(\.path) == experiment.spectra)
        #expect(record.inputs.proteins.map(\.path) == [experiment.path("proteins.fasta")])
        #expect(record.outcome.files.map(\.path) == (Table.names + ["workflow.yaml"]).sorted())
        let outputs = record.outcome.files.map { file in
            RecordFile.File(path: experiment.path("out/\(file.path)"), byteCount: file.byteCount, sha256: file.sha256)
        }
        for file in record.inputs.spectra + record.inputs.proteins + outputs {
            #expect(try Digest.sha256(ofFile: file.path) == file.sha256, "\(file.path)")
            #expect(try Data(contentsOf: URL(filePath: file.path)).count == file.byteCount, "\(file.path)")
        }
    }

    @Test("has the size of the search space, which was said once for all runs before any spectrum was searched")
    func searchSpace() throws {
        let notes = Set(record.notes.filter { $0.hasPrefix("450 proteins, ") })
        let note = try #require(notes.first)
        #expect(notes.count == 1 && note.contains(" peptidoforms, "))
        let places = said.indices.filter { said[$0].hasSuffix("] search space: \(note)") }
        #expect(places.count == 1 && said.count { $0.contains("search space") } == 1)
        let searched = try #require(said.firstIndex { $0.contains(": done in ") })
        #expect(try #require(places.first) < searched)
        let log = try String(contentsOfFile: experiment.path("out/log.jsonl"), encoding: .utf8)
        #expect(log.split(separator: "\n").count { $0.contains(#""event":"announcement""#) } == 1)
    }

    @Test("has all parameters after defaults, in the record and in the workflow as run, which gives the same tables")
    func parameters() throws {
        #expect(record.stages.map(\.uses) == ["pick-peaks", "search", "confidence", "tables"])
        let search = try #require(record.stages.first { $0.uses == "search" })
        for name in ["enzyme", "max-variable", "min-matched-fragments", "seed"] {
            #expect(search.parameters[name] != nil, "\(name)")
        }
        let again = try MoselleExecutable.run(
            ["run", experiment.path("out/workflow.yaml"), "--output", experiment.path("again")])
        #expect(again.exitStatus == 0, "\(again.standardError)")
        #expect(try experiment.tables(of: "again") == experiment.tables(of: "out"))
    }

    @Test("counts what spectra.tsv counts")
    func counts() throws {
        let spectra = try experiment.table("spectra.tsv")
        for run in record.outcome.runs {
            let rows = spectra.rows.filter { $0["run"] == run.run }
            func count(_ status: String) -> Int {
                rows.filter { $0["status"] == status }.compactMap { $0["spectra"].flatMap(Int.init) }.reduce(0, +)
            }
            #expect(count("matched") == run.counts["matched spectra"])
            #expect(count("matched") + count("unmatched") == run.counts["searched spectra"])
            #expect(count("set aside") == run.setAside.values.reduce(0, +))
            #expect(experiment.runs[run.run]?.spectra.count == run.counts["spectra"])
        }
        #expect(record.outcome.counts["spectra"] == experiment.runs.values.map(\.spectra.count).reduce(0, +))
        #expect(try experiment.table("psms.tsv").rows.count > 0)
    }

    @Test("says who, when, where, how long and with how much memory")
    func circumstances() throws {
        #expect(!record.system.user.isEmpty && !record.system.host.isEmpty && !record.system.cpuModel.isEmpty)
        #expect(record.outcome.started < record.outcome.finished)
        #expect(record.outcome.seconds > 0 && record.outcome.cpuSeconds > 0)
        #expect(record.outcome.peakResidentBytes > 10_000_000)
        #expect(record.outcome.exitStatus == 0)
        #expect(record.outcome.failures.isEmpty && record.outcome.faults.isEmpty)
    }
}
