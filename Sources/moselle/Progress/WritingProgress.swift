import Foundation
import Synchronization
import Workflow

/// How far the writing of runs is: a line on a terminal that changes, or a plain line or JSON object now and then.
final class WritingProgress: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant?
        var isVisible = false
    }

    private let style: ProgressStyle
    private let unit: String
    private let isLive: Bool
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// - Parameter unit: what is counted, in the plural.
    init(style: ProgressStyle, unit: String = "spectra") {
        self.style = style
        self.unit = unit
        isLive = style == .auto && Terminal.isInteractive
    }

    /// A line that stays.
    func say(_ line: String) {
        switch style {
        case .auto, .plain: Terminal.say("[\(elapsed)] \(line)")
        case .json, .none: break
        }
    }

    /// How far a run is.
    func show(run: String, done: Int, total: Int) {
        state.withLock { state in
            guard style != .none, isDue(&state, isEnd: done == total) else { return }
            let share = total > 0 ? done * 100 / total : 100
            if style == .json {
                Terminal.say(
                    #"{"done":\#(done),"event":"progress","run":"\#(run)","total":\#(total),"unit":"\#(unit)"}"#)
            } else if isLive {
                Terminal.sayRaw("\r\(run): \(done) of \(total) \(unit) (\(share) %)  \(elapsed)\u{1B}[K")
                state.isVisible = true
            } else {
                Terminal.say("[\(elapsed)] \(run): \(done) of \(total) \(unit) (\(share) %)")
            }
        }
    }

    /// Clears what is shown.
    func finish() {
        state.withLock { state in
            if state.isVisible { Terminal.sayRaw("\r\u{1B}[K") }
            state.isVisible = false
        }
    }

    private var elapsed: String { ElapsedTime.text((ContinuousClock.now - start) / .seconds(1)) }

    /// Whether enough time has gone by since the last line; the end of a run is always shown.
    private func isDue(_ state: inout State, isEnd: Bool) -> Bool {
        let now = ContinuousClock.now
        let pause = isLive ? Duration.milliseconds(100) : .seconds(10)
        if !isEnd, now - (state.lastShown ?? start) < pause { return false }
        state.lastShown = now
        return true
    }
}
