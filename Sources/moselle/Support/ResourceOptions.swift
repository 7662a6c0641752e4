import ArgumentParser
import Foundation
import Foundations

/// Options for what a run may use; `run` and `plan` share them.
struct ResourceOptions: ParsableArguments {
    @Option(help: "Threads to use. The results are the same for any number.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: ArgumentHelp("Memory to use, with its unit: 4 GB, 512 MB.", valueName: "size"))
    var memory = "4 GB"

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
        do { _ = try ByteSize(parsing: memory) } catch { throw ValidationError("--memory: \(error)") }
    }
}
