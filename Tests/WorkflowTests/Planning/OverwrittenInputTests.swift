import Foundation
import TestSupport
import Testing
import Workflow

@Suite("Inputs that a run would overwrite") struct OverwrittenInputTests {
    private func refusal(_ bench: Bench, output: String) async throws -> String {
        let planning = await #expect(throws: WorkflowError.self) { try await bench.plan(output: bench.path(output)) }
        let running = await #expect(throws: WorkflowError.self) {
            try await bench.run(output: bench.path(output))
        }
        let message = try #require(planning).description
        #expect(try #require(running).description == message)
        #expect(bench.stages.calls.take().isEmpty)
        return message.replacing(bench.folder.url.path, with: "")
    }

    @Test("a workflow file is not replaced by the workflow as run, also where a link names it")
    func workflow() async throws {
        let bench = try Bench()
        try bench.folder.write(Bench.workflow, to: "out/workflow.yaml")
        try FileManager.default.removeItem(atPath: bench.path("words.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: bench.path("words.yaml"), withDestinationPath: bench.path("out/workflow.yaml"))
        #expect(
            try await refusal(bench, output: "out") == """
                /words.yaml:1:1: error: the workflow file is 'workflow.yaml' of the output folder '/out', which the run would \
                overwrite; choose another folder with --output
                """)
        #expect(bench.text("out/workflow.yaml") == Bench.workflow)
        #expect(try await bench.run(output: bench.path("elsewhere")).exitStatus == .done)
    }

    @Test("an input is not replaced by a table")
    func table() async throws {
        let bench = try Bench(workflow: Bench.workflow.replacing("[words.fasta]", with: "[words.tsv]"))
        try bench.folder.write("mine", to: "words.tsv")
        #expect(
            try await refusal(bench, output: ".") == """
                /words.yaml:1:1: error: the file '/words.tsv', named under 'proteins', is 'words.tsv' of the output folder \
                '', which the run would overwrite; choose another folder with --output
                """)
        #expect(bench.text("words.tsv") == "mine")
    }

    @Test("an input is not in the folder whose files come and go")
    func work() async throws {
        let bench = try Bench(workflow: Bench.workflow.replacing("words.fasta", with: "out/work/words.fasta"))
        try bench.folder.write("mine", to: "out/work/words.fasta")
        #expect(
            try await refusal(bench, output: "out") == """
                /words.yaml:1:1: error: the file '/out/work/words.fasta', named under 'proteins', is in '/out/work', where the \
                run keeps and removes files; choose another folder with --output
                """)
    }

    @Test("other files of the output folder may be inputs")
    func beside() async throws {
        let bench = try Bench()
        #expect(try await bench.run(output: bench.path(".")).exitStatus == .done)
        #expect(try await bench.run(output: bench.path(".")).exitStatus == .done)
    }
}
