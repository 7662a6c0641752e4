internal import Foundation
internal import Foundations
internal import Glibc
internal import Synchronization

/// Writes events to `log.jsonl`, one JSON object a line, each with its time; progress is left out.
///
/// It is only ever appended to, so that the file tells the whole story of an output folder. It tells what happened; what is
/// finished is known by the reports in the folder `work` alone, since tasks may be done by several machines at once, which
/// must not append to one file of a network.
final class EventLog: RunObserver {
    private struct State {
        var handle: FileHandle?
        var error: String?
    }

    /// What became of the run before; see ``EarlierLog``.
    let earlier: (unfinished: String?, foreign: String?)
    private let path: String
    private let state: Mutex<State>
    private let groupCommit: GroupCommit

    /// The log at a path, in which a run begins.
    ///
    /// - Throws: `FileError` where the file cannot be opened for writing.
    init(path: String, program: ProgramInfo, groupCommit: GroupCommit) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(errorNumber: errno, path: path, operation: .open) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let earlier = EarlierLog(path: path)
        self.earlier = earlier.findings
        self.path = path
        self.groupCommit = groupCommit
        state = Mutex(State(handle: handle))
        try earlier.endLastLine(descriptor)
        append(.runStarted(by: program, .current()))
    }

    /// What went wrong with writing, or nil. The log stops there; the run does not.
    var problem: String? { state.withLock { $0.error }.map { "The log '\(path)' is not complete: \($0)" } }

    func observe(_ event: RunEvent) {
        if let line = LogLine(event) { append(line) }
    }

    private func append(_ line: LogLine) {
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
        if line.event.isLasting { groupCommit.add(path) }
    }
}

extension LogLine.Event {
    /// Whether it is worth a wait of the disk: that a task began, or was done before, tells itself.
    fileprivate var isLasting: Bool {
        switch self {
        case .taskFinished, .taskFailed, .runStarted, .runFinished: true
        case .planned, .taskStarted, .taskReused, .warning, .announcement: false
        }
    }
}
