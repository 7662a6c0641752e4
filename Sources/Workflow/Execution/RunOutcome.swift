/// What came of a run.
public struct RunOutcome: Sendable, Codable {
    /// How a task or a run ended.
    public enum Status: String, Sendable, Hashable, Codable {
        /// It was done now.
        case done
        /// It was done by an earlier run, and its result is used.
        case reused
        /// It failed.
        case failed
        /// It was not begun or not finished, because something else failed or the run was interrupted.
        case notDone
    }

    /// What came of one task.
    public struct TaskOutcome: Sendable, Codable {
        /// What the task is called.
        public var label: TaskLabel
        /// How it ended.
        public var status: Status
        /// Why it was done, failed, or was not done.
        public var reason: String?
        /// What it said; nil where it is not finished.
        public var report: TaskReport?
        /// The end of what it said before it failed, in a few lines; nil where it did not fail.
        public var lastWords: [String]?
    }

    /// What came of one run.
    public struct RunResult: Sendable, Codable {
        /// Name of the run.
        public var run: String
        /// Its spectra file.
        public var path: String
        /// How it ended: failed where one of its tasks failed.
        public var status: Status
        /// Why it failed or was not done.
        public var reason: String?
        /// Counts of its stages. Where several chains of stages count the same, those of one of them.
        public var counts: [String: Int]
        /// What was set aside, by reason, by the same chain.
        public var setAside: [String: Int]
    }

    /// A file of the output folder.
    public struct OutputFile: Sendable, Hashable, Codable {
        /// Path relative to the output folder.
        public var path: String
        /// Its size.
        public var byteCount: Int
        /// SHA-256 of its content.
        public var sha256: String
    }

    /// How the program should end.
    public var exitStatus: ExitStatus
    /// Name of the workflow.
    public var workflow: String
    /// The output folder.
    public var outputDirectory: String
    /// The tasks, in the order of the plan.
    public var tasks: [TaskOutcome]
    /// The runs, by name.
    public var runs: [RunResult]
    /// Counts of the runs added up.
    public var counts: [String: Int]
    /// What was set aside in all runs, by reason.
    public var setAside: [String: Int]
    /// Counts of the joint stages, by stage id.
    public var jointCounts: [String: [String: Int]]
    /// The tables and other files written.
    public var files: [OutputFile]
    /// Warnings, each with the tasks it came from in front.
    public var warnings: [String]
    /// What failed or was not done, each with the tasks in front.
    public var failures: [String]
    /// What is wrong with results that were written, each with the tasks in front.
    public var faults: [String]
    /// When the run was begun, ISO 8601.
    public var started: String
    /// When it was over, ISO 8601.
    public var finished: String
    /// How long it took.
    public var seconds: Double
    /// CPU time of the process, all threads together.
    public var cpuSeconds: Double
    /// The most memory the process ever had resident.
    public var peakResidentBytes: Int
}

extension RunOutcome {
    /// Adds something that is wrong with the results.
    mutating func add(fault: String) {
        faults.append(fault)
        if exitStatus == .done { exitStatus = .incomplete }
    }
}
