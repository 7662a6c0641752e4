internal import Synchronization

/// The runners of the stages of one process: each is made once, when the first task needs it, and shared by all runs.
final class StageRunners: Sendable {
    private let runners = Mutex<[String: Result<any StageRunner, any Error>]>([:])

    /// The runner of a stage. Where making it failed, every task that needs it gets the same error.
    func runner(for stage: CheckedStage) throws -> any StageRunner {
        try runners.withLock { runners in
            if let known = runners[stage.id] { return try known.get() }
            let made = Result { try stage.definition.make(stage.parameters) }
            runners[stage.id] = made
            return try made.get()
        }
    }
}

/// A stage's runner does not see what its definition says.
struct ScopeError: Error, CustomStringConvertible {
    var stage: StageDefinition

    var description: String {
        let kind = stage.scope == .perRun ? "RunStageRunner" : "JointStageRunner"
        return "The stage '\(stage.name)' did not make a \(kind); this is a mistake of the program."
    }
}
