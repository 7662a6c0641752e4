import Foundation

/// The run record as a script reads it, without the types that wrote it.
struct RecordFile: Decodable {
    struct Program: Decodable {
        var name: String
        var version: String
    }

    struct File: Decodable {
        var path: String
        var byteCount: Int
        var sha256: String
    }

    struct Inputs: Decodable {
        var spectra: [File]
        var proteins: [File]
    }

    struct Entries: Decodable {
        var notes: [String]
    }

    struct Stage: Decodable {
        var id: String
        var entries: Entries
    }

    struct Report: Decodable {
        var stages: [Stage]
    }

    struct Task: Decodable {
        var status: String
        var report: Report?
    }

    struct Run: Decodable {
        var run: String
        var status: String
        var counts: [String: Int]
        var setAside: [String: Int]
    }

    struct Outcome: Decodable {
        var exitStatus: Int
        var tasks: [Task]
        var runs: [Run]
        var counts: [String: Int]
        var setAside: [String: Int]
        var files: [File]
        var failures: [String]
        var faults: [String]
        var warnings: [String]
        var started: String
        var finished: String
        var seconds: Double
        var cpuSeconds: Double
        var peakResidentBytes: Int
    }

    struct System: Decodable {
        var user: String
        var host: String
        var cpuModel: String
    }

    struct WorkflowStage: Decodable {
        var id: String
        var uses: String
        var parameters: [String: Value]
    }

    /// A parameter; only whether it is there counts.
    struct Value: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    var program: Program
    var facts: [String: String]
    var system: System
    var stages: [WorkflowStage]
    var inputs: Inputs
    var outcome: Outcome

    init(contentsOf path: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
    }

    /// Everything the stages noted.
    var notes: [String] { outcome.tasks.flatMap { $0.report?.stages.flatMap(\.entries.notes) ?? [] } }
}
