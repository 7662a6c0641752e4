import ArgumentParser
import Foundation
import Workflow

/// `moselle verify`: whether inputs and outputs of a run are still what its record says.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare the inputs and outputs of a run with its record.",
        discussion: """
            Reads every file that run.json names and compares size and SHA-256. Says what differs and what is missing; files \
            of the folder that the record does not know are named as well, and are no fault. Exit status 0 where all is as \
            recorded, 1 where something is not, 2 where there is no record.
            """)

    @Argument(help: "Output folder of a run.")
    var folder: String

    @Option(help: "Files to read at a time.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
    }

    func run() async throws {
        let verification: RunVerification
        do {
            verification = try await RunVerification.verify(folder: folder, jobs: jobs)
        } catch {
            Terminal.say("error: \(error)")
            throw ExitStatus.wrongWorkflow.code
        }
        try Terminal.show("\(verification)")
        if !verification.isSound { throw ExitStatus.incomplete.code }
    }
}
