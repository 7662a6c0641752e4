import Foundation
import TestSupport
import Testing

@Suite("The same tables every time")
struct DeterminismTests {
    private static let reference = Result {
        let experiment = try Experiment(runCount: 3, fragmentSpectra: 150)
        return (experiment, try experiment.search(output: "reference", ["--jobs", "1"]))
    }

    private let experiment: Experiment
    private let tables: [String: Data]

    init() throws {
        let (experiment, result) = try Self.reference.get()
        try #require(result.exitStatus == 0, "\(result.standardError)")
        self.experiment = experiment
        tables = try experiment.tables(of: "reference")
        try #require(tables["psms.tsv"].map(\.count) ?? 0 > 10_000)
    }

    @Test("for any number of jobs", arguments: [2, 7])
    func jobs(_ jobs: Int) throws {
        let result = try experiment.search(output: "jobs-\(jobs)", ["--jobs", "\(jobs)"])
        #expect(result.exitStatus == 0)
        #expect(try experiment.tables(of: "jobs-\(jobs)") == tables)
    }

    @Test("for any order of the files")
    func order() throws {
        let result = try experiment.search(spectra: experiment.spectra.reversed(), output: "reversed")
        #expect(result.exitStatus == 0)
        #expect(try experiment.tables(of: "reversed") == tables)
    }

    @Test("with a memory budget that the candidates do not fit in")
    func memory() throws {
        let result = try experiment.search(output: "small", ["--jobs", "1", "--memory", "14 MB"])
        #expect(result.exitStatus == 0, "\(result.standardOutput)")
        #expect(try experiment.record(of: "small").notes.contains { $0.contains("parts of the mass range") })
        #expect(try experiment.tables(of: "small") == tables)
    }

    @Test(
        "for any number of jobs where memory is so little that runs have to wait for each other",
        arguments: ["20 MB", "64 MB", "140 MB"], [2, 6])
    func jobs(memory: String, _ jobs: Int) throws {
        let output = "\(memory) \(jobs)"
        let result = try experiment.search(output: output, ["--jobs", "\(jobs)", "--memory", memory])
        #expect(result.exitStatus == 0, "\(result.standardOutput)")
        #expect(try experiment.tables(of: output) == tables)
    }

    @Test("when what an earlier run finished is used again, and when tables were lost")
    func reuse() throws {
        try #require(try experiment.search(output: "again").exitStatus == 0)
        try FileManager.default.removeItem(atPath: experiment.path("again/psms.tsv"))
        let again = try experiment.search(output: "again")
        #expect(again.exitStatus == 0)
        #expect(again.standardOutput.contains("3 of 3 runs done, 3 of them re-used from an earlier run"))
        #expect(try experiment.tables(of: "again") == tables)
        #expect(try experiment.record(of: "again").outcome.tasks.map(\.status).filter { $0 == "reused" }.count == 4)
    }

    @Test("when a file comes to an earlier run, only that file is searched")
    func added() throws {
        let earlier = try experiment.search(spectra: Array(experiment.spectra.prefix(2)), output: "grown")
        try #require(earlier.exitStatus == 0)
        #expect(try experiment.search(output: "grown").exitStatus == 0)
        #expect(try experiment.tables(of: "grown") == tables)
        #expect(try experiment.record(of: "grown").outcome.runs.map(\.status) == ["reused", "reused", "done"])
    }

    @Test("when an artefact is damaged, which is noticed and made again")
    func damaged() throws {
        try #require(try experiment.search(output: "damaged").exitStatus == 0)
        let work = experiment.path("damaged/work")
        let file = try #require(
            FileManager.default.contentsOfDirectory(atPath: work).sorted().first { $0.hasSuffix(".matches.npz") })
        let url = URL(filePath: "\(work)/\(file)")
        var bytes = try Data(contentsOf: url)
        // Where sequences are, which later stages read; matched ions, which they do not, may be damaged unseen.
        let name = try #require(bytes.range(of: Data("peptides/0/sequence.bytes".utf8)))
        bytes[name.upperBound + 500] ^= 0x40
        try bytes.write(to: url)
        // Joining is done again because its own result is gone, and meets the damage.
        for name in try FileManager.default.contentsOfDirectory(atPath: work) where name.contains("identifications") {
            try FileManager.default.removeItem(atPath: "\(work)/\(name)")
        }
        let result = try experiment.search(output: "damaged")
        #expect(result.exitStatus == 0)
        #expect(result.standardError.contains("is damaged"))
        #expect(try experiment.tables(of: "damaged") == tables)
    }
}
