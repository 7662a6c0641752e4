internal import Foundations

/// The tasks of a workflow, and which of them an earlier run finished.
public struct Plan: Sendable {
    /// The workflow.
    public let workflow: CheckedWorkflow

    /// Its input files with their digests.
    public let inputs: ResolvedInputs

    /// How it is to be run.
    public let options: RunOptions

    /// The tasks: those of runs first, then joint ones, in an order in which they can be done.
    public let tasks: [PlannedTask]

    /// What an earlier run finished.
    let reuse: ReuseCheck

    /// What tells that an input file is still the one that was planned for, by path.
    let identities: [String: FileIdentity]

    /// The plan as text: one line for each task, with why it has to be done.
    public var text: String {
        let lines = tasks.map { task in
            switch task.state {
            case .reused: "re-use  \(task.label)"
            case .pending(let reason): "do      \(task.label)  (\(reason))"
            }
        }
        let reused = tasks.count { $0.state == .reused }
        let summary = "\(tasks.count) tasks: \(tasks.count - reused) to do, \(reused) re-used"
        return (["\(workflow.name): \(summary)"] + lines).joined(separator: "\n") + "\n"
    }
}
