internal import Foundation

/// A folder for what is written.
enum ScratchFolder {
    /// Its path: what `MOSELLE_FUZZ_SCRATCH` names, else a new folder among the temporary files.
    ///
    /// libFuzzer ends the process without a last word, so that whoever named the folder has to remove it.
    static let path: String = {
        let named = ProcessInfo.processInfo.environment["MOSELLE_FUZZ_SCRATCH"]
        let process = ProcessInfo.processInfo.processIdentifier
        let path = named ?? "\(FileManager.default.temporaryDirectory.path)/moselle-fuzz-\(process)"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            stop("a folder for written files cannot be made: \(error)")
        }
        return path
    }()
}
