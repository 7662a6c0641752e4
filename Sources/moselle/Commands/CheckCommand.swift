import ArgumentParser
import Foundation
import Stages
import Workflow

/// `moselle check`: every problem of a workflow at once, without running it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find every mistake in a workflow and its inputs without running it.",
        discussion: """
            Prints one line a problem, path:line:column: error: what is wrong. Exit status 2 where there are errors.
            """)

    @OptionGroup var arguments: WorkflowArguments

    @Flag(help: "Print the problems as JSON, for editors.")
    var json = false

    func run() throws {
        let engine = WorkflowEngine(registry: MoselleStages.registry, program: .moselle)
        let result = engine.check(path: arguments.workflow, overrides: arguments.overrides)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try Terminal.show(String(decoding: encoder.encode(result.diagnostics), as: UTF8.self) + "\n")
        } else {
            for diagnostic in result.diagnostics { try Terminal.show("\(diagnostic)\n") }
            let errors = result.diagnostics.count { $0.severity == .error }
            let verdict = errors == 0 ? "no errors" : "\(errors) error\(errors == 1 ? "" : "s")"
            try Terminal.show("\(arguments.workflow): \(verdict)\n")
        }
        if result.hasErrors { throw ExitStatus.wrongWorkflow.code }
    }
}
