/// What a task is called: its stages, and its run where it has one.
public struct TaskLabel: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Ids of the stages, in the order they are done.
    public var stages: [String]

    /// Name of the run, or nil for a task that sees all runs.
    public var run: String?

    /// A label.
    public init(stages: [String], run: String?) {
        self.stages = stages
        self.run = run
    }

    /// `QC_01: centroid, search`, or `confidence`.
    public var description: String {
        let names = stages.joined(separator: ", ")
        return run.map { "\($0): \(names)" } ?? names
    }
}
