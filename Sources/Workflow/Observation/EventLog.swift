internal import Foundation
internal import Foundations
internal import Glibc
internal import Synchronization

/// Writes events to `log.jsonl`, one JSON object a line, each with its time; progress is left out.
///
/// An earlier log is continued, so that the file tells the whole story of an output folder.
final class EventLog: RunObserver {
    private struct Line: Encodable {
        var time: String
        var event: String
        var task: String?
        var message: String?
        var seconds: Double?
        var counts: [String: Int]?
        var exitStatus: Int32?
    }

    private struct State {
        var handle: FileHandle?
        var error: String?
    }

    private let path: String
    private let state: Mutex<State>

    /// A log at a path.
    ///
    /// - Throws: Where the file cannot be opened for writing.
    init(path: String) throws(FileError) {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(errorNumber: errno, path: path, operation: .open) }
        // A run that was killed, or a full disk, may have left half a line.
        if Self.endsWithinLine(path) { write(descriptor, "\n", 1) }
        state = Mutex(State(handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)))
    }

    private static func endsWithinLine(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var last = UInt8(ascii: "\n")
        guard lseek(descriptor, -1, SEEK_END) >= 0, read(descriptor, &last, 1) == 1 else { return false }
        return last != UInt8(ascii: "\n")
    }

    /// What went wrong with writing, or nil. The log stops there; the run does not.
    var problem: String? { state.withLock { $0.error }.map { "The log '\(path)' is not complete: \($0)" } }

    func observe(_ event: RunEvent) {
        guard let line = line(for: event) else { return }
        state.withLock { state in
            do {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                var data = try encoder.encode(line)
                data.append(UInt8(ascii: "\n"))
                try state.handle?.write(contentsOf: data)
            } catch {
                state.error = "\(error)"
                state.handle = nil
            }
        }
    }

    private func line(for event: RunEvent) -> Line? {
        let time = Timestamp.now()
        switch event {
        case .planned(let workflow, let tasks, let reused):
            let message = "\(workflow): \(tasks) tasks, \(reused) re-used"
            return Line(time: time, event: "planned", message: message)
        case .taskStarted(let label, let reason):
            return Line(time: time, event: "task-started", task: "\(label)", message: reason)
        case .inputsRead, .taskProgress: return nil
        case .taskFinished(let label, let report):
            return Line(
                time: time, event: "task-finished", task: "\(label)", seconds: report.seconds, counts: report.counts)
        case .taskReused(let label, let report):
            return Line(time: time, event: "task-reused", task: "\(label)", counts: report.counts)
        case .taskFailed(let label, let message):
            return Line(time: time, event: "task-failed", task: "\(label)", message: message)
        case .warning(let message, let label):
            return Line(time: time, event: "warning", task: label.map { "\($0)" }, message: message)
        case .announcement(let message):
            return Line(time: time, event: "announcement", message: message)
        case .runFinished(let outcome):
            return Line(
                time: time, event: "run-finished", seconds: outcome.seconds, exitStatus: outcome.exitStatus.rawValue)
        }
    }
}
