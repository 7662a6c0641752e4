import Foundation
import Foundations
import Synchronization
import Workflow

/// Progress as one JSON object a line on stderr, for programs that watch a run.
final class JSONProgress: ProgressObserver {
    private struct Line: Encodable {
        var event: String
        var task: String?
        var message: String?
        var lastWords: [String]?
        var done: Int?
        var total: Int?
        var unit: String?
        var stage: String?
        /// Units in a second.
        var rate: Double?
        /// How far the whole run is, from 0 to 1, and about how long the rest takes.
        var share: Double?
        var secondsLeft: Double?
        var residentBytes: Int?
        var seconds: Double?
        var exitStatus: Int32?
    }

    private let start = ContinuousClock.now
    private let progress = Mutex(RunProgress())

    func finish() {}

    func observe(_ event: RunEvent) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        progress.withLock { progress in
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            progress.observe(event, at: seconds)
            // A line of texts and finite numbers always encodes.
            guard let data = try? encoder.encode(line(event, progress, at: seconds)) else { return }
            Terminal.say(String(decoding: data, as: UTF8.self))
        }
    }

    private func line(_ event: RunEvent, _ run: RunProgress, at seconds: Double) -> Line {
        switch event {
        case .inputsRead(let progress):
            Line(event: "inputs", done: progress.done, total: progress.total, unit: progress.unit)
        case .planned(let workflow, let tasks, let reused):
            Line(event: "planned", message: workflow, done: reused, total: tasks, unit: "tasks")
        case .taskStarted(let label, let reason): Line(event: "started", task: "\(label)", message: reason)
        case .taskProgress(let label, let progress):
            Line(
                event: "progress", task: "\(label)", done: progress.done, total: progress.total, unit: progress.unit,
                stage: progress.stage, rate: run.rate(of: label, at: seconds), share: run.share,
                secondsLeft: run.secondsLeft(at: seconds), residentBytes: ResidentMemory.now?.bytes)
        case .taskFinished(let label, let report): Line(event: "finished", task: "\(label)", seconds: report.seconds)
        case .taskReused(let label, _): Line(event: "reused", task: "\(label)")
        case .taskFailed(let label, let message, let lastWords):
            Line(event: "failed", task: "\(label)", message: message, lastWords: lastWords)
        case .warning(let message, let label): Line(event: "warning", task: label.map { "\($0)" }, message: message)
        case .announcement(let message): Line(event: "announcement", message: message)
        case .runFinished(let outcome):
            Line(event: "run-finished", seconds: outcome.seconds, exitStatus: outcome.exitStatus.rawValue)
        }
    }
}
