import ArgumentParser
import Foundation
import Foundations
import Stages
import Workflow

/// `moselle plan`: the tasks of a workflow, and what would be re-used.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show the tasks of a workflow, and what would be re-used and why not.")

    @OptionGroup var arguments: WorkflowArguments

    @Option(help: ArgumentHelp("Folder of an earlier run, or of the run to come.", valueName: "folder"))
    var output = "results"

    func run() async throws {
        let engine = WorkflowEngine(registry: MoselleStages.registry, program: .moselle)
        let workflow = try arguments.checked(by: engine)
        do {
            let plan = try await engine.plan(workflow, options: RunOptions(outputDirectory: output))
            Terminal.show(plan.text)
        } catch let error as WorkflowError {
            Terminal.say("\(error)")
            throw ExitStatus.wrongWorkflow.code
        }
    }
}
