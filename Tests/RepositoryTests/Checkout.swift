import Foundation
import TestSupport

/// The repository these tests belong to, as files.
enum Checkout {
    /// A text file and its path from the root.
    struct TextFile {
        let path: String
        let text: String
        let lines: [Substring]

        init(path: String, text: String) {
            self.path = path
            self.text = text
            // Line breaks are sought among bytes: whole characters take ten times as long.
            lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        }
    }

    /// The manifest.
    static func manifest() throws -> TextFile { try textFile("Package.swift") }

    /// Swift files below a folder, in order of their paths.
    static func swiftFiles(below folder: String) throws -> [TextFile] {
        let root = TestData.packageRoot.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { try textFile("\(folder)/\($0)") }
    }

    /// Whether the files are a git checkout; an unpacked archive is not, and nothing is tracked in it.
    static let isGitCheckout = FileManager.default.fileExists(
        atPath: TestData.packageRoot.appending(path: ".git").path)

    /// Paths that git tracks.
    static func trackedPaths() throws -> [String] {
        let git = try RunningExecutable(
            executable: URL(filePath: "/usr/bin/env"), arguments: ["git", "ls-files", "-z"],
            folder: TestData.packageRoot, environment: [:], input: "")
        let result = try git.wait()
        guard result.exitStatus == 0 else { throw GitFailed(message: result.standardError) }
        return result.standardOutput.split(separator: "\0").map(String.init)
    }

    /// Bytes of a file; empty where it was deleted without git knowing yet.
    static func bytes(_ path: String) -> Data {
        (try? Data(contentsOf: TestData.packageRoot.appending(path: path))) ?? Data()
    }

    private static func textFile(_ path: String) throws -> TextFile {
        let url = TestData.packageRoot.appending(path: path)
        return TextFile(path: path, text: try String(contentsOf: url, encoding: .utf8))
    }

    struct GitFailed: Error, CustomStringConvertible {
        var message: String
        var description: String { "`git ls-files` failed: \(message)" }
    }
}
