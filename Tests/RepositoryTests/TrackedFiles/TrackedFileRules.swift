import Foundation

/// Rules for everything that git tracks.
enum TrackedFileRules {
    /// Bytes a tracked file may have.
    static let largestFile = 4_000_000

    /// Files that every run leaves in its output folder.
    private static let runFiles: Set<Substring> = ["run.json", "log.jsonl", "inputs.json", "ro-crate-metadata.json"]

    /// Files that are made, not written, and so are not kept.
    static func pathViolations(in paths: [String]) -> [Violation] {
        paths.compactMap { path in
            let parts = path.split(separator: "/")
            if parts.contains(".build") || parts.last == "Package.resolved" {
                return Violation(file: path, message: "is made by the build and not kept in git")
            }
            let isOfRun = parts.last.map(runFiles.contains) ?? false
            return isOfRun ? Violation(file: path, message: "is left by a run and not kept in git") : nil
        }
    }

    /// A file too large for a repository of text.
    static func sizeViolations(path: String, bytes: Int) -> [Violation] {
        guard bytes > largestFile else { return [] }
        return [Violation(file: path, message: "\(bytes) bytes, more than \(largestFile)")]
    }

    /// Paths of one machine in a text file: below a home folder or this checkout's own place.
    static func machineViolations(path: String, contents: Data, folders: [String]) -> [Violation] {
        guard folders.contains(where: { contents.range(of: Data($0.utf8)) != nil }) else { return [] }
        guard let text = String(data: contents, encoding: .utf8), !contents.contains(0) else { return [] }
        return Checkout.TextFile(path: path, text: text).lines.enumerated().flatMap { number, line in
            folders.filter { names(folder: $0, in: line) }.map { folder in
                Violation(file: path, line: number + 1, message: "names the folder \(folder)... of one machine")
            }
        }
    }

    /// Marks that git leaves where two versions of a text were not joined.
    static func mergeViolations(path: String, contents: Data) -> [Violation] {
        // Written in pieces so that this file does not break its own rule.
        let marks = ["<", ">"].map { String(repeating: $0, count: 7) + " " }
        guard marks.contains(where: { contents.range(of: Data($0.utf8)) != nil }), !contents.contains(0) else {
            return []
        }
        let text = Checkout.TextFile(path: path, text: String(decoding: contents, as: UTF8.self))
        return text.lines.enumerated().compactMap { number, line in
            guard marks.contains(where: { line.hasPrefix($0) }) else { return nil }
            return Violation(file: path, line: number + 1, message: "holds both sides of an unfinished merge")
        }
    }

    /// Folders whose mention ties a file to one machine: homes, and the first folder of the checkout's own path.
    static func machineFolders(checkout: String) -> [String] {
        // Written in pieces so that this file does not break its own rule.
        let homes = ["home", "root", "Users"].map { "/" + $0 + "/" }
        let own = checkout.split(separator: "/").first.map { "/" + $0 + "/" }
        // A checkout below /tmp or /opt says nothing about a machine.
        let shared: Set<String> = ["/tmp/", "/opt/", "/usr/", "/var/"]
        return homes + [own].compactMap { $0 }.filter { !homes.contains($0) && !shared.contains($0) }
    }

    /// Whether an absolute path below the folder begins in the line; `DIR/home/x` and `../home/x` do not begin there.
    private static func names(folder: String, in line: Substring) -> Bool {
        line.ranges(of: folder).contains { range in
            let before = line[..<range.lowerBound].last
            let begins = before.map { $0.isWhitespace || "\"'`(=:,[<".contains($0) } ?? true
            let after = line[range.upperBound...].first
            return begins && (after.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false)
        }
    }
}
