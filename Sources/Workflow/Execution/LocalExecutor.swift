internal import Foundations
internal import Synchronization

/// Runs tasks in this process.
struct LocalExecutor: Executor {
    private struct Stop: Error {}

    /// The share of the memory budget that each of several tasks at once is to have at least, in bytes. With less, they
    /// would mostly wait for each other, and divide their work into very small parts.
    private static let memoryPerTask = 64_000_000

    /// As many tasks at once as there are jobs, which the tasks share evenly, and as the memory is enough for.
    func execute(
        _ tasks: [PlannedTask], by worker: TaskWorker, jobs: Int, stopsAtFailure: Bool
    ) async -> [TaskResult] {
        guard !tasks.isEmpty else { return [] }
        let concurrent = min(jobs, tasks.count, max(1, worker.memory.total / Self.memoryPerTask))
        let threads = max(1, jobs / concurrent)
        let queue = TaskQueue(count: tasks.count)
        let turns = MemoryTurns()
        var reason = "the run was interrupted"
        do {
            // The window is wide open: a task that takes hours must not keep the workers from those after it.
            try await orderedParallelMap(
                workers: concurrent, window: tasks.count, next: { queue.next() },
                transform: { index in
                    var result = await turns.perform { await worker.perform(tasks[index], jobs: threads) }
                    if case .lackedMemory(let message) = result {
                        worker.observer.observe(.taskFailed(tasks[index].label, message: message))
                        result = .failed(message)
                    }
                    queue.set(index, result)
                    if stopsAtFailure, case .failed = result { throw Stop() }
                },
                deliver: { _ in })
        } catch {
            if error is Stop { reason = "another task failed, and the run is strict" }
        }
        return queue.results.map { result in
            guard let result else { return .notDone(reason) }
            if case .notDone = result { return .notDone(reason) }
            return result
        }
    }
}

/// Hands out indices of tasks and takes their results, from several threads.
private final class TaskQueue: Sendable {
    private struct State {
        var next = 0
        var results: [TaskResult?]
    }

    private let state: Mutex<State>

    init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

    func next() -> Int? {
        state.withLock { state in
            guard state.next < state.results.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    func set(_ index: Int, _ result: TaskResult) { state.withLock { $0.results[index] = result } }

    var results: [TaskResult?] { state.withLock { $0.results } }
}
