internal import Foundation
internal import Foundations

/// Sums up the tasks of a run.
struct OutcomeBuilder {
    let plan: Plan
    let tasks: [RunOutcome.TaskOutcome]
    /// How the program should end where the run was interrupted.
    let interruption: ExitStatus?
    /// Warnings of the engine itself.
    let ownWarnings: [String]
    let started: String
    let seconds: Double

    func outcome() -> RunOutcome {
        let byRun = Dictionary(grouping: tasks) { $0.label.run }
        let runs = plan.inputs.spectra.map { result(of: $0, byRun[RunName.of(path: $0.path)] ?? []) }
        let usage = ProcessUsage.current()
        let jointReports = tasks.filter { $0.label.run == nil }.compactMap(\.report)
        return RunOutcome(
            exitStatus: exitStatus, workflow: plan.workflow.name, outputDirectory: plan.options.outputDirectory,
            tasks: tasks, runs: runs,
            counts: runs.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) },
            setAside: runs.reduce(into: [:]) { $0.merge($1.setAside, uniquingKeysWith: +) },
            jointCounts: jointReports.reduce(into: [:]) { counts, report in
                for stage in report.stages { counts[stage.id] = stage.entries.counts }
            },
            files: [], warnings: ownWarnings + warnings, failures: failures, faults: faults, started: started,
            finished: Timestamp.now(), seconds: seconds, cpuSeconds: usage.cpuSeconds,
            peakResidentBytes: usage.peakResidentBytes)
    }

    private var exitStatus: ExitStatus {
        if let interruption { return interruption }
        let isWhole = tasks.allSatisfy { $0.status.hasResult && ($0.report?.faults.isEmpty ?? true) }
        return isWhole ? .done : .incomplete
    }

    private var warnings: [String] {
        var messages = TaskMessages()
        for task in tasks {
            guard let report = task.report else { continue }
            for warning in report.warnings where !report.faults.contains(warning) {
                messages.add(warning, of: task.label)
            }
        }
        return messages.lines + staleTables
    }

    private var faults: [String] {
        var messages = TaskMessages()
        for task in tasks { for fault in task.report?.faults ?? [] { messages.add(fault, of: task.label) } }
        return messages.lines
    }

    private var failures: [String] {
        var messages = TaskMessages()
        for task in tasks where !task.status.hasResult {
            let what = task.status == .failed ? "failed" : "not done"
            messages.add("\(what): \(task.reason ?? "no reason is known")", of: task.label)
        }
        return messages.lines
    }

    /// Tables of an earlier run that stay where this one should have written them.
    private var staleTables: [String] {
        let skipped = tasks.filter { !$0.status.hasResult && $0.label.run == nil }.map(\.label)
        guard !skipped.isEmpty, let store = try? ArtefactStore(outputDirectory: plan.options.outputDirectory) else {
            return []
        }
        let files = store.allReports().filter { skipped.contains($0.label) }.flatMap(\.outputs)
        let present = Set(files).filter {
            FileManager.default.fileExists(atPath: "\(plan.options.outputDirectory)/\($0)")
        }
        return present.sorted().map { "'\($0)' is from an earlier run; this run did not write it." }
    }

    /// What came of the run of a file, by the tasks of the run.
    private func result(of file: InputFile, _ own: [RunOutcome.TaskOutcome]) -> RunOutcome.RunResult {
        let reports = own.compactMap(\.report)
        let account = Self.fullest(of: reports)
        let lost = own.first { $0.status == .failed } ?? own.first { $0.status == .notDone }
        let isReused = own.allSatisfy { $0.status == .reused }
        return RunOutcome.RunResult(
            run: RunName.of(path: file.path), path: file.path, status: lost?.status ?? (isReused ? .reused : .done),
            reason: lost?.reason,
            counts: reports.reduce(into: account?.counts ?? [:]) { $0.merge($1.counts) { first, _ in first } },
            setAside: account?.setAside ?? [:])
    }

    /// The report that accounts for a run, where several chains of stages go through it: the one that counts most, of
    /// equals the last. Each chain sees all of the run, so that adding them up would count everything twice, and numbers
    /// from several would not add up to the whole.
    private static func fullest(of reports: [TaskReport]) -> TaskReport? {
        let most = reports.map(\.counts.count).max()
        return reports.last { $0.counts.count == most }
    }
}
