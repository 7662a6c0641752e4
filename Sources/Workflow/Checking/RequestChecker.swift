/// Brings what stages ask for to the stages that are to give it: these have to be able to, and nobody may take the same
/// port made in another way.
struct RequestChecker {
    /// A stage that takes a port, and what it asks for, if it does.
    private struct Taker {
        var entry: StageEntry
        var port: PortName
        var request: PortRequest?

        var options: String { request?.options ?? "" }
        var inWords: String { "'\(entry.id)' takes it " + (options.isEmpty ? "as it is" : "as '\(options)'") }
    }

    let log: DiagnosticLog

    /// What later stages ask of each stage, each port once, ordered by name, by id of the stage that is asked. `providers`
    /// has the ids of the stages that ports come from, by id of the stage that takes them and port.
    func check(_ entries: [StageEntry], providers: [String: [PortName: String]]) -> [String: [PortRequest]] {
        var requested: [String: [PortRequest]] = [:]
        for provider in entries {
            let takers = entries.flatMap { entry in
                self.takers(entry).filter { providers[entry.id]?[$0.port] == provider.id }
            }
            let ports = Set(takers.map(\.port)).sorted { $0.rawValue < $1.rawValue }
            for port in ports {
                guard let request = agreed(among: takers.filter { $0.port == port }, of: provider) else { continue }
                requested[provider.id, default: []].append(request)
            }
        }
        return requested
    }

    private func takers(_ entry: StageEntry) -> [Taker] {
        entry.definition.consumes.map { Taker(entry: entry, port: $0, request: nil) }
            + entry.requests.map { Taker(entry: entry, port: $0.port, request: $0) }
    }

    /// What all who take a port ask for, or nil where none asks.
    private func agreed(among takers: [Taker], of provider: StageEntry) -> PortRequest? {
        guard let first = takers.first, let asker = takers.first(where: { $0.request != nil }) else { return nil }
        for other in takers where other.options != first.options {
            log.error(
                other.entry.location,
                "'\(provider.id)' gives '\(first.port)' in one way, but \(other.inWords) and \(first.inWords); let them "
                    + "agree, or add a second '\(provider.definition.name)' and say by 'needs' who takes from which")
        }
        if provider.isSound, let request = asker.request {
            for issue in provider.definition.checkRequest(provider.parameters, request) {
                log.add(issue, about: provider.with, remark: "; '\(asker.entry.id)' asks for \(request.inWords)")
            }
        }
        return asker.request
    }
}
