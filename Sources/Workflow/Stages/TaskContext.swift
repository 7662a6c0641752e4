public import Foundations

/// What a stage may know and use while it processes a task.
public struct TaskContext: Sendable {
    /// Name of the run, or nil in a joint stage.
    public var run: String?

    /// Absolute path of the run's spectra file, or nil in a joint stage.
    public var spectraFile: String?

    /// The input files of the workflow.
    public var inputs: ResolvedInputs

    /// How many threads the task may use, at least 1. The result must not depend on it.
    public var jobs: Int

    /// The memory of the whole process, which the tasks that run at the same time share.
    public var memory: MemoryBudget

    /// The output folder, which exists: where a report stage writes its tables.
    public var outputDirectory: String

    /// A folder for this task's temporary files, which exists and is removed after the task.
    public var scratchDirectory: String

    /// Where to say what was done.
    public var journal: TaskJournal

    /// The ports of the stage that something takes: a later stage, or a file. It need not give others.
    public var wantedPorts: Set<PortName>

    /// How later stages ask for some of the wanted ports: the options of each ``PortRequest``.
    public var requests: [PortName: String]

    /// A context; the defaults are for tests of a stage.
    public init(
        run: String? = nil, spectraFile: String? = nil, inputs: ResolvedInputs = ResolvedInputs(), jobs: Int = 1,
        memory: MemoryBudget = MemoryBudget(bytes: 4_000_000_000), outputDirectory: String,
        scratchDirectory: String, journal: TaskJournal = TaskJournal(),
        wantedPorts: Set<PortName> = [], requests: [PortName: String] = [:]
    ) {
        self.run = run
        self.spectraFile = spectraFile
        self.inputs = inputs
        self.jobs = jobs
        self.memory = memory
        self.outputDirectory = outputDirectory
        self.scratchDirectory = scratchDirectory
        self.journal = journal
        self.wantedPorts = wantedPorts
        self.requests = requests
    }
}
