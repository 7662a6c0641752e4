import ArgumentParser
import Foundation
import Foundations
import Stages
import Workflow

/// `moselle run`: checks a workflow, does what is not done yet, and writes the tables.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a workflow.",
        discussion: """
            What an earlier run in the same output folder finished is used again; only what changed is redone. Progress goes \
            to stderr, the summary to stdout.

            Examples:
              moselle run Workflows/demo.yaml --output results/demo
              moselle run Workflows/closed-search.yaml --output out \\
                --spectra runs/*.mzML.gz --proteins human.fasta
              moselle run my-search.yaml --set confidence.fdr='5 %' --jobs 8
            """)

    @OptionGroup var arguments: WorkflowArguments

    @Option(help: ArgumentHelp("Folder for tables, run record and intermediate results.", valueName: "folder"))
    var output = "results"

    @OptionGroup var resources: ResourceOptions

    @Flag(help: "Stop at the first file that fails instead of finishing the others.")
    var strict = false

    @Flag(help: "Do everything anew, whatever an earlier run finished.")
    var fresh = false

    @Option(help: "How to show progress: auto (a bar on a terminal, else plain lines), plain, json or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output has to name a folder.") }
    }

    func run() async throws {
        let engine = WorkflowEngine(registry: MoselleStages.registry, program: .moselle)
        let workflow = try arguments.checked(by: engine)
        let options = RunOptions(
            outputDirectory: output, jobs: resources.jobs, memory: try ByteSize(parsing: resources.memory),
            isStrict: strict, isFresh: fresh, facts: RunFacts.collect())
        let observer = progress.observer()
        let signals = Signals(
            notice: "Stopping; what is finished is kept, and the same command goes on from there.")
        do {
            let outcome = try await signals.cancelling {
                try await engine.run(
                    workflow, options: options, observer: observer,
                    interruptedStatus: { signals.exitStatus ?? .interrupted })
            }
            observer?.finish()
            try Terminal.show(RunSummary(outcome).text)
            if outcome.exitStatus != .done { throw outcome.exitStatus.code }
        } catch let error as WorkflowError {
            observer?.finish()
            Terminal.say("\(error)")
            throw ExitStatus.wrongWorkflow.code
        } catch is CancellationError {
            observer?.finish()
            throw (signals.exitStatus ?? .interrupted).code
        } catch let error as ExitCode {
            throw error
        } catch {
            observer?.finish()
            Terminal.say("error: \(error)")
            throw ExitStatus.incomplete.code
        }
    }
}
