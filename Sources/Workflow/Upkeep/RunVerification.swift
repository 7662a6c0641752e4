internal import Foundation
internal import Foundations

/// Whether the inputs and outputs of a run are still what its record says; every file is read whole.
public struct RunVerification: Sendable, Hashable {
    /// Something that is not as the record says.
    public enum Finding: Sendable, Hashable {
        /// The file is not there.
        case missing(path: String)
        /// The file has other content.
        case differs(path: String, reason: String)
        /// The file is there and cannot be read.
        case unreadable(path: String, reason: String)
        /// The record does not know the file, which lies in the output folder.
        case extra(path: String)
    }

    /// The output folder.
    public let folder: String
    /// How many inputs the record names.
    public let inputCount: Int
    /// How many outputs it names.
    public let outputCount: Int
    /// What is not as it says: inputs first, then outputs, then files it does not know.
    public let findings: [Finding]

    /// Whether every file of the record is there and unchanged. Files that it does not know are no fault of the run.
    public var isSound: Bool {
        findings.allSatisfy { if case .extra = $0 { true } else { false } }
    }

    /// Compares an output folder and the inputs with the run record in it, reading `jobs` files at a time.
    ///
    /// - Throws: An error that says in a sentence that there is no record, or none that can be read; `CancellationError`.
    public static func verify(folder: String, jobs: Int = 1) async throws -> RunVerification {
        let folder = URL(filePath: folder).standardizedFileURL.path
        let record = try RunRecord.read(in: folder)
        let inputs = InputKind.allCases.flatMap { record.inputs.files($0) }
            .map { Expected(path: $0.path, name: $0.path, byteCount: $0.byteCount, sha256: $0.sha256) }
        let outputs = (record.outcome.files + ResearchCrate.recordFile(in: folder)).map {
            Expected(path: "\(folder)/\($0.path)", name: $0.path, byteCount: $0.byteCount, sha256: $0.sha256)
        }
        let all = inputs + outputs
        let findings = try await orderedParallelMap(workers: jobs, count: all.count) { index in
            try Task.checkCancellation()
            return finding(all[index])
        }
        return RunVerification(
            folder: folder, inputCount: inputs.count, outputCount: outputs.count,
            findings: findings.compactMap(\.self) + extras(in: folder, besides: outputs.map(\.name)))
    }

    private struct Expected {
        var path: String
        /// What a message calls it.
        var name: String
        var byteCount: Int
        var sha256: String
    }

    private static func finding(_ file: Expected) -> Finding? {
        do throws(FileError) {
            let byteCount = try FileIdentity(of: file.path).byteCount
            guard byteCount == file.byteCount else {
                return .differs(
                    path: file.name, reason: "\(byteCount.grouped) bytes, \(file.byteCount.grouped) in the record")
            }
            let sha256 = try Digest.sha256(ofFile: file.path)
            guard sha256 == file.sha256 else {
                return .differs(path: file.name, reason: "SHA-256 \(sha256), \(file.sha256) in the record")
            }
            return nil
        } catch {
            if case .missing = error { return .missing(path: file.name) }
            return .unreadable(path: file.name, reason: "\(error)")
        }
    }

    /// Files of the folder that neither the record nor the engine knows.
    private static func extras(in folder: String, besides known: [String]) -> [Finding] {
        let known = Set(known + OutputFolder.files)
        let names = ArtefactStore.names(in: folder).filter { $0 != OutputFolder.work }
        let paths = names.flatMap { name in
            let below = (try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
            return [name] + below.map { "\(name)/\($0)" }
        }
        return paths.sorted().filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue && !known.contains(path)
        }.map { .extra(path: $0) }
    }
}

extension RunVerification: CustomStringConvertible {
    /// A line for each finding and one that sums up.
    public var description: String {
        let lines = findings.map { finding in
            switch finding {
            case .missing(let path): "missing  \(path)"
            case .differs(let path, let reason): "differs  \(path): \(reason)"
            case .unreadable(let path, let reason): "error    \(path): \(reason)"
            case .extra(let path): "extra    \(path): the run record does not know it"
            }
        }
        return (lines + [summary]).joined(separator: "\n") + "\n"
    }

    private var summary: String {
        let bad = findings.count { if case .extra = $0 { false } else { true } }
        let extra = findings.count - bad
        let known = "\(Self.count(inputCount, "input")) and \(Self.count(outputCount, "output"))"
        let verdict = bad == 0 ? "all as the run record says" : "\(bad) not as the run record says"
        return "\(folder): \(known): \(verdict)" + (extra == 0 ? "" : "; \(Self.count(extra, "other file"))")
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
