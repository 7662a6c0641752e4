internal import Foundations

/// The run record, `run.json`: who ran what, when, where, with which inputs, and what came of it.
public struct RunRecord: Sendable, Codable {
    /// A stage and all its parameters.
    public struct Stage: Sendable, Codable {
        /// Id in the workflow.
        public var id: String
        /// Name of the stage.
        public var uses: String
        /// Version of the stage.
        public var version: Int
        /// All parameters after defaults, as in a workflow file.
        public var parameters: [String: ConfigurationValue]
    }

    /// How the run was to be done.
    public struct Settings: Sendable, Codable {
        /// Threads.
        public var jobs: Int
        /// Memory budget.
        public var memoryBytes: Int
        /// Whether the first failure ends the run.
        public var isStrict: Bool
        /// Whether everything was made again.
        public var isFresh: Bool
    }

    /// Version of the form of this record.
    public var formatVersion: Int
    /// The program.
    public var program: ProgramInfo
    /// Further facts of the program, such as versions of libraries.
    public var facts: [String: String]
    /// The machine and the user.
    public var system: SystemFacts
    /// The workflow file.
    public var workflowFile: String
    /// The stages, in order.
    public var stages: [Stage]
    /// The input files.
    public var inputs: ResolvedInputs
    /// How it was to be run.
    public var settings: Settings
    /// What came of it: tasks, counts, set-asides, files, warnings, failures, times, memory, exit status.
    public var outcome: RunOutcome

    /// The form this program writes.
    public static let currentFormatVersion = 1

    init(plan: Plan, program: ProgramInfo, outcome: RunOutcome) {
        formatVersion = Self.currentFormatVersion
        self.program = program
        facts = plan.options.facts
        system = .current()
        workflowFile = plan.workflow.path
        stages = plan.workflow.stages.map {
            Stage(id: $0.id, uses: $0.definition.name, version: $0.definition.version, parameters: $0.parameters.all)
        }
        inputs = plan.inputs
        settings = Settings(
            jobs: plan.options.jobs, memoryBytes: plan.options.memory.bytes, isStrict: plan.options.isStrict,
            isFresh: plan.options.isFresh)
        self.outcome = outcome
    }
}
