internal import Foundation
internal import Foundations
internal import Glibc

/// The folder `work` of an output folder: what tasks kept, named by fingerprint.
struct ArtefactStore: Sendable {
    /// Path of the folder.
    let folder: String
    /// Brings to disk what says that tasks are finished.
    let groupCommit = GroupCommit()

    /// How names of folders for temporary files begin.
    static let scratchPrefix = "scratch-"

    /// The store of an output folder, which is made where it does not exist.
    ///
    /// - Throws: ``OutputFolderError``.
    init(outputDirectory: String) throws(OutputFolderError) {
        folder = "\(outputDirectory)/\(OutputFolder.work)"
        var parent = ""
        for name in folder.split(separator: "/") {
            parent += "/\(name)"
            guard mkdir(parent, 0o777) != 0 else { continue }
            let reason = errno
            // A folder that is there already is answered with EEXIST, on some file systems with EROFS or EACCES.
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: parent, isDirectory: &isFolder), isFolder.boolValue { continue }
            throw OutputFolderError(path: outputDirectory, errorNumber: reason == EEXIST ? ENOTDIR : reason)
        }
    }

    func path(of file: String) -> String { "\(folder)/\(file)" }

    /// A report that cannot be read is as good as none: its task is then done again.
    private func report(at path: String) -> TaskReport? { JSONFile.readSealed(TaskReport.self, at: path) }

    /// The reports of all finished tasks, ordered by the name of their files; none where there is no folder yet.
    func allReports() -> [TaskReport] {
        Self.names(in: folder).filter { $0.hasSuffix(PlannedTask.reportSuffix) }.compactMap { name in
            report(at: path(of: name)).flatMap { PlannedTask.reportFile(of: $0.fingerprint) == name ? $0 : nil }
        }
    }

    /// What is wrong with what a finished task kept, or nil: each file is there and has its size.
    func damage(to report: TaskReport) -> String? {
        for artefact in report.artefacts {
            guard let identity = try? FileIdentity(of: path(of: artefact.file)) else {
                return "its file work/\(artefact.file) is gone"
            }
            if identity.byteCount != artefact.byteCount {
                return "its file work/\(artefact.file) has \(identity.byteCount) bytes, not \(artefact.byteCount)"
            }
        }
        return nil
    }

    /// Writes that a task is finished. It has to be the last thing written for it.
    ///
    /// The task does not wait for the disk. Where the machine crashes before ``groupCommit`` is through, the report is gone
    /// or does not fit its seal, and the task is done again.
    func finish(_ task: PlannedTask, _ report: TaskReport) throws {
        let path = path(of: task.reportFile)
        try JSONFile.placeSealed(report, at: path)
        groupCommit.add(path)
    }

    /// Removes that a task is finished, and what it kept.
    func forget(_ task: PlannedTask) throws {
        // The report goes first: a task without one is not finished.
        for path in ([task.reportFile] + task.artefacts.map(\.file)).map(path(of:)) {
            guard FileManager.default.fileExists(atPath: path) else { continue }
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// Removes a file that turned out damaged.
    func discard(_ file: String) throws { try FileManager.default.removeItem(atPath: path(of: file)) }

    /// Makes an empty folder for the temporary files of a task.
    func makeScratch(for task: PlannedTask) throws -> String {
        let path = path(of: Self.scratchPrefix + task.id)
        removeScratch(path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// Removes it. What cannot be removed is in nobody's way, so an error must not fail the task.
    func removeScratch(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
