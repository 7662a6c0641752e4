/// How an attempt at a task ended.
enum TaskResult: Sendable {
    /// It is finished.
    case finished(TaskReport)
    /// It failed, and this is why.
    case failed(TaskFailure)
    /// It found too little memory, perhaps because of what others held.
    case lackedMemory(TaskFailure)
    /// A value it takes from another task is damaged; that task has to be done again.
    case damagedSource(DamagedArtefact)
    /// It was stopped before its end, as the calling task was cancelled.
    case stopped
}

/// Why a task failed.
struct TaskFailure: Sendable {
    /// The message of its error.
    var message: String
    /// The end of what it said before: a few lines.
    var lastWords: [String]
}

/// Does single tasks: in this process, or on the nodes of a cluster. Which and when is for ``RunState`` to decide.
///
/// Tasks leave their results in the folder `work`, so it does not matter where they are done.
protocol Executor: Sendable {
    /// Does a task with so many threads.
    func perform(_ task: PlannedTask, jobs: Int) async -> TaskResult
}
