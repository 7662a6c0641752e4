import ArgumentParser
import Foundation
import Foundations
import Stages
import Workflow

/// `moselle plan`: the tasks of a workflow, what would be re-used, and how large the work is.
struct PlanCommand: AsyncParsableCommand {
    /// How a plan is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, dot
    }

    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show the tasks of a workflow, what would be re-used and why not.",
        discussion: """
            Says also how large the search will be: peptides, candidates, memory and time. These are estimates from a sample \
            of the peptides, mostly within a tenth for counts; the time is a guess from figures of another machine.

            As JSON it is a plan whose tasks 'moselle task' runs one by one; as dot the graph of tasks for Graphviz:
              moselle plan my-search.yaml --format json > plan.json
              moselle plan my-search.yaml --format dot | dot -Tsvg > plan.svg
            """)

    @OptionGroup var arguments: WorkflowArguments

    @Option(help: ArgumentHelp("Folder of an earlier run, or of the run to come.", valueName: "folder"))
    var output = "results"

    @OptionGroup var resources: ResourceOptions

    @Option(help: "How to print the plan: text, json or dot.")
    var format = Format.text

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output has to name a folder.") }
    }

    func run() async throws {
        let engine = WorkflowEngine(registry: MoselleStages.registry, program: .moselle)
        let workflow = try arguments.checked(by: engine)
        do {
            let options = RunOptions(
                outputDirectory: output, jobs: resources.jobs, memory: try ByteSize(parsing: resources.memory))
            let plan = try await engine.plan(workflow, options: options)
            switch format {
            case .text: try Terminal.show(await PlanReport(plan).text)
            case .json:
                let report = await PlanReport(plan, by: try ExecutableIdentity.current(.moselle))
                try Terminal.show(String(decoding: try report.json(), as: UTF8.self) + "\n")
            case .dot: try Terminal.show(plan.dot)
            }
        } catch let error as WorkflowError {
            Terminal.say("\(error)")
            throw ExitStatus.wrongWorkflow.code
        }
    }
}
