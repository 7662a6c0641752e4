/// Splits the stages of a workflow into what becomes tasks: per-run stages that hang together, and joint stages.
struct StageChains {
    /// Per-run stages that take ports from each other, in the order of the workflow.
    let chains: [[CheckedStage]]

    /// Joint stages in the order of the workflow.
    let joint: [CheckedStage]

    /// The ports that a stage outside of a chain takes, or the workflow asks for, by id of the stage that provides them.
    private let keptPorts: [String: Set<PortName>]

    init(_ stages: [CheckedStage]) {
        let perRun = stages.filter { $0.definition.scope == .perRun }
        joint = stages.filter { $0.definition.scope == .joint }
        var chainOfStage: [String: Int] = [:]
        for (index, stage) in perRun.enumerated() {
            chainOfStage[stage.id] = index
            for provider in stage.providers.values {
                guard let joined = chainOfStage[provider] else { continue }
                for (id, chain) in chainOfStage where chain == joined { chainOfStage[id] = index }
            }
        }
        var chains: [[CheckedStage]] = []
        var position: [Int: Int] = [:]
        for stage in perRun {
            let number = chainOfStage[stage.id] ?? 0
            if let known = position[number] {
                chains[known].append(stage)
            } else {
                position[number] = chains.count
                chains.append([stage])
            }
        }
        self.chains = chains
        let asked = Dictionary(uniqueKeysWithValues: stages.map { ($0.id, Set($0.keep)) })
        keptPorts = joint.reduce(into: asked) { kept, stage in
            for (port, provider) in stage.providers { kept[provider, default: []].insert(port) }
        }
    }

    /// The ports of a stage that a task other than its own takes, or the workflow asks for, in the order of its definition.
    func keptPorts(of stage: CheckedStage) -> [PortName] {
        stage.definition.offers.filter { keptPorts[stage.id]?.contains($0) ?? false }
    }

    /// What a task of these stages keeps.
    func artefacts(of stages: [CheckedStage], fingerprint: String) -> [PlannedTask.Artefact] {
        let kept = stages.enumerated().flatMap { index, stage in keptPorts(of: stage).map { (index, $0) } }
        return kept.map { index, port in
            let isRepeated = kept.contains { $0.0 != index && $0.1 == port }
            let name = isRepeated ? "\(index).\(port)" : "\(port)"
            let file = "\(fingerprint.prefix(Fingerprint.shortLength)).\(name).npz"
            return PlannedTask.Artefact(stage: index, port: port, file: file)
        }
    }
}
