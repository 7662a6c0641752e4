import ArgumentParser
import Foundation
import Stages
import Workflow

/// `moselle stages`: the reference of stages and parameters.
struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages", abstract: "Explain the stages and all their parameters: type, default, meaning.",
        discussion: """
            With --schema it is the format of workflow files as a JSON Schema, by which editors complete and check them:
              moselle stages --schema > moselle.schema.json
            """)

    @Argument(help: "Name of a stage; all stages in short where it is left out.")
    var name: String?

    @Flag(help: "Print the format of workflow files as a JSON Schema (draft 2020-12).")
    var schema = false

    func validate() throws {
        let registry = MoselleStages.registry
        if schema, name != nil { throw ValidationError("--schema is for all stages; leave the name out.") }
        guard let name, registry.stage(name) == nil else { return }
        let hint = registry.nearestStage(to: name).map { " Did you mean '\($0)'?" } ?? ""
        let known = registry.stages.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no stage '\(name)'.\(hint) The stages are \(known).")
    }

    func run() throws {
        let registry = MoselleStages.registry
        if schema {
            return try Terminal.show(String(decoding: WorkflowSchema(registry: registry).json(), as: UTF8.self) + "\n")
        }
        let reference = StageReference(registry: registry)
        try Terminal.show(name.flatMap(registry.stage).map(reference.text(of:)) ?? reference.overview())
    }
}
