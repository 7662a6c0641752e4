internal import Dispatch
internal import Synchronization

/// Runs an asynchronous operation to its end: libFuzzer calls from a thread of its own, outside of all tasks.
func wait<Value: Sendable>(for operation: @escaping @Sendable () async -> Value) -> Value {
    let result = Result<Value>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
        let value = await operation()
        result.value.withLock { $0 = value }
        isDone.signal()
    }
    isDone.wait()
    guard let value = result.value.withLock({ $0 }) else { stop("an operation ended without a value") }
    return value
}

private final class Result<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
