internal import Synchronization

/// The end of what a task said, shown where it fails: what its stages told of their work, and how far they were.
final class LastWords: Sendable {
    private struct State {
        var lines: [String] = []
        var progress: TaskProgress?
    }

    private let state = Mutex(State())

    /// How many lines are kept, besides the one on progress.
    static let lineCount = 5

    /// Adds a sentence of a stage.
    func add(_ sentence: String, ofStage id: String) {
        state.withLock { state in
            if state.lines.count == Self.lineCount { state.lines.removeFirst() }
            state.lines.append("\(id): \(sentence)")
        }
    }

    /// Takes in how far a stage is; the last counts.
    func add(_ progress: TaskProgress) { state.withLock { $0.progress = progress } }

    /// The lines, the last said last, and how far the task was behind them.
    var lines: [String] {
        let state = state.withLock { $0 }
        let progress = state.progress.map { "\($0.stage ?? "task"): \(ProgressText.amount($0))" }
        return state.lines + (progress.map { [$0] } ?? [])
    }
}
