internal import Foundation
public import Foundations

/// How to plan and run a workflow; nothing in here changes a result.
public struct RunOptions: Sendable {
    /// The output folder; made where it does not exist.
    public var outputDirectory: String

    /// How many threads may work at once, at least 1.
    public var jobs: Int

    /// The memory the tasks may use together.
    public var memory: ByteSize

    /// Whether the first task that fails ends the run.
    public var isStrict: Bool

    /// Whether everything is made again, whatever an earlier run finished.
    public var isFresh: Bool

    /// Further facts for the run record, such as versions of libraries.
    public var facts: [String: String]

    /// Options.
    public init(
        outputDirectory: String, jobs: Int = 1, memory: ByteSize = ByteSize(bytes: 4_000_000_000),
        isStrict: Bool = false, isFresh: Bool = false, facts: [String: String] = [:]
    ) {
        self.outputDirectory = outputDirectory
        self.jobs = max(1, jobs)
        self.memory = memory
        self.isStrict = isStrict
        self.isFresh = isFresh
        self.facts = facts
    }

    /// The same with the output folder as an absolute path.
    var withAbsoluteFolder: RunOptions {
        var options = self
        options.outputDirectory = URL(filePath: outputDirectory).standardizedFileURL.path
        return options
    }
}
