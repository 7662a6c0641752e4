import Foundation

/// A folder for the files of a benchmark; gone with its last user.
public final class ScratchFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes a folder of its own in the system's place for such.
    public init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "moselle-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    /// The path of a file in it.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
