import ArgumentParser
import Stages
import Workflow

/// `moselle stages`: the reference of stages and parameters.
struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages", abstract: "Explain the stages and all their parameters: type, default, meaning.")

    @Argument(help: "Name of a stage; all stages in short where it is left out.")
    var name: String?

    func validate() throws {
        let registry = MoselleStages.registry
        guard let name, registry.stage(name) == nil else { return }
        let hint = registry.nearestStage(to: name).map { " Did you mean '\($0)'?" } ?? ""
        let known = registry.stages.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no stage '\(name)'.\(hint) The stages are \(known).")
    }

    func run() throws {
        let registry = MoselleStages.registry
        let reference = StageReference(registry: registry)
        try Terminal.show(name.flatMap(registry.stage).map(reference.text(of:)) ?? reference.overview())
    }
}
