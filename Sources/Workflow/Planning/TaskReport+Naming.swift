extension TaskReport {
    /// The report as that of another task with the same fingerprint, which differs in the ids of its stages alone.
    func named(as task: PlannedTask) -> TaskReport {
        var report = self
        report.label = task.label
        for (index, stage) in zip(report.stages.indices, task.stages) { report.stages[index].id = stage.id }
        return report
    }
}
