/// What a stage of a plan expects of its work.
public struct PlannedEstimate: Sendable, Hashable, Codable {
    /// Id of the stage.
    public var stage: String

    /// Number of runs it is for.
    public var runs: Int

    /// What is expected; empty where that could not be found out.
    public var facts: [StageEstimate.Fact]

    /// Why there is no estimate, or nil.
    public var problem: String?

    /// The estimate as text: a line for the stage and one for each fact.
    var text: String {
        let title = "expected of '\(stage)', for \(runs) run\(runs == 1 ? "" : "s")"
        if let problem { return "\(title): unknown: \(problem)\n" }
        let width = facts.map(\.name.count).max() ?? 0
        let lines = facts.map { fact in
            "  \(fact.name)\(String(repeating: " ", count: width - fact.name.count))  \(fact.text)\n"
        }
        return "\(title)\n" + lines.joined()
    }
}

extension Plan {
    /// What the stages that have something to do and can tell expect of it. The inputs are looked at, some of them may be
    /// read whole.
    public func estimates() async -> [PlannedEstimate] {
        var estimates: [PlannedEstimate] = []
        for stage in workflow.stages {
            guard let estimate = stage.definition.estimate else { continue }
            let pending = tasks.filter { task in
                task.state != .reused && task.stages.contains { $0.id == stage.id }
            }
            guard !pending.isEmpty else { continue }
            let paths = Set(pending.compactMap(\.spectraFile))
            let request = EstimateRequest(
                spectra: inputs.spectra.filter { paths.contains($0.path) }, inputs: inputs, jobs: options.jobs,
                memory: options.memory, requests: stage.optionsByPort)
            do {
                let facts = try await estimate(stage.parameters, request).facts
                estimates.append(PlannedEstimate(stage: stage.id, runs: pending.count, facts: facts, problem: nil))
            } catch {
                estimates.append(
                    PlannedEstimate(stage: stage.id, runs: pending.count, facts: [], problem: "\(error)"))
            }
        }
        return estimates
    }
}
