import TestSupport
import Testing
import Workflow

/// How stages get what they asked for, and those asked hear of it.
@Suite struct RequestRunTests {
    @Test("the stage that is asked reads a run once, and the one that asked gets the port of each run")
    func joint() async throws {
        let bench = try RequestBench(runs: ["a": "Aa aa b", "b": "Ba"])
        try await bench.run(["tally.letters=upper"])
        #expect(
            bench.toys.calls.take() == [
                "spell a for letter-counts word-counts, asked [\"letter-counts=upper\"]",
                "spell b for letter-counts word-counts, asked [\"letter-counts=upper\"]",
                "table", "tally a: letter-counts word-counts", "tally b: letter-counts word-counts",
            ])
        #expect(bench.bench.text("out/words.tsv") == "word\tcount\n'A'\t1\n'B'\t1\nAa\t1\nBa\t1\naa\t1\nb\t1\n")
    }

    @Test("without a request nobody hears of one")
    func unasked() async throws {
        let bench = try RequestBench()
        try await bench.run()
        #expect(bench.toys.calls.take() == ["spell a for word-counts, asked []", "table", "tally a: word-counts"])
    }

    @Test("another stage of all runs that did not ask does not get the port")
    func bystander() async throws {
        let stages = "  - uses: spell\n  - uses: tally\n    with: { letters: lower }\n    keep: [joined-counts]\n"
        let other = "  - { id: bystander, uses: tally }\n"
        let bench = try RequestBench(stages + other)
        try bench.bench.folder.write(
            bench.bench.text("words.yaml").replacing("- uses: table", with: "- { uses: table, needs: [bystander] }"),
            to: "words.yaml")
        #expect(try await bench.run().exitStatus == .done)
        #expect(
            bench.toys.calls.take() == [
                "spell a for letter-counts word-counts, asked [\"letter-counts=lower\"]", "table",
                "tally a: letter-counts word-counts", "tally a: word-counts",
            ])
    }

    @Test("a later stage of the same chain gets the port as it was made")
    func chain() async throws {
        let stages = "  - uses: spell\n  - uses: tint\n  - uses: join\n"
        let bench = try RequestBench(stages, inputs: ", proteins: words.fasta")
        #expect(try await bench.run(["tint.letters=lower"]).exitStatus == .done)
        #expect(
            bench.toys.calls.take() == [
                "join a", "spell a for letter-counts word-counts, asked [\"letter-counts=lower\"]", "table",
                "tint a: letter-counts word-counts",
            ])
    }

    @Test("a request done by a single task of a written plan is the same task")
    func writtenPlan() async throws {
        let bench = try RequestBench()
        let plan = try await bench.plan(["tally.letters=upper"])
        let text = WorkflowWriter.text(of: plan.workflow)
        try bench.bench.folder.write(text, to: "words.yaml")
        #expect(try await bench.plan().tasks.map(\.fingerprint) == plan.tasks.map(\.fingerprint))
    }
}
