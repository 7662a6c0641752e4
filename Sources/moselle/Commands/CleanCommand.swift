import ArgumentParser
import Workflow

/// `moselle clean`: removes intermediate results.
struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Remove the intermediate results of a run; tables and record stay.",
        discussion: """
            Empties the folder work of an output folder, and says how much that freed. A next run in the folder does \
            everything anew. Files in it that no run makes stay. Refused, with status 2, while a run uses the folder, and for \
            a folder that is not that of a run.
            """)

    @Argument(help: "Output folder of a run.")
    var folder: String

    @Flag(help: "Say what would be removed, and remove nothing.")
    var dryRun = false

    func run() async throws {
        do {
            try Terminal.show("\(try await RunCleaning.clean(folder: folder, isDryRun: dryRun))")
        } catch let error as WorkflowError {
            Terminal.say("\(error)")
            throw ExitStatus.wrongWorkflow.code
        } catch let error as ExitCode {
            throw error
        } catch {
            Terminal.say("error: \(error)")
            throw ExitStatus.incomplete.code
        }
    }
}
