/// How a task ended.
enum TaskResult: Sendable {
    /// It is finished.
    case finished(TaskReport)
    /// It failed, and this is why.
    case failed(String)
    /// It found too little memory, because of what others held, and this is the message. An executor lets it try again, or
    /// makes it a failure.
    case lackedMemory(String)
    /// A value it takes from another task is damaged; that task has to be done again.
    case damagedSource(DamagedArtefact)
    /// It was not begun, or not finished, and this is why.
    case notDone(String)
}

/// Runs tasks somewhere: in this process, or on the nodes of a cluster.
///
/// Tasks leave their results in the folder `work`, so it does not matter where they ran.
protocol Executor: Sendable {
    /// Runs tasks that do not depend on each other. The results are in the order of the tasks.
    ///
    /// Where `stopsAtFailure`, no task is begun after one has failed. Where the calling task is cancelled, what is not
    /// finished is ``TaskResult/notDone(_:)``.
    func execute(_ tasks: [PlannedTask], by worker: TaskWorker, jobs: Int, stopsAtFailure: Bool) async -> [TaskResult]
}
