/// A stage of a workflow file whose name and parameters have been checked; its wiring has not.
struct StageEntry {
    var id: String
    var definition: StageDefinition
    var parameters: ParameterValues
    /// Whether its parameters are without errors.
    var isSound: Bool
    var needs: [(id: String, location: SourceLocation)]
    /// Ports whose values are to be kept although no stage takes them.
    var keep: [PortName]
    /// Where the stage is named.
    var location: SourceLocation
    /// Its parameters as they were written.
    var with: LocatedValue

    /// What it asks of stages before it. Where its parameters have errors, that is not known.
    var requests: [PortRequest] {
        guard isSound else { return [] }
        let requests = definition.requests(parameters)
        let ports = requests.map(\.port)
        precondition(
            Set(ports).count == ports.count && Set(ports).isSubset(of: definition.optionalPorts),
            "The stage '\(definition.name)' asks for a port twice, or for one that is not among its optional ports.")
        return requests
    }
}

/// Checks the entries under `stages`: names, ids, parameters.
struct StageChecker {
    private static let keys = ["id", "uses", "with", "needs", "keep"]

    let registry: StageRegistry
    let log: DiagnosticLog

    /// The stages of the file that are known, after the `--set` options have been applied.
    func check(_ list: LocatedValue?, of root: LocatedValue, settings: [String]) -> [StageEntry] {
        guard let list, !list.isNull else {
            log.error(list?.location ?? root.location, "the workflow has no stages; list them under 'stages:'")
            return []
        }
        guard let elements = list.elements else {
            log.error(list.location, "'stages' has to be a list, each element '- uses: NAME'")
            return []
        }
        if elements.isEmpty { log.error(list.location, "the workflow has no stages; list them under 'stages:'") }
        let options = settings.compactMap(parse)
        var places: [String: SourceLocation] = [:]
        var entries: [StageEntry] = []
        for element in elements {
            guard let members = log.members(of: element, "a stage", keys: Self.keys) else { continue }
            guard let id = uniqueID(members, at: element.location, places: &places) else { continue }
            let own = options.filter { $0.stage == id }
            if let entry = check(members, id: id, at: element.location, settings: own) { entries.append(entry) }
        }
        for option in options where places[option.stage] == nil {
            log.error(
                option.location, "the workflow has no stage '\(option.stage)'; it has \(places.keys.sorted().listed)",
                suggestion: Suggestion.nearest(to: option.stage, among: places.keys))
        }
        return entries
    }

    private func uniqueID(
        _ members: [String: LocatedValue.Member], at location: SourceLocation,
        places: inout [String: SourceLocation]
    ) -> String? {
        guard let uses = members["uses"]?.value else {
            log.error(location, "a stage has to say what it is: add 'uses: NAME'")
            return nil
        }
        guard let name = log.text(of: uses, "'uses'") else { return nil }
        let idValue = members["id"]?.value
        guard let id = idValue.map({ log.text(of: $0, "the id of a stage") }) ?? name else { return nil }
        let place = idValue?.location ?? uses.location
        if let earlier = places[id] {
            let message = "the id '\(id)' is taken by the stage at line \(earlier.line); give this one another 'id'"
            log.error(place, message)
            return nil
        }
        if !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }) {
            log.error(place, "the id '\(id)' may have letters, digits, '-' and '_' alone")
        }
        places[id] = place
        return id
    }

    private func check(
        _ members: [String: LocatedValue.Member], id: String, at location: SourceLocation, settings: [Setting]
    ) -> StageEntry? {
        guard let uses = members["uses"]?.value, case .text(let name) = uses.value else { return nil }
        let needs = needs(members["needs"]?.value)
        guard let definition = registry.stage(name) else {
            let known = registry.stages.map(\.name).sorted().listed
            log.error(
                uses.location, "there is no stage '\(name)'; there are \(known)",
                suggestion: registry.nearestStage(to: name))
            return nil
        }
        var with = members["with"]?.value ?? LocatedValue(content: .mapping([]), location: location)
        if with.isNull { with = LocatedValue(content: .mapping([]), location: with.location) }
        for setting in settings { with = with.setting(setting.parameter, to: setting.value) }
        let values = ParameterChecker(definition: definition, id: id, log: log).check(with)
        return StageEntry(
            id: id, definition: definition, parameters: values ?? ParameterValues(checked: [:]),
            isSound: values != nil, needs: needs, keep: keep(members["keep"]?.value, of: definition, id: id),
            location: uses.location, with: with)
    }

    private func needs(_ value: LocatedValue?) -> [(id: String, location: SourceLocation)] {
        guard let value, !value.isNull else { return [] }
        guard let elements = value.elements else {
            log.error(value.location, "'needs' has to be a list of stage ids, such as 'needs: [search]'")
            return []
        }
        return elements.compactMap { element in
            log.text(of: element, "an element of 'needs'").map { ($0, element.location) }
        }
    }

    /// The ports named under `keep`. One that the stage does not provide, or no file can hold, is an error.
    private func keep(_ value: LocatedValue?, of definition: StageDefinition, id: String) -> [PortName] {
        guard let value, !value.isNull else { return [] }
        let known = registry.keepablePorts(of: definition).map(\.rawValue)
        guard let elements = value.elements else {
            let example = known.first.map { ", such as 'keep: [\($0)]'" } ?? ""
            log.error(value.location, "'keep' has to be a list of what '\(id)' provides\(example)")
            return []
        }
        return elements.reduce(into: []) { ports, element in
            guard let name = log.text(of: element, "an element of 'keep'") else { return }
            if !known.contains(name) { reportUnkeepable(name, of: definition, id: id, at: element) }
            guard !ports.contains(PortName(name)) else {
                return log.warning(element.location, "'\(name)' is named twice; it is kept once")
            }
            ports.append(PortName(name))
        }
    }

    private func reportUnkeepable(_ name: String, of definition: StageDefinition, id: String, at value: LocatedValue) {
        let known = registry.keepablePorts(of: definition).map(\.rawValue)
        let isOffered = definition.offers.contains(PortName(name))
        let problem = problem(ofKeeping: PortName(name), of: definition, id: id)
        log.error(
            value.location, "\(problem); it can keep \(known.isEmpty ? "nothing" : known.listed)",
            suggestion: isOffered ? nil : Suggestion.nearest(to: name, among: known))
    }

    private func problem(ofKeeping port: PortName, of definition: StageDefinition, id: String) -> String {
        if definition.provides.contains(port) { return "'\(port)' goes from stage to stage and is never in a file" }
        if definition.providesOnRequest.contains(port) {
            return "'\(id)' makes '\(port)' only as a later stage asks for it"
        }
        if let taken = definition.providesWith[port] { return "'\(id)' gives '\(port)' only where it takes '\(taken)'" }
        return "'\(id)' does not provide '\(port)'"
    }

    // MARK: Settings of the command line

    private struct Setting {
        var stage: String
        var parameter: String
        var value: LocatedValue
        var location: SourceLocation { value.location }
    }

    /// Reads `STAGE.PARAM=VALUE`; the value is YAML.
    private func parse(_ setting: String) -> Setting? {
        let sides = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let names = sides[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let place = SourceLocation.option("--set \(sides[0])")
        guard sides.count == 2, names.count == 2, !names[0].isEmpty, !names[1].isEmpty else {
            log.error(.option("--set \(setting)"), "write it as STAGE.PARAM=VALUE, such as search.enzyme=trypsin")
            return nil
        }
        do {
            let value = try YAMLReader.read(String(sides[1]), file: place.file).moved(to: place)
            return Setting(stage: String(names[0]), parameter: String(names[1]), value: value)
        } catch {
            log.error(place, error.diagnostic.message)
            return nil
        }
    }
}
