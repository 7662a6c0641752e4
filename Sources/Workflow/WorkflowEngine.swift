/// Name and version of the program that runs workflows.
public struct ProgramInfo: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String

    /// Its version.
    public var version: String

    /// A program.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}

/// Checks, plans and runs workflows made of the stages of a registry.
public struct WorkflowEngine: Sendable {
    /// The stages there are.
    public let registry: StageRegistry

    /// The program, for the run record.
    public let program: ProgramInfo

    /// An engine.
    public init(registry: StageRegistry, program: ProgramInfo) {
        self.registry = registry
        self.program = program
    }

    /// Checks a workflow file and the inputs it names. Nothing is run, and all problems are found at once.
    public func check(path: String, overrides: WorkflowOverrides = WorkflowOverrides()) -> CheckResult {
        WorkflowChecker(registry: registry, overrides: overrides).check(path: path)
    }

    /// The same for the text of a workflow file; paths in it are relative to `path`.
    func check(text: String, path: String) -> CheckResult {
        WorkflowChecker(registry: registry, overrides: WorkflowOverrides()).check(text: text, path: path)
    }
}
