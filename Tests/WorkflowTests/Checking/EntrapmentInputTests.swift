import Foundation
import TestSupport
import Testing
import Workflow

/// The input `entrapment`, which the stage `spell` reads where it is asked for letters as `listed`.
@Suite struct EntrapmentInputTests {
    private func bench(
        letters: String = "listed", inputs: String = ", entrapment: foreign.fasta"
    ) throws -> RequestBench {
        try RequestBench("  - uses: spell\n  - uses: tally\n    with: { letters: \(letters) }\n", inputs: inputs)
    }

    @Test("is one file or several, found relative to the workflow, in their order")
    func found() throws {
        let one = try bench()
        #expect(one.diagnostics() == [])
        #expect(try one.workflow().inputs[.entrapment] == [one.bench.path("foreign.fasta")])
        let two = try bench(inputs: ", entrapment: [other.fasta, foreign.fasta]")
        let paths = ["other.fasta", "foreign.fasta"].map(two.bench.path)
        #expect(two.diagnostics() == [])
        #expect(try two.workflow().inputs[.entrapment] == paths)
    }

    @Test("where no stage reads it with these parameters, that is a warning", arguments: ["none", "upper"])
    func unread(letters: String) throws {
        #expect(
            try bench(letters: letters).diagnostics() == [
                "words.yaml:3:46: warning: no stage reads 'entrapment', so these files change nothing"
            ])
    }

    @Test("a workflow that leaves it to the command line is a template, and cannot run without")
    func absent() async throws {
        let bench = try bench(inputs: "")
        #expect(
            bench.diagnostics() == [
                "words.yaml:3:1: note: the workflow names no entrapment, so it was not checked; give it with --entrapment or "
                    + "under 'inputs:' when you run it"
            ])
        await #expect {
            try await bench.plan()
        } throws: { "\($0)".contains("names no entrapment; give it with --entrapment or under 'inputs:'") }
        let path = bench.bench.path("other.fasta")
        let result = bench.check(WorkflowOverrides(entrapment: [path]))
        #expect(result.workflow?.inputs[.entrapment] == [path] && result.diagnostics.isEmpty)
    }

    @Test("the command line replaces it, and a file that is not there is named")
    func override() throws {
        let bench = try bench()
        let path = bench.bench.path("other.fasta")
        #expect(bench.check(WorkflowOverrides(entrapment: [path])).workflow?.inputs[.entrapment] == [path])
        let found = bench.diagnostics(WorkflowOverrides(entrapment: ["no-such.fasta"]))
        #expect(found.count == 1 && found[0].hasPrefix("--entrapment: error: the file '"), "\(found)")
    }

    @Test("the stage that reads it looks at it beforehand, and not where it does not read it")
    func checked() throws {
        let bench = try bench()
        try bench.bench.folder.write(">x", to: "foreign.fasta")
        #expect(bench.diagnostics() == ["words.yaml:3:46: error: it has a '>'"])
        #expect(!bench.check(WorkflowOverrides(settings: ["tally.letters=upper"])).hasErrors)
    }

    @Test("its content is part of the fingerprint of the task that reads it, and only where it is read")
    func fingerprint() async throws {
        let bench = try bench()
        let changes = { (settings: [String]) in
            try bench.bench.folder.write("xy", to: "foreign.fasta")
            let before = try await bench.plan(settings).tasks.map(\.fingerprint)
            try bench.bench.folder.write("wxy", to: "foreign.fasta")
            return zip(before, try await bench.plan(settings).tasks.map(\.fingerprint)).map { $0 != $1 }
        }
        #expect(try await changes([]) == [true, true, true])
        #expect(try await changes(["tally.letters=upper"]) == [false, false, false])
    }

    @Test("the stage gets the files; run record, research object and workflow as run name them")
    func run() async throws {
        let bench = try bench()
        #expect(try await bench.run().exitStatus == .done)
        #expect(bench.bench.text("out/words.tsv") == "word\tcount\n'x'\t1\n'y'\t1\nAa\t1\naa\t1\nb\t1\n")
        let path = bench.bench.path("foreign.fasta")
        #expect(bench.bench.text("out/workflow.yaml").contains("  entrapment:\n    - \"\(path)\"\n"))
        let record = try JSONDecoder().decode(RunRecord.self, from: Data(bench.bench.text("out/run.json").utf8))
        #expect(record.inputs.entrapment.map(\.path) == [path])
        #expect(record.inputs.files(.entrapment).map(\.byteCount) == [2])
        #expect(bench.bench.text("out/ro-crate-metadata.json").contains("#input-entrapment"))
        #expect(bench.bench.text("out/ro-crate-metadata.json").contains("foreign.fasta"))
    }

    @Test("a run record from before there were entrapments can be read")
    func olderRecord() throws {
        let file = "{\"path\": \"/a\", \"byteCount\": 1, \"sha256\": \"00\"}"
        let text = "{\"spectra\": [\(file)], \"proteins\": [], \"contaminants\": [], \"truth\": \(file)}"
        let inputs = try JSONDecoder().decode(ResolvedInputs.self, from: Data(text.utf8))
        let expected = InputFile(path: "/a", byteCount: 1, sha256: "00")
        #expect(inputs == ResolvedInputs(spectra: [expected], truth: expected))
    }

    @Test("the schema of workflow files knows it as a list of files")
    func schema() throws {
        let document = WorkflowSchema(registry: try bench().registry).document
        let inputs = document.mapping?["properties"]?.mapping?["inputs"]?.mapping?["properties"]?.mapping
        #expect(inputs?["entrapment"] != nil && inputs?["entrapment"] == inputs?["proteins"])
    }
}
