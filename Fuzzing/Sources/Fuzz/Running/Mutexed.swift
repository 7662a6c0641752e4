internal import Synchronization

/// A value that one caller at a time may use.
final class Mutexed<Value>: Sendable {
    private let value: Mutex<Value>

    init(_ value: sending Value) { self.value = Mutex(value) }

    /// Calls `body` with the value.
    func use<Result>(_ body: (Value) -> Result) -> Result {
        value.withLock { value in
            nonisolated(unsafe) let held = value
            nonisolated(unsafe) let result = body(held)
            return result
        }
    }
}
