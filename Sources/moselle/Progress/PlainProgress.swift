import Synchronization
import Workflow

/// Progress as plain lines, for log files: what begins, what ends, and every ten seconds how far it is.
final class PlainProgress: ProgressObserver {
    private struct State {
        var progress = RunProgress()
        var lastInputReport: ContinuousClock.Instant?
        var lastReport: [TaskLabel: ContinuousClock.Instant] = [:]
    }

    private let start = ContinuousClock.now
    private let state = Mutex(State())
    private static let interval = Duration.seconds(10)

    func finish() {}

    func observe(_ event: RunEvent) {
        state.withLock { $0.progress.observe(event, at: seconds) }
        switch event {
        case .inputsRead(let progress): sayInputsNowAndThen(progress)
        case .planned(let workflow, let tasks, let reused):
            say("\(workflow): \(tasks) tasks, \(reused) of them re-used")
        case .taskStarted(let label, let reason): say("\(label): begun (\(reason))")
        case .taskProgress(let label, _): sayNowAndThen(label)
        case .taskFinished(let label, let report): say("\(label): done in \(ElapsedTime.text(report.seconds))")
        case .taskReused(let label, _): say("\(label): re-used")
        case .taskFailed(let label, let message, let lastWords):
            say("\(label): failed: \(message)")
            for line in lastWords { say("  \(line)") }
        case .warning(let message, let label): say("warning: " + (label.map { "\($0): " } ?? "") + message)
        case .announcement(let message): say(message)
        case .runFinished: break
        }
    }

    private func sayInputsNowAndThen(_ progress: TaskProgress) {
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - (state.lastInputReport ?? start) >= Self.interval else { return false }
            state.lastInputReport = now
            return true
        }
        if isDue { say("reading inputs: \(progress.done) of \(progress.total) \(progress.unit)") }
    }

    private func sayNowAndThen(_ label: TaskLabel) {
        let now = ContinuousClock.now
        let line: String? = state.withLock { state in
            guard now - state.lastReport[label, default: start] >= Self.interval else { return nil }
            state.lastReport[label] = now
            let left = state.progress.secondsLeft(at: seconds).map { "; all in \(RunProgress.duration($0))" } ?? ""
            return state.progress.text(of: label, at: seconds).map { $0 + left }
        }
        if let line { say(line) }
    }

    private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    private func say(_ line: String) { Terminal.say("[\(ElapsedTime.text(seconds))] \(line)") }
}
