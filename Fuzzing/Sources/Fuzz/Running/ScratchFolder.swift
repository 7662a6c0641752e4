internal import Foundation

/// A folder in memory for what is written; removed when the process ends.
enum ScratchFolder {
    /// Its path.
    static let path: String = {
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        let made = "\(parent)/moselle-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
        } catch {
            stop("a folder for written files cannot be made: \(error)")
        }
        atexit { ScratchFolder.remove() }
        return made
    }()

    private static func remove() { try? FileManager.default.removeItem(atPath: path) }
}
