internal import Foundation
internal import Foundations
internal import Glibc
internal import Synchronization

/// Holds an output folder for one run: two at once would remove each other's artefacts.
///
/// It is a file `work/lock` that only one process can make, and that says whose it is. Where that process is over, the
/// file is taken over. Whether a process of another machine is over cannot be known, so that its lock stands.
///
/// The file is locked with `flock` as well. That alone would not do, since file systems of a network may not pass it on to
/// other machines; on one machine it keeps two processes from taking over the same file, and shows that a process in
/// another container is alive.
final class OutputLock: Sendable {
    /// What the user should know: that the lock of a dead process was taken over; nil where the folder was free.
    let warning: String?
    private let path: String
    private let descriptor: Mutex<Int32?>

    /// How often a lock that changes while it is looked at is looked at again, and how long after.
    private static let attempts = 10
    private static let pause = Duration.milliseconds(20)

    private init(path: String, descriptor: Int32, warning: String?) {
        self.path = path
        self.warning = warning
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Name of the file in the folder `work`.
    static let fileName = "lock"

    /// Takes the lock of the output folder that a store belongs to.
    ///
    /// - Throws: ``OutputLockError`` where another run holds it, or the process of a single task uses the folder;
    ///   `FileError` where the file cannot be made.
    static func acquire(_ store: ArtefactStore, of outputDirectory: String) async throws -> OutputLock {
        let lock = try await acquire(fileName, store, of: outputDirectory)
        let tasks = ArtefactStore.names(in: store.folder).filter { $0.hasSuffix(".\(fileName)") }
        for task in tasks { try await requireFree(task, store, of: outputDirectory) }
        return lock
    }

    /// Takes the lock of one task, which processes for other tasks do not mind, but a run does.
    ///
    /// - Throws: As for the whole folder.
    static func acquire(
        _ task: PlannedTask, _ store: ArtefactStore, of outputDirectory: String
    ) async throws -> OutputLock {
        let name = "\(task.id).\(fileName)"
        let lock = try await acquire(name, store, of: outputDirectory)
        // Each takes its own lock before it looks for the other's, so that two never miss each other.
        try await requireFree(fileName, store, of: outputDirectory)
        return lock
    }

    private static func requireFree(_ name: String, _ store: ArtefactStore, of outputDirectory: String) async throws {
        _ = try await makeFree(store.path(of: name), of: outputDirectory)
    }

    private static func acquire(
        _ name: String, _ store: ArtefactStore, of outputDirectory: String
    ) async throws -> OutputLock {
        let path = store.path(of: name)
        var warning: String?
        for _ in 1...attempts {
            if let descriptor = try create(path) {
                return OutputLock(path: path, descriptor: descriptor, warning: warning)
            }
            warning = try await makeFree(path, of: outputDirectory) ?? warning
        }
        throw OutputLockError.unknownHolder(folder: outputDirectory, file: path)
    }

    /// Removes the file where the process it names is over, and returns what the user should know of that.
    ///
    /// - Throws: ``OutputLockError`` where the process is not over, or the file does not say which it is.
    private static func makeFree(_ path: String, of outputDirectory: String) async throws -> String? {
        for _ in 1...attempts {
            switch try examine(path) {
            case .free: return nil
            case .takenOver(let holder):
                return """
                    The run that used '\(outputDirectory)' before, process \(holder.processID) since \(holder.since), ended \
                    without a trace; what it finished is used.
                    """
            case .held(let holder) where holder.isLocal: throw OutputLockError.inUse(folder: outputDirectory, holder)
            case .held(let holder):
                throw OutputLockError.inUseElsewhere(folder: outputDirectory, holder, file: path)
            case .unclear: try await Task.sleep(for: pause)
            }
        }
        throw OutputLockError.unknownHolder(folder: outputDirectory, file: path)
    }

    /// Gives the folder free. Does nothing a second time.
    func release() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            descriptor = nil
            // Somebody may have deleted the file, and another run made its own.
            if Self.isFile(at: path, openAs: open) { unlink(path) }
            close(open)
        }
    }

    // MARK: The file

    /// Makes the file; nil where it is there.
    ///
    /// It is written under another name first and then gets its own by a link, which fails where the name is taken: a
    /// process that is killed at any moment leaves a lock that says whose it is, or none.
    private static func create(_ path: String) throws(FileError) -> Int32? {
        guard access(path, F_OK) != 0 else { return nil }
        let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        let temporary = "\(folder)/.lock.\(UUID().uuidString).tmp"
        let descriptor = try createFilled(temporary)
        defer { unlink(temporary) }
        if link(temporary, path) == 0 { return descriptor }
        let reason = errno
        close(descriptor)
        switch reason {
        case EEXIST: return nil
        // Some file systems have no links.
        case EPERM, EOPNOTSUPP, ENOSYS, EMLINK: return access(path, F_OK) == 0 ? nil : try createFilled(path)
        default: throw FileError(errorNumber: reason, path: path, operation: .create)
        }
    }

    /// Makes a file that was not there, locks it and writes into it whose it is.
    private static func createFilled(_ path: String) throws(FileError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(errorNumber: errno, path: path, operation: .create) }
        flock(descriptor, LOCK_EX | LOCK_NB)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        let bytes = (try? encoder.encode(LockHolder.current())).map { [UInt8]($0) } ?? []
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let reason = errno
            unlink(path)
            close(descriptor)
            throw FileError(errorNumber: reason, path: path, operation: .write)
        }
        return descriptor
    }

    private enum Finding {
        /// It is gone.
        case free
        /// It was that of a process that is over, and is removed.
        case takenOver(LockHolder)
        case held(LockHolder)
        /// It does not say whose it is: perhaps it is just being written.
        case unclear
    }

    private static func examine(_ path: String) throws(FileError) -> Finding {
        var descriptor = open(path, O_RDWR | O_CLOEXEC)
        // That of another user may be there to read alone, which is enough to say whose it is.
        if descriptor < 0, errno == EACCES { descriptor = open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            let reason = errno
            if reason == ENOENT { return .free }
            throw FileError(errorNumber: reason, path: path, operation: .open)
        }
        defer { close(descriptor) }
        guard let holder = holder(in: descriptor) else { return .unclear }
        guard holder.isGone else { return .held(holder) }
        // A file system without such locks answers with another error.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return .held(holder) }
        guard isFile(at: path, openAs: descriptor) else { return .free }
        guard unlink(path) == 0 else { throw FileError(errorNumber: errno, path: path, operation: .remove) }
        return .takenOver(holder)
    }

    private static func holder(in descriptor: Int32) -> LockHolder? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return try? JSONDecoder().decode(LockHolder.self, from: Data(bytes[..<count]))
    }

    /// Whether the file at a path is the one that is open.
    private static func isFile(at path: String, openAs descriptor: Int32) -> Bool {
        var (named, held) = (stat(), stat())
        guard stat(path, &named) == 0, fstat(descriptor, &held) == 0 else { return false }
        return named.st_dev == held.st_dev && named.st_ino == held.st_ino
    }
}
