/// Something that happened while a workflow ran.
public enum RunEvent: Sendable {
    /// So many input files have been read for their digests, before the tasks are known.
    case inputsRead(TaskProgress)
    /// The run begins: so many tasks, of which so many are re-used.
    case planned(workflow: String, tasks: Int, reused: Int)
    /// A task begins, for this reason.
    case taskStarted(TaskLabel, reason: String)
    /// A task is so far.
    case taskProgress(TaskLabel, TaskProgress)
    /// A task is finished.
    case taskFinished(TaskLabel, TaskReport)
    /// A task was finished by an earlier run.
    case taskReused(TaskLabel, TaskReport)
    /// A task failed, and these few lines are the end of what it said before.
    case taskFailed(TaskLabel, message: String, lastWords: [String])
    /// Something is probably not as the user meant it.
    case warning(String, TaskLabel?)
    /// A fact about the whole run, such as how large the search is.
    case announcement(String)
    /// The run is over.
    case runFinished(RunOutcome)
}

/// Is told what happens while a workflow runs. It may be called from several threads at once, and should be quick.
public protocol RunObserver: Sendable {
    /// Something happened.
    func observe(_ event: RunEvent)
}

/// Tells several observers.
struct ObserverGroup: RunObserver {
    var observers: [any RunObserver]

    func observe(_ event: RunEvent) {
        for observer in observers { observer.observe(event) }
    }
}
