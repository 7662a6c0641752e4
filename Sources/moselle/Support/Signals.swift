import Dispatch
import Glibc
import Synchronization
import Workflow

/// Turns SIGINT and SIGTERM into the cancellation of a task, so that a run stops cleanly and can be continued.
///
/// A second signal ends the program at once.
final class Signals: Sendable {
    private let received = Mutex<Int32?>(nil)
    private let notice: String

    /// Signals that are answered with a notice on stderr.
    init(notice: String) { self.notice = notice }

    /// The status the shell should see, where a signal came.
    var exitStatus: ExitStatus? {
        received.withLock { signal in signal.map { $0 == SIGTERM ? .terminated : .interrupted } }
    }

    /// Does work that is cancelled when a signal comes.
    func cancelling<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { self.handle(number, cancelling: { task.cancel() }) }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }

    private func handle(_ number: Int32, cancelling cancel: () -> Void) {
        let isSecond = received.withLock { received in
            defer { received = received ?? number }
            return received != nil
        }
        if isSecond { _exit(number == SIGTERM ? ExitStatus.terminated.rawValue : ExitStatus.interrupted.rawValue) }
        // The line may hold the terminal's echo of the key.
        if Terminal.isInteractive { Terminal.sayRaw("\r\u{1B}[K") }
        Terminal.say(notice)
        cancel()
    }
}
