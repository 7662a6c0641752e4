/// A workflow, its inputs or its output folder are not as they have to be, so that nothing was run.
public struct WorkflowError: Error, CustomStringConvertible, Sendable {
    /// What is wrong; at least one error.
    public var diagnostics: [Diagnostic]

    /// An error made of these diagnostics.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// One line for each.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
