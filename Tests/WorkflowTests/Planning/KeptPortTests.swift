import TestSupport
import Testing
import Workflow

/// What a workflow asks to keep beyond what its stages take.
@Suite struct KeptPortTests {
    /// The toy workflow with a line more in its first stage.
    private func bench(_ line: String, runs: [String: String] = ["a": "one two two three"]) throws -> Bench {
        let text = Bench.workflow.replacing("- uses: count-words", with: "- uses: count-words\n    \(line)")
        return try Bench(runs: runs, workflow: text)
    }

    @Test("what a stage is asked to keep lies in a file, and is kept with what other stages take")
    func kept() async throws {
        let bench = try bench("keep: [word-counts]")
        #expect(bench.diagnostics() == [])
        let plan = try await bench.plan()
        #expect(plan.tasks[0].artefacts.map(\.port.rawValue) == ["word-counts", "long-words"])
        try await bench.run()
        let files = try bench.artefacts("word-counts.npz")
        try #require(files.count == 1)
        #expect(bench.text("out/work/\(files[0])") == "toy\none 1\nthree 1\ntwo 2\n")
    }

    @Test("keeping what is kept anyway changes nothing, keeping more makes the task anew")
    func reuse() async throws {
        let bench = try bench("keep: []")
        let before = try await bench.plan().tasks.map(\.fingerprint)
        let asked = Bench.workflow.replacing("- uses: keep-long", with: "- uses: keep-long\n    keep: [long-words]")
        try bench.folder.write(asked, to: "words.yaml")
        #expect(try await bench.plan().tasks.map(\.fingerprint) == before)
        let more = Bench.workflow.replacing("- uses: count-words", with: "- uses: count-words\n    keep: [word-counts]")
        try bench.folder.write(more, to: "words.yaml")
        #expect(try await bench.plan().tasks[0].fingerprint != before[0])
    }

    @Test("the plan says that a task is done again because it is to keep more or less")
    func reasons() async throws {
        let bench = try bench("keep: []")
        try await bench.run()
        let more = Bench.workflow.replacing("- uses: count-words", with: "- uses: count-words\n    keep: [word-counts]")
        try bench.folder.write(more, to: "words.yaml")
        #expect(try await bench.plan().text.contains("do      a: count-words, keep-long  (it is to keep word-counts)"))
        try await bench.run(output: bench.path("other"))
        try bench.folder.write(Bench.workflow, to: "words.yaml")
        let less = try await bench.plan(output: bench.path("other")).text
        #expect(less.contains("do      a: count-words, keep-long  (it need not keep word-counts)"))
    }

    @Test("a stage is told which of its ports something takes")
    func wanted() async throws {
        let silent = try await bench("keep: null").plan().tasks
        #expect(silent[0].wantedPorts(ofStage: 0) == [PortName("word-counts")], "the next stage takes it")
        #expect(silent[0].wantedPorts(ofStage: 1) == [PortName("long-words")], "a joint stage takes it")
        let alone = "moselle: 1\ninputs: { spectra: runs/a.mgf }\nstages:\n  - uses: count-words\n"
        let unasked = try await Bench(runs: ["a": "one"], workflow: alone).plan().tasks
        #expect(unasked[0].wantedPorts(ofStage: 0) == [])
        let asked = try await Bench(runs: ["a": "one"], workflow: alone + "    keep: [word-counts]\n").plan().tasks
        #expect(asked[0].wantedPorts(ofStage: 0) == [PortName("word-counts")])
    }

    @Test("a stage that nothing takes from is of use where something of it is kept")
    func purpose() throws {
        let alone = "moselle: 1\ninputs: { spectra: runs/a.mgf }\nstages:\n  - uses: count-words\n"
        #expect(try Bench(workflow: alone).diagnostics().count == 1)
        #expect(try Bench(workflow: alone + "    keep: [word-counts]\n").diagnostics() == [])
    }

    @Test("a port that the stage does not provide is an error that knows better")
    func unknown() throws {
        #expect(
            try bench("keep: [word-count, long-words]").diagnostics() == [
                "words.yaml:8:12: error: 'count-words' does not provide 'word-count'; it can keep word-counts "
                    + "(did you mean 'word-counts'?)",
                "words.yaml:8:24: error: 'count-words' does not provide 'long-words'; it can keep word-counts",
            ])
        let table = Bench.workflow + "    keep: [words]\n"
        #expect(
            try Bench(workflow: table).diagnostics() == [
                "words.yaml:11:12: error: 'table' does not provide 'words'; it can keep nothing"
            ])
    }

    @Test("a value that is never in a file cannot be kept")
    func transient() throws {
        let port = PortDefinition.transient(PortName("passing"), summary: "")
        let stage = StageDefinition(
            name: "passes", version: 1, scope: .perRun, summary: "", provides: [port.name, ToyStages.counts.name],
            reads: [.spectra], make: { CountRunner(values: $0, calls: CallLog()) })
        let registry = StageRegistry(stages: [stage], ports: [port, ToyStages.counts])
        let bench = try Bench(
            workflow: "moselle: 1\ninputs: { spectra: runs/a.mgf }\nstages:\n  - uses: passes\n    keep: [passing]\n")
        let engine = WorkflowEngine(registry: registry, program: ProgramInfo(name: "toy", version: "1"))
        let found = engine.check(path: bench.path("words.yaml")).diagnostics.map(\.message)
        #expect(found == ["'passing' goes from stage to stage and is never in a file; it can keep word-counts"])
    }

    @Test("anything but a list is an error, and a repetition is said")
    func form() throws {
        #expect(
            try bench("keep: word-counts").diagnostics() == [
                "words.yaml:8:11: error: 'keep' has to be a list of what 'count-words' provides, such as "
                    + "'keep: [word-counts]'"
            ])
        #expect(
            try bench("keep: [word-counts, word-counts]").diagnostics() == [
                "words.yaml:8:25: warning: 'word-counts' is named twice; it is kept once"
            ])
    }

    @Test("the workflow as it was run says what was kept, and gives the same tasks")
    func written() async throws {
        let bench = try bench("keep: [word-counts]")
        let plan = try await bench.plan()
        let text = WorkflowWriter.text(of: plan.workflow)
        #expect(text.contains("    uses: count-words\n    keep: [\"word-counts\"]\n"))
        try bench.folder.write(text, to: "words.yaml")
        #expect(try await bench.plan().tasks.map(\.fingerprint) == plan.tasks.map(\.fingerprint))
    }
}
