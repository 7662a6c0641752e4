extension TaskReport {
    /// Counts of all stages of the task, by name. Where several stages count the same name, the last one's stands: each
    /// counts what it sees, and adding up would count a spectrum twice.
    public var counts: [String: Int] {
        stages.reduce(into: [:]) { $0.merge($1.entries.counts) { _, last in last } }
    }

    /// What the stages set aside, by reason. Of several stages of the same kind the last one's stands, as for counts: they
    /// look at the same.
    public var setAside: [String: Int] {
        let last = stages.enumerated().filter { index, stage in
            !stages[(index + 1)...].contains { $0.name == stage.name }
        }
        return last.reduce(into: [:]) { $0.merge($1.element.entries.setAside, uniquingKeysWith: +) }
    }

    /// Warnings of all stages.
    public var warnings: [String] { stages.flatMap(\.entries.warnings) }

    /// Faults of all stages.
    public var faults: [String] { stages.flatMap(\.entries.faults) }
}
