import Foundation
import TestSupport

/// Damages files as crashes, full disks and bad cables do, by a seed.
struct Vandal {
    /// What becomes of a file.
    enum Damage: CaseIterable {
        case truncated, byteFlipped, emptied, removed
    }

    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// A share from 0 to 1.
    mutating func share() -> Double { generator.unit() }

    /// Damages a file.
    mutating func damage(_ path: String, _ damage: Damage) throws {
        let url = URL(filePath: path)
        var bytes = try Data(contentsOf: url)
        switch damage {
        case .truncated: bytes.removeLast(bytes.count - Int(share() * Double(bytes.count)))
        case .byteFlipped:
            guard !bytes.isEmpty else { return }
            bytes[generator.integer(0..<bytes.count)] ^= UInt8(generator.integer(1..<256))
        case .emptied: bytes.removeAll()
        case .removed: return try FileManager.default.removeItem(at: url)
        }
        // In place, as a disk does it, not by a new file of the same name.
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: bytes)
        try handle.close()
    }

    /// Damages one file of an output folder, or leaves there what a run leaves that is killed while it writes.
    mutating func visit(_ folder: String) throws {
        let work = "\(folder)/work"
        let names = try FileManager.default.contentsOfDirectory(atPath: work).filter { $0 != "lock" }.sorted()
        let tables = Table.names + ["run.json", "log.jsonl", "workflow.yaml"]
        let files =
            names.filter { !$0.hasPrefix("scratch") }.map { "\(work)/\($0)" }
            + tables.map { "\(folder)/\($0)" }.filter { FileManager.default.fileExists(atPath: $0) }
        guard !files.isEmpty else { return }
        let file = files[generator.integer(files.indices)]
        if share() < 0.2 {
            let url = URL(filePath: file)
            let name = ".\(url.lastPathComponent).4711-0.tmp"
            try Data(contentsOf: url).prefix(100).write(to: url.deletingLastPathComponent().appending(path: name))
        } else {
            try damage(file, Damage.allCases[generator.integer(Damage.allCases.indices)])
        }
    }
}
