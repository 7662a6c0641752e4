import Foundation
import TestSupport
import Testing
import Workflow

/// The input `truth`, read by a stage `judge` that copies it to the output folder.
@Suite struct TruthInputTests {
    private func bench(truth: String? = "true.tsv") throws -> Bench {
        let named = truth.map { "fasta]\n  truth: \($0)" } ?? "fasta]"
        let bench = try Bench(
            workflow: Bench.workflow.replacing("fasta]", with: named).replacing("- uses: table", with: "- uses: judge"))
        try bench.folder.write("one word is true", to: "true.tsv")
        return bench
    }

    private func engine(_ bench: Bench) -> WorkflowEngine {
        let toys = bench.stages.registry()
        let judge = StageDefinition(
            name: "judge", version: 1, scope: .joint, summary: "Copies what is true.",
            consumes: [ToyStages.joined.name], reads: [.truth], writes: ["copy.tsv"], make: { _ in JudgeRunner() })
        return WorkflowEngine(
            registry: StageRegistry(stages: toys.stages + [judge], ports: toys.ports),
            program: ProgramInfo(name: "toy", version: "1.2.3"))
    }

    private func check(_ bench: Bench, _ overrides: WorkflowOverrides = WorkflowOverrides()) -> CheckResult {
        engine(bench).check(path: bench.path("words.yaml"), overrides: overrides)
    }

    private func diagnostics(_ bench: Bench, _ overrides: WorkflowOverrides = WorkflowOverrides()) -> [String] {
        check(bench, overrides).diagnostics.map { "\($0)".replacing(bench.folder.url.path + "/", with: "") }
    }

    private func plan(_ bench: Bench) async throws -> Plan {
        let workflow = try #require(check(bench).workflow)
        return try await engine(bench).plan(workflow, options: RunOptions(outputDirectory: bench.output))
    }

    @Test("is one file, found relative to the workflow")
    func found() throws {
        let bench = try bench()
        #expect(check(bench).workflow?.inputs[.truth] == [bench.path("true.tsv")])
        #expect(diagnostics(bench) == [])
    }

    @Test("is one file, not several")
    func several() throws {
        let bench = try bench(truth: "[true.tsv, words.fasta]")
        #expect(diagnostics(bench) == ["words.yaml:6:21: error: 'truth' is one file, and this names 2"])
    }

    @Test("a workflow that leaves it to the command line is a template", arguments: [nil, "null"])
    func absent(truth: String?) throws {
        let bench = try bench(truth: truth)
        let found = diagnostics(bench)
        #expect(found.count == 1)
        #expect(
            found.first?.hasSuffix(
                "note: the workflow names no truth, so it was not checked; give it with --truth or under 'inputs:' when you "
                    + "run it") == true, "\(found)")
        #expect(check(bench).workflow?.absentInputs == [.truth])
    }

    @Test("the command line gives or replaces it, and a file that is not there is named")
    func override() throws {
        let other = try bench()
        let path = try other.folder.write("two", to: "other.tsv")
        for truth in ["true.tsv", nil] {
            let bench = try bench(truth: truth)
            #expect(check(bench, WorkflowOverrides(truth: path)).workflow?.inputs[.truth] == [path])
        }
        let found = diagnostics(other, WorkflowOverrides(truth: "no-such-file.tsv"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("--truth: error: the file '") == true)
    }

    @Test("where no stage reads it, that is a warning")
    func unread() throws {
        let bench = try Bench(workflow: Bench.workflow.replacing("fasta]", with: "fasta]\n  truth: words.fasta"))
        #expect(
            bench.diagnostics() == [
                "words.yaml:6:10: warning: no stage reads 'truth', so these files change nothing"
            ])
    }

    @Test("its content is part of the fingerprint of the stage that reads it, and of no other")
    func fingerprint() async throws {
        let bench = try bench()
        let before = try await plan(bench)
        try bench.folder.write("another word is true", to: "true.tsv")
        let after = try await plan(bench)
        let changed = zip(before.tasks, after.tasks).filter { $0.fingerprint != $1.fingerprint }
        #expect(before.tasks.count == 5)
        #expect(changed.map(\.0.label.stages) == [["judge"]])
    }

    @Test("the stage gets the file, and the run record and the workflow as run name it")
    func run() async throws {
        let bench = try bench()
        let outcome = try await engine(bench).run(
            try #require(check(bench).workflow), options: RunOptions(outputDirectory: bench.output))
        #expect(outcome.exitStatus == .done)
        #expect(bench.text("out/copy.tsv") == "one word is true")
        #expect(bench.text("out/workflow.yaml").contains("  truth:\n    - \"\(bench.path("true.tsv"))\"\n"))
        #expect(bench.text("out/run.json").contains("true.tsv"))
    }
}

/// Copies what is true to `copy.tsv`.
private struct JudgeRunner: JointStageRunner {
    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        guard let truth = context.inputs.truth else { throw ToyError("nothing is known") }
        let text = try String(contentsOfFile: truth.path, encoding: .utf8)
        try text.write(toFile: "\(context.outputDirectory)/copy.tsv", atomically: true, encoding: .utf8)
        return PortValues()
    }
}
