import Foundation
import TestSupport
import Testing

@Suite("verify, clean and task")
struct UpkeepTests {
    private static let searched = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 150)
        return (experiment, try experiment.search(output: "whole"))
    }

    private let experiment: Experiment

    init() throws {
        let (experiment, result) = try Self.searched.get()
        try #require(result.exitStatus == 0, "\(result.standardOutput)")
        self.experiment = experiment
    }

    private func copy(_ name: String) throws -> String {
        try FileManager.default.copyItem(atPath: experiment.path("whole"), toPath: experiment.path(name))
        return experiment.path(name)
    }

    @Test("verify ends with 0 where all is as recorded, with 1 where a table was changed, with 2 without a record")
    func verify() throws {
        let folder = try copy("verified")
        let sound = try MoselleExecutable.run(["verify", folder])
        #expect(sound.exitStatus == 0)
        #expect(sound.standardOutput == "\(folder): 3 inputs and 6 outputs: all as the run record says\n")
        var table = try Data(contentsOf: URL(filePath: "\(folder)/psms.tsv"))
        table[table.count / 2] ^= 1
        try table.write(to: URL(filePath: "\(folder)/psms.tsv"))
        let changed = try MoselleExecutable.run(["verify", folder, "--jobs", "1"])
        #expect(changed.exitStatus == 1)
        #expect(changed.standardOutput.hasPrefix("differs  psms.tsv: SHA-256 "))
        let none = try MoselleExecutable.run(["verify", experiment.folder.url.path])
        #expect(none.exitStatus == 2 && none.standardOutput.isEmpty)
        #expect(none.standardError.contains("has no run record (run.json)"))
    }

    @Test("clean leaves tables and record, and a next run writes the same tables again")
    func clean() throws {
        let folder = try copy("cleaned")
        let trial = try MoselleExecutable.run(["clean", folder, "--dry-run"])
        #expect(
            trial.exitStatus == 0 && trial.standardOutput.hasPrefix("\(folder): would remove 10 intermediate files, "))
        let done = try MoselleExecutable.run(["clean", folder])
        #expect(done.exitStatus == 0 && done.standardOutput.hasPrefix("\(folder): removed 10 intermediate files, "))
        #expect(!experiment.exists("cleaned/work"))
        #expect(try MoselleExecutable.run(["verify", folder]).exitStatus == 0)
        #expect(try experiment.search(output: "cleaned").exitStatus == 0)
        #expect(try experiment.tables(of: "cleaned") == experiment.tables(of: "whole"))
        #expect(try MoselleExecutable.run(["clean", experiment.folder.url.path]).exitStatus == 2)
    }

    private struct PlanFile: Decodable {
        struct Task: Decodable {
            var id: String
            var label: String
        }
        var tasks: [Task]
    }

    @Test("tasks of a plan, run by processes of their own, some at once, give the same tables")
    func tasks() throws {
        let arguments = ["plan"] + experiment.arguments(output: "tasks", ["--format", "json"]).dropFirst()
        let printed = try MoselleExecutable.run(Array(arguments)).standardOutput
        let path = try experiment.folder.write(printed, to: "plan.json")
        let plan = try JSONDecoder().decode(PlanFile.self, from: Data(printed.utf8))
        try #require(plan.tasks.count == 4)
        let early = try MoselleExecutable.run(["task", path, plan.tasks[2].id])
        #expect(early.exitStatus == 2)
        #expect(early.standardError.contains("which is not finished; do task \(plan.tasks[0].id) first"))
        let both = try plan.tasks.prefix(2).map { try MoselleExecutable.start(["task", path, $0.id, "--jobs", "1"]) }
        for task in both { #expect(try task.wait().exitStatus == 0) }
        let last = try MoselleExecutable.run(["task", path, plan.tasks[2].id, "--memory", "200 MB"])
        #expect(last.exitStatus == 0 && last.standardOutput == "confidence: done\n")
        let run = try experiment.search(output: "tasks")
        #expect(run.exitStatus == 0 && run.standardOutput.contains("2 of 2 runs done, 2 of them re-used"))
        #expect(try experiment.tables(of: "tasks") == experiment.tables(of: "whole"))
        try experiment.folder.write(printed.replacing("\"version\" : \"", with: "\"version\" : \"9."), to: "other.json")
        let other = try MoselleExecutable.run(["task", experiment.path("other.json"), plan.tasks[0].id])
        #expect(other.exitStatus == 2 && other.standardError.contains("was written by moselle 9."))
    }

    /// A Python that has the package `rocrate`.
    private static let python: String? = {
        let named = ProcessInfo.processInfo.environment["MOSELLE_ROCRATE_PYTHON"]
        let python = named ?? "python3"
        let result = try? RunningExecutable(
            executable: URL(filePath: "/usr/bin/env"), arguments: [python, "-c", "import rocrate"], folder: nil,
            environment: [:], input: ""
        ).wait()
        return result?.exitStatus == 0 ? python : nil
    }()

    @Test(
        "the package rocrate reads the record as a crate: the workflow, who ran it, every file",
        .enabled(if: python != nil, "needs the Python package rocrate (MOSELLE_ROCRATE_PYTHON names the interpreter)"))
    func crate() throws {
        let script = """
            import sys
            from rocrate.rocrate import ROCrate
            crate = ROCrate(sys.argv[1])
            run = crate.dereference("#run")
            print(crate.mainEntity.id, run["instrument"].id, run["agent"].type, len(run["result"]))
            print(*sorted(e.id for e in crate.data_entities if not e.id.startswith("file:")))
            """
        let result = try RunningExecutable(
            executable: URL(filePath: "/usr/bin/env"),
            arguments: [try #require(Self.python), "-c", script, experiment.path("whole")], folder: nil,
            environment: [:], input: ""
        ).wait()
        #expect(result.exitStatus == 0, "\(result.standardError)")
        #expect(
            result.standardOutput == """
                workflow.yaml workflow.yaml Person 5
                log.jsonl peptides.tsv proteins.tsv psms.tsv run.json spectra.tsv workflow.yaml

                """)
    }

    @Test("on a terminal progress is a picture that is gone in the end, above which messages stay")
    func terminal() throws {
        let command = try ([MoselleExecutable.url().path] + experiment.arguments(output: "shown", ["--jobs", "1"]))
            .map { "'\($0)'" }.joined(separator: " ")
        let script = URL(filePath: "/usr/bin/script")
        try #require(
            FileManager.default.isExecutableFile(atPath: script.path), "script(1) gives the program a terminal")
        let result = try RunningExecutable(
            executable: script, arguments: ["-qec", command, "/dev/null"], folder: nil,
            environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8"], input: ""
        ).wait()
        #expect(result.exitStatus == 0)
        let said = result.standardOutput
        // What is drawn in between depends on how fast the machine is; tests of the picture itself hold what it shows.
        #expect(said.contains("Reading inputs: ") || said.contains("/4 tasks  "))
        #expect(said.contains("search space: 450 proteins, "))
        let end = try #require(said.ranges(of: "\u{1B}[J").last)
        #expect(said[end.upperBound...].hasPrefix("Closed search, 1 % FDR: 2 of 2 runs done"))
    }
}
