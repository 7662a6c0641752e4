/// The work of a stage, made once per process from its checked parameters: ``RunStageRunner`` or ``JointStageRunner``.
public protocol StageRunner: Sendable {}

/// The work of a stage that sees one run at a time. The one instance is shared by all runs of the process, which may
/// be processed at the same time; it may keep what they have in common.
public protocol RunStageRunner: StageRunner {
    /// Takes the ports the definition consumes and those it asks for with these parameters, and returns those it provides,
    /// at least the wanted ones among them, as `context.requests` asks for them.
    ///
    /// Equal input gives equal output, whatever `context.jobs` and the memory are. It should check for cancellation
    /// now and then.
    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues

    /// Begins what needs none of the ports, while the stages before it are at work: called at the start of a task that has
    /// more than one job. What fails here has to fail in ``process(_:in:)`` again, which says so; nothing is to be written
    /// to the journal.
    func prepare(in context: TaskContext) async
}

extension RunStageRunner {
    /// Nothing to begin.
    public func prepare(in context: TaskContext) async {}
}

/// The work of a stage that sees all runs at once.
public protocol JointStageRunner: StageRunner {
    /// Takes what the runs gave, that is what the definition consumes and what it asks for with these parameters, ordered by name of the run, and what joint stages before gave.
    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues
}
