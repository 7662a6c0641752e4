public import Foundation

/// A plan with what is expected of it, as `moselle plan` shows it.
public struct PlanReport: Sendable, Encodable {
    /// A task of the plan.
    public struct Task: Sendable, Encodable {
        /// What `moselle task` calls it.
        public var id: String
        /// Ids of the tasks whose results it takes.
        public var needs: [String]
        /// What it is called.
        public var label: String
        /// Whether an earlier run finished it.
        public var isReused: Bool
        /// Why it has to be done, or nil.
        public var reason: String?
        /// SHA-256 of everything the result depends on.
        public var fingerprint: String
    }

    /// Name of the workflow.
    public var workflow: String
    /// The tasks, in an order in which they can be done.
    public var tasks: [Task]
    /// What stages expect of what they have to do.
    public var estimates: [PlannedEstimate]

    private let planText: String
    /// What makes the report a plan that tasks can be run from.
    private let written: WrittenPlan?

    /// The report of a plan; single tasks can be run from it where it says by which program.
    public init(_ plan: Plan, by executable: ExecutableIdentity? = nil) async {
        written = executable.map { WrittenPlan(plan, by: $0) }
        workflow = plan.workflow.name
        tasks = plan.tasks.map { task in
            var reason: String?
            if case .pending(let because) = task.state { reason = because }
            return Task(
                id: task.id, needs: task.needs, label: "\(task.label)", isReused: task.state == .reused, reason: reason,
                fingerprint: task.fingerprint)
        }
        estimates = await plan.estimates()
        planText = plan.text
    }

    /// The plan as text, and what is expected behind it.
    public var text: String { planText + estimates.map { "\n" + $0.text }.joined() }

    /// Writes `workflow`, `tasks` and `estimates`, and beside them the members of a ``WrittenPlan``.
    public func encode(to encoder: any Encoder) throws {
        try written?.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(workflow, forKey: .workflow)
        try container.encode(tasks, forKey: .tasks)
        try container.encode(estimates, forKey: .estimates)
    }

    /// The report as JSON: an object with `workflow`, `tasks` and `estimates`.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    private enum CodingKeys: CodingKey {
        case workflow, tasks, estimates
    }
}
