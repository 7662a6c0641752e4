internal import Foundations
internal import Synchronization

/// Brings files to disk while the work goes on, in groups: what is added within a second shares one wait.
///
/// Nobody who adds a file waits. If the machine crashes, what was added last may be lost.
package final class GroupCommit: Sendable {
    private struct State {
        var paths: Set<String> = []
        /// At work, or asleep before it, where there are paths.
        var flusher: Task<Void, Never>?
        var problem: String?
    }

    private let state = Mutex(State())
    private let interval: Duration
    private let flush: @Sendable ([String]) throws -> Void

    /// A committer that gathers files for so long and brings each group to disk so.
    package init(
        interval: Duration = .seconds(1),
        flush: @escaping @Sendable ([String]) throws -> Void = { try AtomicFile.flush($0) }
    ) {
        self.interval = interval
        self.flush = flush
    }

    /// Adds a file that is in its place, or what was appended to it.
    package func add(_ path: String) {
        state.withLock { state in
            state.paths.insert(path)
            // It goes on where the run is cancelled: what is finished then is finished.
            if state.flusher == nil { state.flusher = Task.detached { await self.flushGroups() } }
        }
    }

    /// Waits until everything that was added is on disk, without gathering any more.
    ///
    /// - Returns: The first problem there ever was, or nil.
    package func finish() async -> String? {
        while let flusher = state.withLock({ $0.flusher }) {
            flusher.cancel()
            await flusher.value
        }
        return state.withLock { $0.problem }
    }

    private func flushGroups() async {
        repeat {
            // Cancelled where somebody waits.
            try? await Task.sleep(for: interval)
            let group = state.withLock { state in
                defer { state.paths = [] }
                return state.paths.sorted()
            }
            do {
                try flush(group)
            } catch {
                state.withLock { $0.problem = $0.problem ?? "\(error)" }
            }
        } while hasMore()
    }

    private func hasMore() -> Bool {
        state.withLock { state in
            if state.paths.isEmpty { state.flusher = nil }
            return !state.paths.isEmpty
        }
    }
}
