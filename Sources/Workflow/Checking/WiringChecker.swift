/// Finds, for every port a stage takes, the stage before it that provides it.
struct WiringChecker {
    /// A port that a stage takes, and when.
    private struct Taken {
        enum Condition {
            case always
            case withTheseParameters
            case ifGiven
        }

        var port: PortName
        var condition: Condition

        var inWords: String {
            "takes '\(port)'" + (condition == .withTheseParameters ? " with these parameters" : "")
        }

        func isGiven(by entry: StageEntry) -> Bool {
            switch condition {
            case .always, .ifGiven: entry.definition.gives(asking: entry.requests).contains(port)
            case .withTheseParameters: mayBeGiven(by: entry.definition)
            }
        }

        func mayBeGiven(by stage: StageDefinition) -> Bool {
            (condition == .withTheseParameters ? stage.offers : stage.provides).contains(port)
        }

        static func all(of entry: StageEntry) -> [Taken] {
            entry.definition.consumes.map { Taken(port: $0, condition: .always) }
                + entry.requests.map { Taken(port: $0.port, condition: .withTheseParameters) }
                + entry.definition.takesIfGiven.map { Taken(port: $0, condition: .ifGiven) }
        }
    }

    let registry: StageRegistry
    let log: DiagnosticLog
    /// Whether every stage of the file is among the entries. Where one is not understood, that another misses what it
    /// would have provided is no news.
    let isComplete: Bool

    /// Ids of the providers, by id of the stage and port.
    func check(_ entries: [StageEntry]) -> [String: [PortName: String]] {
        var wiring: [String: [PortName: String]] = [:]
        for (index, entry) in entries.enumerated() {
            let before = Array(entries[..<index])
            let needed = checkNeeds(of: entry, before: before, all: entries)
            for taken in Taken.all(of: entry) {
                let port = taken.port
                let candidates = before.filter { taken.isGiven(by: $0) }
                let named = candidates.filter { needed.contains($0.id) }
                let providers = named.isEmpty ? candidates : named
                guard let provider = providers.first else {
                    if taken.condition != .ifGiven { reportMissing(taken, of: entry, after: entries[index...]) }
                    continue
                }
                guard providers.count == 1 else {
                    reportAmbiguous(taken, of: entry, providers: providers.map(\.id))
                    continue
                }
                checkScope(of: entry, provider: provider, port: port)
                wiring[entry.id, default: [:]][port] = provider.id
            }
        }
        reportUnused(entries, wiring: wiring)
        reportRepeatedFiles(entries)
        return wiring
    }

    private func checkNeeds(of entry: StageEntry, before: [StageEntry], all: [StageEntry]) -> Set<String> {
        for need in entry.needs {
            if let stage = before.first(where: { $0.id == need.id }) {
                if Set(stage.definition.offers).isDisjoint(with: entry.definition.mayTake) {
                    log.error(need.location, "'\(need.id)' provides nothing that '\(entry.id)' takes; leave it out")
                }
            } else if all.contains(where: { $0.id == need.id }) {
                log.error(need.location, "'\(need.id)' does not come before '\(entry.id)'; move it up")
            } else if isComplete {
                log.error(
                    need.location, "the workflow has no stage '\(need.id)'",
                    suggestion: Suggestion.nearest(to: need.id, among: before.map(\.id)))
            }
        }
        return Set(entry.needs.map(\.id))
    }

    private func reportMissing(_ taken: Taken, of entry: StageEntry, after: ArraySlice<StageEntry>) {
        guard isComplete else { return }
        let message = "'\(entry.id)' \(taken.inWords), which no stage before it provides"
        if let later = after.first(where: { $0.id != entry.id && taken.isGiven(by: $0) }) {
            return log.error(entry.location, "\(message); move '\(later.id)' before it")
        }
        let makers = registry.stages.filter { taken.mayBeGiven(by: $0) && $0.name != entry.definition.name }
        let advice = makers.isEmpty ? "" : "; add \(ParameterType.enumeration(makers.map { "'\($0.name)'" })) before it"
        log.error(entry.location, message + advice)
    }

    private func reportAmbiguous(_ taken: Taken, of entry: StageEntry, providers: [String]) {
        let names = providers.map { "'\($0)'" }.listed
        let choices = providers.map { "'needs: [\($0)]'" }
        log.error(
            entry.location,
            "'\(entry.id)' \(taken.inWords), which \(names) provide; add \(ParameterType.enumeration(choices))")
    }

    private func checkScope(of entry: StageEntry, provider: StageEntry, port: PortName) {
        guard entry.definition.scope == .perRun, provider.definition.scope == .joint else { return }
        log.error(
            entry.location,
            "'\(entry.id)' sees one run at a time and cannot take '\(port)' from '\(provider.id)', which sees all runs")
    }

    /// Two stages that write the same file: what one leaves there the other replaces.
    private func reportRepeatedFiles(_ entries: [StageEntry]) {
        var writers: [String: String] = [:]
        for entry in entries {
            let repeated = entry.definition.mayWrite.filter { writers[$0] != nil }
            if let first = repeated.first, let writer = writers[first] {
                let files = repeated.map { "'\($0)'" }.listed
                log.error(
                    entry.location,
                    "'\(entry.id)' writes \(files), as '\(writer)' does before it; leave one of them out, or run them in "
                        + "workflows of their own with other output folders")
            }
            for file in entry.definition.mayWrite { writers[file] = writers[file] ?? entry.id }
        }
    }

    private func reportUnused(_ entries: [StageEntry], wiring: [String: [PortName: String]]) {
        let used = Set(wiring.values.flatMap(\.values))
        for entry in entries where !entry.definition.isReport && !used.contains(entry.id) && entry.keep.isEmpty {
            log.warning(entry.location, "no stage takes what '\(entry.id)' provides, so its results reach no table")
        }
    }
}
