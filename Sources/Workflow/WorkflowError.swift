/// A workflow or its inputs are wrong, so nothing was run.
public struct WorkflowError: Error, CustomStringConvertible, Sendable {
    /// What is wrong; at least one error.
    public var diagnostics: [Diagnostic]

    /// An error made of these diagnostics.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// One line for each.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
