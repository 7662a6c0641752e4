import Foundation
import Foundations
import Workflow

/// Stages that do next to nothing, so that what is measured is what the engine adds: each run keeps a line in a file, and
/// a table counts them.
enum TrivialStages {
    private static let line = PortDefinition(
        PortName("line"), summary: "A line of text.",
        write: { value, path in
            let file = try AtomicFile(path: path)
            try file.write(value as? String ?? "")
            try file.commit()
        },
        read: { path in try String(contentsOfFile: path, encoding: .utf8) })

    static let engine = WorkflowEngine(
        registry: StageRegistry(
            stages: [
                StageDefinition(
                    name: "note", version: 1, scope: .perRun, summary: "Keeps a line.", provides: [line.name],
                    reads: [.spectra], make: { _ in Note() }),
                StageDefinition(
                    name: "table", version: 1, scope: .joint, summary: "Counts the lines.", consumes: [line.name],
                    writes: ["lines.txt"], make: { _ in Table() }),
            ], ports: [line]),
        program: ProgramInfo(name: "many-tasks", version: "1"))

    static let workflow = """
        moselle: 1
        inputs: { spectra: ["runs/*.mgf"] }
        stages:
          - uses: note
          - uses: table

        """

    private struct Note: RunStageRunner {
        func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
            context.journal.count("lines", 1)
            return PortValues([line.name: "a line of \(context.run ?? "")\n"])
        }
    }

    private struct Table: JointStageRunner {
        func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
            let file = try AtomicFile(path: "\(context.outputDirectory)/lines.txt")
            try file.write("\(runs.count)\n")
            try file.commit()
            return PortValues()
        }
    }
}
