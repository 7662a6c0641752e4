import Foundation
import Synchronization
import Workflow

/// Progress as one JSON object a line on stderr, for programs that watch a run.
final class JSONProgress: ProgressObserver {
    private struct Line: Encodable {
        var event: String
        var task: String?
        var message: String?
        var done: Int?
        var total: Int?
        var unit: String?
        var seconds: Double?
        var exitStatus: Int32?
    }

    private let turn = Mutex(())

    func finish() {}

    func observe(_ event: RunEvent) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A line of texts and finite numbers always encodes.
        guard let data = try? encoder.encode(line(event)) else { return }
        turn.withLock { _ in Terminal.say(String(decoding: data, as: UTF8.self)) }
    }

    private func line(_ event: RunEvent) -> Line {
        switch event {
        case .planned(let workflow, let tasks, let reused):
            Line(event: "planned", message: workflow, done: reused, total: tasks, unit: "tasks")
        case .taskStarted(let label, let reason): Line(event: "started", task: "\(label)", message: reason)
        case .taskProgress(let label, let progress):
            Line(
                event: "progress", task: "\(label)", done: progress.done, total: progress.total, unit: progress.unit)
        case .taskFinished(let label, let report): Line(event: "finished", task: "\(label)", seconds: report.seconds)
        case .taskReused(let label, _): Line(event: "reused", task: "\(label)")
        case .taskFailed(let label, let message): Line(event: "failed", task: "\(label)", message: message)
        case .warning(let message, let label): Line(event: "warning", task: label.map { "\($0)" }, message: message)
        case .announcement(let message): Line(event: "announcement", message: message)
        case .runFinished(let outcome):
            Line(event: "run-finished", seconds: outcome.seconds, exitStatus: outcome.exitStatus.rawValue)
        }
    }
}
