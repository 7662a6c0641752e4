import Synchronization

/// A value that is made by whoever asks first and shared with all who ask while it is made or after.
///
/// Others wait without holding a thread. A failure is shared as well, and where one who waits is cancelled, so is the
/// making: tasks are cancelled together, when a run stops.
final class SharedOnce<Value: Sendable>: Sendable {
    private let task = Mutex<Task<Value, any Error>?>(nil)

    /// The value, made by `make` where nobody has asked before.
    func value(_ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = task.withLock { task in
            if let task { return task }
            let started = Task { try await make() }
            task = started
            return started
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
