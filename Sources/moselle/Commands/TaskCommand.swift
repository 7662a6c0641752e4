import ArgumentParser
import Foundation
import Foundations
import Stages
import Workflow

/// `moselle task`: one task of a written plan, as a job of a cluster runs it.
struct TaskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "Run one task of a written plan.",
        discussion: """
            For clusters: jobs run the tasks of a plan at the same time, on any machine that sees the same files, and in the \
            end 'moselle run' with the same output folder finds them finished and writes tables and record. Tasks whose \
            'needs' are not finished are refused, and so are plans that another version of the program wrote.

              moselle plan my-search.yaml --output results --format json > plan.json
              moselle task plan.json 0123456789abcdef

            Exit status: 0 done, or done before; 1 failed; 2 nothing was run; 130 or 143 interrupted.
            """)

    @Argument(help: "Plan, as 'moselle plan --format json' prints it.")
    var plan: String

    @Argument(help: "Id of the task in the plan.")
    var id: String

    @Option(help: "Threads to use; as planned by default.")
    var jobs: Int?

    @Option(help: ArgumentHelp("Memory to use, with its unit; as planned by default.", valueName: "size"))
    var memory: String?

    @Option(help: "How to show progress: auto (a bar on a terminal, else plain lines), plain, json or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs has to be at least 1.") }
        do { _ = try size() } catch { throw ValidationError("--memory: \(error)") }
    }

    private func size() throws(ByteSizeError) -> ByteSize? {
        guard let memory else { return nil }
        return try ByteSize(parsing: memory)
    }

    func run() async throws {
        let engine = WorkflowEngine(registry: MoselleStages.registry, program: .moselle)
        let observer = progress.observer()
        let signals = Signals(notice: "Stopping; the task has to be run again.")
        let (id, jobs, path) = (id, jobs, plan)
        do {
            let memory = try size()
            let outcome = try await signals.cancelling {
                let written = try WrittenPlan.read(path, by: ExecutableIdentity.current(.moselle))
                return try await engine.performTask(
                    id, of: written, jobs: jobs, memory: memory, observer: observer)
            }
            observer?.finish()
            try report(outcome, signals)
        } catch let error as WorkflowError {
            observer?.finish()
            Terminal.say("\(error)")
            throw ExitStatus.wrongWorkflow.code
        } catch is CancellationError {
            observer?.finish()
            throw (signals.exitStatus ?? .interrupted).code
        }
    }

    private func report(_ outcome: RunOutcome.TaskOutcome, _ signals: Signals) throws {
        switch outcome.status {
        case .done: try Terminal.show("\(outcome.label): done\n")
        case .reused: try Terminal.show("\(outcome.label): done before\n")
        case .failed:
            Terminal.say("error: \(outcome.label): \(outcome.reason ?? "no reason is known")")
            throw ExitStatus.incomplete.code
        case .notDone: throw (signals.exitStatus ?? .interrupted).code
        }
    }
}
