/// A line of the log, `log.jsonl`: an event and its time.
struct LogLine: Codable {
    /// What happened.
    enum Event: String, Codable {
        case runStarted = "run-started"
        case planned
        case taskStarted = "task-started"
        case taskFinished = "task-finished"
        case taskReused = "task-reused"
        case taskFailed = "task-failed"
        case warning
        case announcement
        case runFinished = "run-finished"
    }

    /// ISO 8601.
    var time: String
    var event: Event
    /// Name of the task.
    var task: String?
    var message: String?
    /// The end of what a task said before it failed.
    var lastWords: [String]?
    /// What a finished task is known by in the folder `work`.
    var fingerprint: String?
    /// Sizes of the files it kept there, by name.
    var artefacts: [String: Int]?
    var seconds: Double?
    var counts: [String: Int]?
    var exitStatus: Int32?
    /// Who runs: name and version of the program, the machine and the process.
    var program: String?
    var host: String?
    var processID: Int32?

    init(_ event: Event) {
        time = Timestamp.now()
        self.event = event
    }
}

extension LogLine {
    /// The line that a run begins with.
    static func runStarted(by program: ProgramInfo, _ holder: LockHolder) -> LogLine {
        var line = LogLine(.runStarted)
        line.program = "\(program.name) \(program.version)"
        line.host = holder.host
        line.processID = holder.processID
        return line
    }

    /// The line of an event; nil for progress, which is left out.
    init?(_ event: RunEvent) {
        switch event {
        case .inputsRead, .taskProgress: return nil
        case .planned(let workflow, let tasks, let reused):
            self.init(.planned, message: "\(workflow): \(tasks) tasks, \(reused) re-used")
        case .taskStarted(let label, let reason): self.init(.taskStarted, label, message: reason)
        case .taskFinished(let label, let report):
            self.init(.taskFinished, label)
            fingerprint = report.fingerprint
            artefacts = Dictionary(report.artefacts.map { ($0.file, $0.byteCount) }) { first, _ in first }
            seconds = report.seconds
            counts = report.counts
        case .taskReused(let label, let report):
            self.init(.taskReused, label)
            fingerprint = report.fingerprint
            counts = report.counts
        case .taskFailed(let label, let message, let said):
            self.init(.taskFailed, label, message: message)
            lastWords = said.isEmpty ? nil : said
        case .warning(let message, let label): self.init(.warning, label, message: message)
        case .announcement(let message): self.init(.announcement, message: message)
        case .runFinished(let outcome):
            self.init(.runFinished)
            seconds = outcome.seconds
            exitStatus = outcome.exitStatus.rawValue
        }
    }

    private init(_ event: Event, _ label: TaskLabel? = nil, message: String? = nil) {
        self.init(event)
        task = label.map { "\($0)" }
        self.message = message
    }
}
