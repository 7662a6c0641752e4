public import Foundation

/// A folder of its own for one test, removed with the value.
public final class TemporaryDirectory: Sendable {
    /// Where the folder is.
    public let url: URL

    /// Makes an empty folder with a name no other test has.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "moselle-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Path of a file or folder inside.
    public func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a text file inside and returns its path.
    @discardableResult public func write(_ text: String, to name: String) throws -> String {
        let target = url.appending(path: name)
        let parent = target.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
        return target.path
    }

    /// Writes bytes to a file inside and returns its path.
    @discardableResult public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let target = url.appending(path: name)
        let parent = target.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: target)
        return target.path
    }
}
