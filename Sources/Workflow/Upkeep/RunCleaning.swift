internal import Foundation
public import Foundations
internal import Glibc

/// Removes what a run keeps for later runs, its folder `work`; tables and record stay.
public struct RunCleaning: Sendable, Hashable {
    /// The output folder.
    public let folder: String
    /// Files and folders that were, or would be, removed, relative to the output folder.
    public let removed: [String]
    /// What they take up.
    public let freed: ByteSize
    /// Files that no run makes, and that stay.
    public let foreign: [String]
    /// Whether nothing was removed, only looked at.
    public let isDryRun: Bool

    /// Removes the intermediate results of an output folder, which no run may use meanwhile.
    ///
    /// - Throws: ``WorkflowError`` where the folder is not that of a run, or a run uses it; `FileError` where a file cannot
    ///   be removed.
    public static func clean(folder: String, isDryRun: Bool) async throws -> RunCleaning {
        let folder = URL(filePath: folder).standardizedFileURL.path
        let work = "\(folder)/\(OutputFolder.work)"
        guard isOfRun(folder) else { throw refusal(UpkeepError.notOfARun(folder: folder)) }
        guard FileManager.default.fileExists(atPath: work) else {
            return RunCleaning(
                folder: folder, removed: [], freed: ByteSize(bytes: 0), foreign: [], isDryRun: isDryRun)
        }
        let store: ArtefactStore
        let lock: OutputLock
        do {
            store = try ArtefactStore(outputDirectory: folder)
            lock = try await OutputLock.acquire(store, of: folder)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw refusal(error)
        }
        defer {
            lock.release()
            // Stays where it is not empty.
            if !isDryRun { rmdir(work) }
        }
        let names = ArtefactStore.names(in: work).filter { $0 != OutputLock.fileName }
        let own = names.filter(ArtefactStore.isOwn)
        let size = own.reduce(0) { $0 + byteCount(of: "\(work)/\($1)") }
        if !isDryRun { for name in own { try remove("\(work)/\(name)") } }
        return RunCleaning(
            folder: folder, removed: own.map { "\(OutputFolder.work)/\($0)" }, freed: ByteSize(bytes: size),
            foreign: names.filter { !own.contains($0) }.map { "\(OutputFolder.work)/\($0)" }, isDryRun: isDryRun)
    }

    private static func refusal(_ error: any Error) -> WorkflowError { WorkflowError([Diagnostic(.error, "\(error)")]) }

    /// Whether a run wrote into a folder: it left its record or, killed before, the workflow that it writes first.
    private static func isOfRun(_ folder: String) -> Bool {
        if (try? RunRecord.read(in: folder)) != nil { return true }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(OutputFolder.workflow)") else {
            return false
        }
        return data.starts(with: Data(WorkflowWriter.firstLine.utf8))
    }

    private static func byteCount(of path: String) -> Int {
        if let size = try? FileIdentity(of: path).byteCount { return size }
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return below.reduce(0) { $0 + ((try? FileIdentity(of: "\(path)/\($1)").byteCount) ?? 0) }
    }

    private static func remove(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw FileError(errorNumber: error.systemErrorNumber ?? EIO, path: path, operation: .remove)
        }
    }
}

extension RunCleaning: CustomStringConvertible {
    /// What was done, in a sentence, with a line before it for each file that stays.
    public var description: String {
        let lines = foreign.map { "kept     \($0): no run makes such a file" }
        let what = "\(removed.count) intermediate file\(removed.count == 1 ? "" : "s"), \(freed)"
        let sentence =
            removed.isEmpty
            ? "nothing to remove"
            : isDryRun ? "would remove \(what)" : "removed \(what); tables and record stay, a next run begins anew"
        return (lines + ["\(folder): \(sentence)"]).joined(separator: "\n") + "\n"
    }
}

extension Error {
    /// The number the system gave, where the error comes from it.
    fileprivate var systemErrorNumber: Int32? {
        let error = self as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        return cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : nil
    }
}
