internal import Glibc

/// Finds inputs of a workflow that its run would overwrite: files that are where the run writes its own.
struct OverwrittenInputs {
    private struct FileNumber: Hashable {
        var device: UInt
        var inode: UInt

        /// The number of the file at a path, through links; nil where there is none.
        init?(_ path: String) {
            var facts = stat()
            guard stat(path, &facts) == 0 else { return nil }
            (device, inode) = (UInt(facts.st_dev), UInt(facts.st_ino))
        }
    }

    let workflow: CheckedWorkflow
    /// Absolute path.
    let outputDirectory: String

    /// An error for each of them.
    var diagnostics: [Diagnostic] {
        let outputs = OutputFolder.files + workflow.stages.flatMap(\.writes)
        var written: [FileNumber: String] = [:]
        for file in outputs { if let number = FileNumber("\(outputDirectory)/\(file)") { written[number] = file } }
        let start = SourceLocation(file: workflow.path, line: 1, column: 1)
        let inputs = InputKind.allCases.flatMap { kind in
            (workflow.inputs[kind] ?? []).map { (path: $0, what: "the file '\($0)', named under '\(kind.rawValue)',") }
        }
        return ([(path: workflow.path, what: "the workflow file")] + inputs).compactMap { path, what in
            if let file = FileNumber(path).flatMap({ written[$0] }) {
                return Diagnostic(
                    .error, at: start,
                    "\(what) is '\(file)' of the output folder '\(outputDirectory)', which the run would overwrite; choose "
                        + "another folder with --output")
            }
            guard isArtefact(path) else { return nil }
            return Diagnostic(
                .error, at: start,
                "\(what) is in '\(outputDirectory)/\(OutputFolder.work)', where the run keeps and removes files; choose "
                    + "another folder with --output")
        }
    }

    /// Whether a file is in the folder of artefacts, or below.
    private func isArtefact(_ path: String) -> Bool {
        guard let work = Self.resolved("\(outputDirectory)/\(OutputFolder.work)"), let file = Self.resolved(path) else {
            return false
        }
        return file.hasPrefix(work + "/")
    }

    /// The path without links; nil where there is nothing.
    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
