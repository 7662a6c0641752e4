internal import Foundations
internal import Synchronization

/// A kept value cannot be read.
package struct DamagedArtefact: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of its file in the folder `work`.
    package var file: String
    /// Fingerprint of the task that keeps it.
    package var fingerprint: String
    /// What is wrong.
    package var reason: String

    /// A damaged value.
    package init(file: String, fingerprint: String, reason: String) {
        self.file = file
        self.fingerprint = fingerprint
        self.reason = reason
    }

    /// What is wrong, in a sentence.
    package var description: String { "its file work/\(file) is damaged: \(reason)" }
}

/// Reads the values that joint tasks take, and keeps each while another task will still take it.
///
/// Values are always read from their files, also those made a moment ago, so that a run and its repetition see the same.
final class PortLoader: Sendable {
    private struct State {
        var usesLeft: [String: Int] = [:]
        var values: [String: any Sendable] = [:]
    }

    private let registry: StageRegistry
    private let store: ArtefactStore
    private let state = Mutex(State())

    init(registry: StageRegistry, store: ArtefactStore) {
        self.registry = registry
        self.store = store
    }

    /// Says that these tasks will take their sources.
    func expect(_ tasks: [PlannedTask]) {
        state.withLock { state in
            for source in tasks.flatMap(\.sources) { state.usesLeft[source.file, default: 0] += 1 }
        }
    }

    /// Says that a task has ended, and forgets what no other will take.
    func release(_ task: PlannedTask) {
        state.withLock { state in
            for source in task.sources {
                let left = (state.usesLeft[source.file] ?? 1) - 1
                state.usesLeft[source.file] = left
                if left <= 0 { state.values[source.file] = nil }
            }
        }
    }

    /// The values of a task's sources, in the order of the sources.
    ///
    /// - Throws: ``DamagedArtefact`` for the first that cannot be read.
    func load(_ sources: [PlannedTask.Source], jobs: Int) async throws -> [any Sendable] {
        try await orderedParallelMap(workers: jobs, count: sources.count) { index in
            try Task.checkCancellation()
            return try self.load(sources[index])
        }
    }

    private func load(_ source: PlannedTask.Source) throws -> any Sendable {
        if let known = state.withLock({ $0.values[source.file] }) { return known }
        guard let port = registry.port(source.port) else { throw PortError.undefined(source.port) }
        do {
            let value = try port.read(store.path(of: source.file))
            state.withLock { $0.values[source.file] = value }
            return value
        } catch {
            throw DamagedArtefact(file: source.file, fingerprint: source.fingerprint, reason: "\(error)")
        }
    }
}
