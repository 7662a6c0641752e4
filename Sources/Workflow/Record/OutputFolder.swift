internal import Foundation
internal import Foundations

/// The files of an output folder, without what the engine itself keeps there.
enum OutputFolder {
    private static let ownFiles: Set<String> = ["run.json", "workflow.yaml", "log.jsonl"]

    /// A file and its state; the path is relative to the folder.
    struct Entry: Hashable {
        var path: String
        var identity: FileIdentity
    }

    /// All files, also those in folders below, except the folder `work`.
    static func files(in folder: String) -> Set<Entry> {
        guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
        var files: Set<Entry> = []
        while let path = enumerator.nextObject() as? String {
            if path == "work" {
                enumerator.skipDescendants()
            } else if !ownFiles.contains(path), let identity = try? FileIdentity(of: "\(folder)/\(path)") {
                files.insert(Entry(path: path, identity: identity))
            }
        }
        return files
    }
}
