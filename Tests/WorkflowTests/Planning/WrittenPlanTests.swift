import Foundation
import TestSupport
import Testing
import Workflow

@Suite("Single tasks of a written plan") struct WrittenPlanTests {
    private static let executable = ExecutableIdentity(
        program: ProgramInfo(name: "toy", version: "1.2.3"), sha256: "0123")

    /// Writes the plan of a bench and reads it back.
    private func written(_ bench: Bench) async throws -> (plan: Plan, written: WrittenPlan) {
        let plan = try await bench.plan(jobs: 2)
        try bench.folder.write([UInt8](await PlanReport(plan, by: Self.executable).json()), to: "plan.json")
        return (plan, try WrittenPlan.read(bench.path("plan.json"), by: Self.executable))
    }

    private func refusal(_ body: () async throws -> Void) async throws -> String {
        try #require(await #expect(throws: WorkflowError.self) { try await body() }).description
    }

    @Test("done one by one, in an order in which each finds what it needs, give what a run gives")
    func allTasks() async throws {
        let bench = try Bench()
        let (plan, written) = try await written(bench)
        for task in plan.tasks {
            let outcome = try await bench.stages.engine().performTask(task.id, of: written)
            #expect(outcome.status == .done && outcome.label == task.label, "\(outcome.reason ?? "")")
        }
        #expect(bench.text("out/words.tsv") == "word\tcount\none\t2\nthree\t3\ntwo\t2\n")
        #expect(!bench.exists("out/run.json"), "the record is that of a run")
        #expect(bench.stages.calls.take().count == 8)
        let again = try await bench.stages.engine().performTask(plan.tasks[0].id, of: written)
        #expect(again.status == .reused && bench.stages.calls.take().isEmpty)
        let outcome = try await bench.run()
        #expect(outcome.runs.map(\.status) == [.reused, .reused, .reused])
        #expect(bench.stages.calls.take() == ["table"])
        #expect(try bench.artefacts("lock").isEmpty)
    }

    @Test("are refused where what they need is not finished")
    func order() async throws {
        let bench = try Bench()
        let (plan, written) = try await written(bench)
        let join = try #require(plan.tasks.first { $0.label.stages == ["join"] })
        let message = try await refusal { _ = try await bench.stages.engine().performTask(join.id, of: written) }
        #expect(
            message == "error: 'join' takes what 'a: count-words, keep-long' gives, which is not finished; "
                + "do task \(plan.tasks[0].id) first")
    }

    @Test("are refused where there is no such task, or an input changed since")
    func unknown() async throws {
        let bench = try Bench()
        let (plan, written) = try await written(bench)
        try bench.folder.write("other words", to: "runs/a.mgf")
        let message = try await refusal {
            _ = try await bench.stages.engine().performTask(plan.tasks[0].id, of: written)
        }
        #expect(message.hasPrefix("error: the plan has no task '\(plan.tasks[0].id)'"))
        #expect(try await bench.stages.engine().performTask(plan.tasks[1].id, of: written).status == .done)
    }

    @Test("a plan of another version, another build, or none at all is refused")
    func otherProgram() async throws {
        let bench = try Bench()
        _ = try await written(bench)
        let newer = ExecutableIdentity(program: ProgramInfo(name: "toy", version: "1.2.4"), sha256: "0123")
        let rebuilt = ExecutableIdentity(program: Self.executable.program, sha256: "4567")
        func message(_ path: String, _ executable: ExecutableIdentity) async throws -> String {
            try await refusal { _ = try WrittenPlan.read(bench.path(path), by: executable) }
        }
        #expect(try await message("plan.json", newer).contains("was written by toy 1.2.3, whose results may differ"))
        #expect(try await message("plan.json", rebuilt).contains("was written by another build of toy 1.2.3"))
        #expect(try await message("words.yaml", newer).contains("is no plan: it is not whole JSON"))
        #expect(try await message("absent.json", newer).contains("does not exist"))
        try bench.folder.write([UInt8](await PlanReport(try await bench.plan()).json()), to: "report.json")
        #expect(try await message("report.json", newer).contains("is no plan: it lacks 'formatVersion'"))
    }

    @Test("a task and a run in one folder exclude each other, two tasks do not")
    func locks() async throws {
        let bench = try Bench(runs: ["a": "sleepy", "b": "one"])
        let (plan, written) = try await written(bench)
        let engine = bench.stages.engine()
        let running = Task { try await engine.performTask(plan.tasks[0].id, of: written) }
        while try bench.artefacts("\(plan.tasks[0].id).lock").isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await refusal { try await bench.run() }.contains("is in use by another run"))
        #expect(
            try await refusal { _ = try await engine.performTask(plan.tasks[0].id, of: written) }.contains("is in use"))
        #expect(try await engine.performTask(plan.tasks[1].id, of: written).status == .done)
        running.cancel()
        #expect(try await running.value.status == .notDone)

        let whole = Task { try await bench.run() }
        while !bench.exists("out/log.jsonl") { try await Task.sleep(for: .milliseconds(5)) }
        #expect(
            try await refusal { _ = try await engine.performTask(plan.tasks[0].id, of: written) }.contains("is in use"))
        whole.cancel()
        _ = try await whole.value
    }

    @Test("a damaged result of another task is removed, so that its task is done again")
    func damage() async throws {
        let bench = try Bench()
        let (plan, written) = try await written(bench)
        let engine = bench.stages.engine()
        for task in plan.tasks where !task.isJoint { _ = try await engine.performTask(task.id, of: written) }
        let file = try #require(bench.artefacts("long-words.npz").first)
        let text = bench.text("out/work/\(file)")
        try bench.folder.write(text.replacing("toy", with: "yot"), to: "out/work/\(file)")
        let join = try #require(plan.tasks.first { $0.label.stages == ["join"] })
        let outcome = try await engine.performTask(join.id, of: written)
        #expect(outcome.status == .failed && outcome.reason?.contains("has to be done again") == true)
        #expect(try await bench.run().exitStatus == .done)
        #expect(bench.text("out/work/\(file)") == text)
    }

    @Test("the graph has a box for each task, dashed where it is re-used, and an arrow for each need")
    func dot() async throws {
        let bench = try Bench(runs: ["a": "one", "b": "two"])
        let first = try await bench.plan()
        let ids = first.tasks.map(\.id)
        #expect(
            first.dot == """
                digraph "Words" {
                  rankdir=LR;
                  node [shape=box, fontname="sans-serif"];
                  "\(ids[0])" [label="a: count-words, keep-long", style=solid];
                  "\(ids[1])" [label="b: count-words, keep-long", style=solid];
                  "\(ids[2])" [label="join", style=solid];
                  "\(ids[3])" [label="table", style=solid];
                  "\(ids[0])" -> "\(ids[2])";
                  "\(ids[1])" -> "\(ids[2])";
                  "\(ids[2])" -> "\(ids[3])";
                }

                """)
        try await bench.run()
        let dot = try await bench.plan().dot
        #expect(dot.matches(of: /style=dashed/).count == 3 && dot.contains("label=\"table\", style=solid"))
    }
}
