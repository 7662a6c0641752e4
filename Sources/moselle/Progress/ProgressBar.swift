import Synchronization
import Workflow

/// Progress as one line on a terminal that is drawn anew: all tasks together, and the task that moved last.
final class ProgressBar: ProgressObserver {
    private struct State {
        var total = 0
        var finished = 0
        var active: [TaskLabel: TaskProgress] = [:]
        var latest: TaskLabel?
        var lastDrawn: ContinuousClock.Instant?
        var isVisible = false
    }

    private let start = ContinuousClock.now
    private let state = Mutex(State())
    private static let barWidth = 24
    /// Drawing more often than this is not seen, and costs.
    private static let interval = Duration.milliseconds(100)

    func observe(_ event: RunEvent) {
        state.withLock { state in
            switch event {
            case .planned(_, let tasks, _): state.total = tasks
            case .taskStarted(let label, _):
                state.active[label] = TaskProgress(done: 0, total: 0, unit: "")
                state.latest = label
            case .taskProgress(let label, let progress):
                state.active[label] = progress
                state.latest = label
                if let last = state.lastDrawn, ContinuousClock.now - last < Self.interval { return }
            case .taskFinished(let label, _):
                state.finished += 1
                state.active[label] = nil
            case .taskReused: state.finished += 1
            case .taskFailed(let label, let message):
                state.finished += 1
                state.active[label] = nil
                say("error: \(label): \(message)", &state)
            case .warning(let message, let label):
                say("warning: " + (label.map { "\($0): " } ?? "") + message, &state)
            case .announcement(let message): say(message, &state)
            case .runFinished: return
            }
            draw(&state)
        }
    }

    func finish() { state.withLock { clear(&$0) } }

    private func say(_ line: String, _ state: inout State) {
        clear(&state)
        Terminal.say(line)
    }

    private func clear(_ state: inout State) {
        if state.isVisible { Terminal.sayRaw("\r\u{1B}[K") }
        state.isVisible = false
    }

    private func draw(_ state: inout State) {
        let done = Double(state.finished) + state.active.values.reduce(0) { $0 + Self.share($1) }
        let share = state.total > 0 ? min(1, done / Double(state.total)) : 0
        let filled = Int(share * Double(Self.barWidth))
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.barWidth - filled)
        var line = "\(bar) \(Int(share * 100)) %  \(state.finished)/\(state.total) tasks"
        line += "  \(ElapsedTime.text((ContinuousClock.now - start) / .seconds(1)))"
        if let label = state.latest, let progress = state.active[label] {
            line += "  \(label)" + (progress.unit.isEmpty ? "" : ": \(ProgressText.amount(progress))")
        }
        Terminal.sayRaw("\r" + line.prefix(max(20, Terminal.width - 1)) + "\u{1B}[K")
        state.isVisible = true
        state.lastDrawn = ContinuousClock.now
    }

    private static func share(_ progress: TaskProgress) -> Double {
        progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
    }
}
