import BenchmarkInputs
import Foundation
import Foundations
import Workflow

/// What the engine adds to the work itself: plans, does and takes up again a workflow of many runs that do next to nothing.
///
///     ManyTasks RUNS [JOBS]
///
/// The files are in `TMPDIR`; in a file system in memory nothing waits for a disk.
@main
@MainActor
enum ManyTasks {
    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        guard let runs = words.first.flatMap({ Int($0) }), runs > 0 else { throw UsageError() }
        let jobs = words.dropFirst().first.flatMap { Int($0) } ?? 1
        let folder = try ScratchFolder()
        try make(runs, in: folder)
        let options = RunOptions(outputDirectory: folder.file("out"), jobs: jobs)

        let workflow = try await timed("check") { try check(folder) }
        let first = try await timed("plan, inputs read") {
            try await TrivialStages.engine.plan(workflow, options: options)
        }
        try UnexpectedResult.check(first.tasks.count, is: runs + 1, "tasks")
        _ = try await timed("plan, inputs known") {
            try await TrivialStages.engine.plan(workflow, options: options)
        }
        let outcome = try await timed("run", per: runs) {
            try await TrivialStages.engine.run(workflow, options: options)
        }
        try UnexpectedResult.check(outcome.counts, is: ["lines": runs], "counts")
        let again = try await timed("plan, all finished") {
            try await TrivialStages.engine.plan(workflow, options: options)
        }
        try UnexpectedResult.check(again.tasks.count { $0.state == .reused }, is: runs, "re-used tasks")
        let second = try await timed("run, all finished") {
            try await TrivialStages.engine.run(workflow, options: options)
        }
        try UnexpectedResult.check(second.exitStatus, is: .done, "exit status")
    }

    private static func make(_ runs: Int, in folder: ScratchFolder) throws {
        try FileManager.default.createDirectory(atPath: folder.file("runs"), withIntermediateDirectories: true)
        for run in 0..<runs {
            try "run \(run)\n".write(toFile: folder.file("runs/\(run).mgf"), atomically: false, encoding: .utf8)
        }
        try TrivialStages.workflow.write(toFile: folder.file("lines.yaml"), atomically: false, encoding: .utf8)
    }

    private static func check(_ folder: ScratchFolder) throws -> CheckedWorkflow {
        let result = TrivialStages.engine.check(path: folder.file("lines.yaml"))
        guard let workflow = result.workflow else { throw WorkflowError(result.diagnostics) }
        return workflow
    }

    /// Prints what something took: wall and CPU seconds, and of each of so many tasks.
    private static func timed<Value>(
        _ name: String, per tasks: Int? = nil, _ body: () async throws -> Value
    ) async throws -> Value {
        let (start, cpu) = (ContinuousClock.now, ProcessUsage.current().cpuSeconds)
        let value = try await body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let each = tasks.map { String(format: ", %.2f ms a task", seconds * 1000 / Double($0)) } ?? ""
        print(String(format: "%@: %.2f s, CPU %.2f s%@", name, seconds, ProcessUsage.current().cpuSeconds - cpu, each))
        return value
    }

    struct UsageError: Error, CustomStringConvertible {
        var description: String { "usage: ManyTasks RUNS [JOBS]" }
    }
}
