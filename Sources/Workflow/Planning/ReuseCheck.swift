/// Decides for each task whether an earlier run finished it, and if not, says why not.
///
/// The reports of finished tasks are read once, when it is made.
struct ReuseCheck: Sendable {
    /// The reports of finished tasks, by fingerprint. What they kept may be damaged.
    let reports: [String: TaskReport]
    private let store: ArtefactStore
    private let isFresh: Bool
    /// The same by run.
    private let earlier: [String?: [TaskReport]]

    init(store: ArtefactStore, isFresh: Bool) {
        self.store = store
        self.isFresh = isFresh
        let all = store.allReports()
        reports = Dictionary(all.map { ($0.fingerprint, $0) }) { first, _ in first }
        earlier = Dictionary(grouping: all) { $0.label.run }
    }

    func state(of task: PlannedTask) -> PlannedTask.State {
        if task.isReport { return .pending(reason: "tables are written every time") }
        if isFresh { return .pending(reason: "everything is made again, as --fresh says") }
        if let report = reports[task.fingerprint] {
            return store.damage(to: report).map { .pending(reason: $0) } ?? .reused
        }
        return .pending(reason: reason(for: task))
    }

    /// Whether a task is finished and what it kept is there, also where it would be done again in a run.
    func isFinished(_ task: PlannedTask) -> Bool {
        reports[task.fingerprint].map { store.damage(to: $0) == nil } ?? false
    }

    /// What differs from the latest finished task of the same name.
    private func reason(for task: PlannedTask) -> String {
        let names = task.stages.map(\.definition.name)
        let namesakes = (earlier[task.label.run] ?? []).filter { $0.stages.map(\.name) == names }
        guard let last = namesakes.max(by: { ($0.finished, $0.fingerprint) < ($1.finished, $1.fingerprint) }) else {
            return "not done yet"
        }
        var changes = inputChanges(task, last)
        for (stage, earlier) in zip(task.stages, last.stages) { changes += stageChanges(stage, since: earlier) }
        if !changes.isEmpty { return changes.joined(separator: "; ") }
        return sourceChange(task, last) ?? keepingChange(task, last) ?? "not done yet in this form"
    }

    private func stageChanges(_ stage: CheckedStage, since last: TaskReport.Stage) -> [String] {
        var changes: [String] = []
        if stage.definition.version != last.version {
            changes.append("\(stage.id) is version \(stage.definition.version), was \(last.version)")
        }
        for (name, value) in stage.parameters.all.sorted(by: { $0.key < $1.key }) {
            let now = value.canonicalText
            guard let before = last.parameters[name] else {
                changes.append("\(stage.id).\(name) is new")
                continue
            }
            if before != now { changes.append("\(stage.id).\(name) is \(now), was \(before)") }
        }
        return changes + requestChanges(stage, since: last)
    }

    private func requestChanges(_ stage: CheckedStage, since last: TaskReport.Stage) -> [String] {
        let before = last.requests ?? []
        let dropped = before.filter { old in !stage.requested.contains { $0.port == old.port } }
        return stage.requested.filter { !before.contains($0) }.map { request in
            let old = before.first { $0.port == request.port }.map { ", was for \($0.inWords)" } ?? ""
            return "\(stage.id) is asked for \(request.inWords)\(old)"
        } + dropped.map { "\(stage.id) is not asked for \($0.port) any more" }
    }

    private func inputChanges(_ task: PlannedTask, _ last: TaskReport) -> [String] {
        InputKind.allCases.compactMap { kind in
            let now = task.inputs[kind] ?? []
            let before = last.inputs.filter { $0.kind == kind }
            guard now.map(\.sha256) != before.map(\.sha256) else { return nil }
            let known = Set(before.map(\.sha256))
            if known == Set(now.map(\.sha256)) { return "the order of the \(kind.rawValue) changed" }
            let changed = now.filter { !known.contains($0.sha256) }.map { "'\($0.path)'" }
            return changed.isEmpty
                ? "there are fewer \(kind.rawValue) files" : "\(kind.rawValue): \(changed.listed) changed or is new"
        }
    }

    private func keepingChange(_ task: PlannedTask, _ last: TaskReport) -> String? {
        let now = task.artefacts.map(\.port.rawValue)
        let before = last.artefacts.map(\.port.rawValue)
        let added = now.filter { !before.contains($0) }
        if !added.isEmpty { return "it is to keep \(added.listed)" }
        let dropped = before.filter { !now.contains($0) }
        return dropped.isEmpty ? nil : "it need not keep \(dropped.listed)"
    }

    private func sourceChange(_ task: PlannedTask, _ last: TaskReport) -> String? {
        let now = task.sources.map { TaskReport.Source(run: $0.run, port: $0.port, fingerprint: $0.fingerprint) }
        guard now != last.sources else { return nil }
        let runs = Set(now.compactMap(\.run))
        let before = Set(last.sources.compactMap(\.run))
        if runs != before {
            let names = runs.symmetricDifference(before).sorted()
            return "the runs are not the same: \(names.listed)"
        }
        return "a task before it changed"
    }
}
