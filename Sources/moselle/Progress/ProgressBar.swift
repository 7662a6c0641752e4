import Foundations
import Synchronization
import Workflow

/// Progress on a terminal, drawn anew as it goes: a bar for the run, and a line for each task at work.
final class ProgressBar: ProgressObserver {
    private struct State {
        var progress = RunProgress()
        var lastDrawn: ContinuousClock.Instant?
        var isOver = false
    }

    private let start = ContinuousClock.now
    private let state = Mutex(State())
    private let ticker = Mutex<Task<Void, Never>?>(nil)
    /// Drawing more often than this is not seen, and costs.
    private static let interval = Duration.milliseconds(100)
    /// Lines at the most; more push the messages off a small terminal.
    private static let height = 8

    init() {
        // Where a stage is silent for long, the time still has to go on.
        let ticking = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                guard let self else { return }
                draw()
            }
        }
        ticker.withLock { $0 = ticking }
    }

    deinit { ticker.withLock { $0?.cancel() } }

    func observe(_ event: RunEvent) {
        state.withLock { $0.progress.observe(event, at: seconds) }
        switch event {
        case .taskFailed(let label, let message, let lastWords):
            Terminal.say("error: \(label): \(message)")
            for line in lastWords { Terminal.say("  \(line)") }
        case .warning(let message, let label):
            Terminal.say("warning: " + (label.map { "\($0): " } ?? "") + message)
        case .announcement(let message): Terminal.say(message)
        case .inputsRead, .planned, .taskStarted, .taskProgress, .taskFinished, .taskReused, .runFinished: break
        }
        draw()
    }

    func finish() {
        ticker.withLock { $0?.cancel() }
        state.withLock { $0.isOver = true }
        Terminal.showLive([])
    }

    private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    private func draw() {
        state.withLock { state in
            let now = ContinuousClock.now
            if state.isOver { return }
            if let last = state.lastDrawn, now - last < Self.interval { return }
            state.lastDrawn = now
            Terminal.showLive(
                state.progress.lines(
                    at: seconds, memory: ResidentMemory.now, width: Terminal.width - 1,
                    height: min(Self.height, Terminal.height - 1), isUnicode: Terminal.isUnicode))
        }
    }
}
