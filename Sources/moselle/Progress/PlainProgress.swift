import Synchronization
import Workflow

/// Progress as plain lines, for log files: what begins, what ends, and every ten seconds how far it is.
final class PlainProgress: ProgressObserver {
    private let start = ContinuousClock.now
    private let lastReport = Mutex<[TaskLabel: ContinuousClock.Instant]>([:])
    private static let interval = Duration.seconds(10)

    func finish() {}

    func observe(_ event: RunEvent) {
        switch event {
        case .planned(let workflow, let tasks, let reused):
            say("\(workflow): \(tasks) tasks, \(reused) of them re-used")
        case .taskStarted(let label, let reason): say("\(label): begun (\(reason))")
        case .taskProgress(let label, let progress): sayNowAndThen(label, progress)
        case .taskFinished(let label, let report): say("\(label): done in \(ElapsedTime.text(report.seconds))")
        case .taskReused(let label, _): say("\(label): re-used")
        case .taskFailed(let label, let message): say("\(label): failed: \(message)")
        case .warning(let message, let label): say("warning: " + (label.map { "\($0): " } ?? "") + message)
        case .announcement(let message): say(message)
        case .runFinished: break
        }
    }

    private func sayNowAndThen(_ label: TaskLabel, _ progress: TaskProgress) {
        let now = ContinuousClock.now
        let isDue = lastReport.withLock { last in
            guard now - last[label, default: start] >= Self.interval else { return false }
            last[label] = now
            return true
        }
        if isDue { say("\(label): \(ProgressText.amount(progress))") }
    }

    private func say(_ line: String) {
        Terminal.say("[\(ElapsedTime.text((ContinuousClock.now - start) / .seconds(1)))] \(line)")
    }
}

/// Times as people read them.
enum ElapsedTime {
    /// `4.2 s`, `1:05`, `2:03:10`.
    static func text(_ seconds: Double) -> String {
        if seconds < 60 { return "\((seconds * 10).rounded() / 10) s" }
        let whole = Int(seconds)
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        let tail = (rest < 10 ? "0" : "") + "\(rest)"
        return hours == 0 ? "\(minutes):\(tail)" : "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
    }
}

/// Amounts of progress as people read them.
enum ProgressText {
    /// `12,000 of 40,000 spectra (30 %)`, `35 of 120 MB (29 %)`.
    static func amount(_ progress: TaskProgress) -> String {
        let scale = progress.unit == "bytes" ? 1_000_000 : 1
        let unit = progress.unit == "bytes" ? "MB" : progress.unit
        guard progress.total > 0 else { return "\(progress.done / scale) \(unit)" }
        return
            "\(progress.done / scale) of \(progress.total / scale) \(unit) (\(progress.done * 100 / progress.total) %)"
    }
}
