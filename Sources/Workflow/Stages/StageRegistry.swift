/// The stages and ports a program has.
public struct StageRegistry: Sendable {
    /// The stages, in the order in which help lists them.
    public let stages: [StageDefinition]

    /// The ports.
    public let ports: [PortDefinition]

    private let stagesByName: [String: StageDefinition]
    private let portsByName: [PortName: PortDefinition]

    /// A registry.
    ///
    /// - Precondition: names of stages and of ports are unique.
    public init(stages: [StageDefinition], ports: [PortDefinition]) {
        self.stages = stages
        self.ports = ports
        stagesByName = Dictionary(stages.map { ($0.name, $0) }) { first, _ in first }
        portsByName = Dictionary(ports.map { ($0.name, $0) }) { first, _ in first }
        precondition(stagesByName.count == stages.count, "Two stages have the same name.")
        precondition(portsByName.count == ports.count, "Two ports have the same name.")
    }

    /// The stage of this name, or nil.
    public func stage(_ name: String) -> StageDefinition? { stagesByName[name] }

    /// The port of this name, or nil.
    public func port(_ name: PortName) -> PortDefinition? { portsByName[name] }

    /// What a workflow may ask to keep of a stage: the ports it provides that are kept in files, in their order.
    public func keepablePorts(of stage: StageDefinition) -> [PortName] {
        stage.provides.filter { portsByName[$0]?.isTransient == false }
    }

    /// The name of a stage that is close to `name`, for "did you mean".
    public func nearestStage(to name: String) -> String? { Suggestion.nearest(to: name, among: stages.map(\.name)) }

    /// What is wrong with the table itself; a test of the program holds it empty.
    ///
    /// A default that its own type refuses, a port that is not defined, a parameter that is there twice, a
    /// per-run report, a joint stage that reads spectra.
    public func inconsistencies() -> [String] { stages.flatMap(inconsistencies(of:)) }

    private func inconsistencies(of stage: StageDefinition) -> [String] {
        var found: [String] = []
        let taken = stage.mayTake
        for port in taken + stage.offers where portsByName[port] == nil {
            found.append("The stage '\(stage.name)' names the port '\(port)', which is not defined.")
        }
        for port in taken where stage.scope == .joint && portsByName[port]?.isTransient == true {
            found.append(
                "The stage '\(stage.name)' sees all runs and cannot take '\(port)', which is not kept in a file.")
        }
        if stage.scope == .perRun, stage.isReport {
            found.append("The stage '\(stage.name)' sees one run and cannot be a report, which is written every time.")
        }
        for file in stage.mayWrite where OutputFolder.files.contains(file) || file.hasPrefix("\(OutputFolder.work)/") {
            found.append("The stage '\(stage.name)' writes '\(file)', which the engine writes itself.")
        }
        if stage.scope == .joint, stage.mayRead.contains(.spectra) {
            found.append("The stage '\(stage.name)' sees all runs and may not read spectra files.")
        }
        if Set(stage.offers).count < stage.offers.count || Set(taken).count < taken.count {
            found.append("The stage '\(stage.name)' names a port twice.")
        }
        for port in Set(stage.readsOnRequest.keys.map(\.port)).subtracting(stage.offers) {
            found.append("The stage '\(stage.name)' reads files for '\(port)', which it does not give.")
        }
        for port in Set(stage.providesWith.values).subtracting(stage.optionalPorts) {
            found.append("The stage '\(stage.name)' gives a port with '\(port)', which it does not ask for.")
        }
        for port in Set(stage.writesWith.keys).subtracting(taken) {
            found.append("The stage '\(stage.name)' writes files with '\(port)', which it does not take.")
        }
        if Set(stage.parameters.map(\.name)).count < stage.parameters.count {
            found.append("The stage '\(stage.name)' has two parameters of the same name.")
        }
        return found + stage.parameters.flatMap { inconsistencies(of: $0, in: stage) }
    }

    private func inconsistencies(of parameter: ParameterDefinition, in stage: StageDefinition) -> [String] {
        var problems: [ParameterProblem] = []
        let normal = parameter.type.normalise(parameter.defaultValue, problems: &problems)
        var found = problems.map {
            "The default of '\(parameter.name)' of the stage '\(stage.name)' does not fit: it \($0.message)."
        }
        if let normal, parameter.type.normalise(normal, problems: &problems) != normal {
            found.append("The default of '\(parameter.name)' of the stage '\(stage.name)' has two normal forms.")
        }
        return found
    }
}
