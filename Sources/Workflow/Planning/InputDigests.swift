internal import Foundations
internal import Synchronization

/// Digests of input files, remembered by path, size, modification time and inode, so that a file is read once.
struct InputDigests {
    /// A file as it was found, and its digest.
    struct Entry: Codable {
        var identity: FileIdentity
        var sha256: String

        /// The file without what only this machine knows of it.
        var file: InputFile { InputFile(path: identity.path, byteCount: identity.byteCount, sha256: sha256) }
    }

    /// Where digests are remembered.
    private let cachePath: String

    /// Digests remembered in this folder.
    init(folder: String) { cachePath = "\(folder)/\(Self.fileName)" }

    /// Name of the file.
    static let fileName = "inputs.json"

    /// The files at these paths, in their order; those not known are read, `jobs` at a time. `onFile` is told of each.
    func files(
        at paths: [String], jobs: Int, onFile: @escaping @Sendable (TaskProgress) -> Void = { _ in }
    ) async throws -> [Entry] {
        if paths.isEmpty { return [] }
        let known = remembered()
        let done = Counter()
        let entries = try await orderedParallelMap(workers: jobs, count: paths.count) { index in
            try Task.checkCancellation()
            defer {
                let count = done.increment()
                onFile(TaskProgress(done: count, total: paths.count, unit: "files"))
            }
            let identity = try FileIdentity(of: paths[index])
            if let sha256 = known[identity] { return Entry(identity: identity, sha256: sha256) }
            let sha256 = try Digest.sha256(ofFile: paths[index])
            guard try FileIdentity(of: paths[index]) == identity else {
                throw InputChangedError(path: paths[index])
            }
            return Entry(identity: identity, sha256: sha256)
        }
        if entries.contains(where: { known[$0.identity] == nil }) { try remember(entries, besides: known) }
        return entries
    }

    /// What is known. A list that cannot be read is as good as none: the files are then read again.
    private func remembered() -> [FileIdentity: String] {
        let entries = JSONFile.readSealed([Entry].self, at: cachePath) ?? []
        return Dictionary(entries.map { ($0.identity, $0.sha256) }) { _, last in last }
    }

    private func remember(_ entries: [Entry], besides known: [FileIdentity: String]) throws {
        let paths = Set(entries.map(\.identity.path))
        let others = known.filter { !paths.contains($0.key.path) }.map { Entry(identity: $0.key, sha256: $0.value) }
        let all = (others + entries).sorted { $0.identity.path < $1.identity.path }
        try JSONFile.writeSealed(all, to: cachePath)
    }
}

/// An input file changed while it was read.
struct InputChangedError: Error, CustomStringConvertible {
    var path: String

    var description: String { "The file '\(path)' changed while it was read; run again when it is complete." }
}

private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    func increment() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
}
