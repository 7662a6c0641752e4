internal import Foundation

extension ArtefactStore {
    /// Removes temporary files that a run which was killed left behind, in the folder `work` and, of these output files,
    /// beside them. Only who holds the lock of the output folder may do that.
    ///
    /// What cannot be removed is in nobody's way.
    func removeLeftovers(besides outputFiles: [String], in outputDirectory: String) {
        for name in Self.names(in: folder) where Self.isTemporary(name) {
            try? FileManager.default.removeItem(atPath: path(of: name))
        }
        for name in Self.names(in: outputDirectory)
        where Self.isHiddenTemporary(name) && outputFiles.contains(where: { name.hasPrefix(".\($0).") }) {
            try? FileManager.default.removeItem(atPath: "\(outputDirectory)/\(name)")
        }
    }

    /// Whether a name in the folder `work` is one that the engine gives: `0123456789abcdef.matches.npz`, and what is kept
    /// beside.
    static func isOwn(_ name: String) -> Bool {
        if name == InputDigests.fileName || isTemporary(name) { return true }
        let digits = name.prefix { $0 != "." }
        return digits.utf8.count == Fingerprint.shortLength && digits.utf8.count < name.utf8.count
            && digits.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }

    /// Whether a name in the folder `work` is that of a file or folder that no finished task needs.
    static func isTemporary(_ name: String) -> Bool { name.hasPrefix(scratchPrefix) || isHiddenTemporary(name) }

    /// `.psms.tsv.4711-0.tmp`: a file that would have been renamed when it was whole.
    private static func isHiddenTemporary(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".tmp") }

    /// What is in a folder; nothing where it cannot be read.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
