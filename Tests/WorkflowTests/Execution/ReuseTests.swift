import Foundation
import TestSupport
import Testing
import Workflow

@Suite struct ReuseTests {
    @Test("a workflow gives the table its inputs stand for")
    func result() async throws {
        let bench = try Bench()
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(bench.text("out/words.tsv") == "word\tcount\none\t2\nthree\t3\ntwo\t2\n")
        #expect(
            bench.stages.calls.take() == [
                "count a", "count b", "count c", "join a b c", "keep a", "keep b", "keep c", "table",
            ])
    }

    @Test("a second run asks no stage but the report, and writes the same table")
    func secondRun() async throws {
        let bench = try Bench()
        try await bench.run()
        let first = bench.text("out/words.tsv")
        _ = bench.stages.calls.take()
        let outcome = try await bench.run()
        #expect(bench.stages.calls.take() == ["table"])
        #expect(bench.text("out/words.tsv") == first)
        #expect(outcome.exitStatus == .done)
        #expect(outcome.runs.map(\.status) == [.reused, .reused, .reused])
        #expect(outcome.counts == ["words": 8], "a re-used task still accounts for its words")
    }

    @Test("a changed parameter of a joint stage leaves the runs alone")
    func changedJointParameter() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try await bench.run(["join.fdr=5 %"])
        #expect(bench.stages.calls.take() == ["join a b c", "table"])
        try await bench.run(["join.fdr=1.0 %"])
        #expect(bench.stages.calls.take() == ["table"], "1.0 % is 1 %, which was done before")
    }

    @Test("a changed parameter of a run stage makes everything after it again")
    func changedRunParameter() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try await bench.run(["keep-long.letters=4"])
        #expect(bench.stages.calls.take().count == 8)
        #expect(bench.text("out/words.tsv") == "word\tcount\nthree\t3\n")
    }

    @Test("a changed file makes its own run again and no other")
    func changedFile() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try bench.folder.write("seven", to: "runs/b.mgf")
        try await bench.run()
        #expect(bench.stages.calls.take() == ["count b", "join a b c", "keep b", "table"])
    }

    @Test("a changed protein file makes only the stage that reads it again")
    func changedProteins() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try bench.folder.write("other words", to: "words.fasta")
        try await bench.run()
        #expect(bench.stages.calls.take() == ["join a b c", "table"])
    }

    @Test("a new version of a stage makes its tasks again")
    func newVersion() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        let plan = try await bench.plan(countVersion: 2)
        #expect(plan.text.contains("count-words is version 2, was 1"))
        try await bench.run(countVersion: 2)
        #expect(bench.stages.calls.take().count == 8)
    }

    @Test("renaming a stage or moving the files changes nothing")
    func renamed() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try FileManager.default.moveItem(atPath: bench.folder.path("runs"), toPath: bench.folder.path("moved"))
        let moved = Bench.workflow.replacing("runs/", with: "moved/").replacing(
            "- uses: join", with: "- id: all\n    uses: join")
        try bench.folder.write(moved, to: "words.yaml")
        try await bench.run()
        #expect(bench.stages.calls.take() == ["table"])
    }

    @Test("--fresh makes everything again")
    func fresh() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        try await bench.run(fresh: true)
        #expect(bench.stages.calls.take().count == 8)
    }

    @Test("an artefact that is gone or has another size is made again")
    func missingArtefact() async throws {
        let bench = try Bench()
        try await bench.run()
        _ = bench.stages.calls.take()
        let files = try bench.artefacts("long-words.npz")
        #expect(files.count == 3)
        try FileManager.default.removeItem(atPath: bench.folder.path("out/work/\(files[0])"))
        try bench.folder.write("toy\n", to: "out/work/\(files[1])")
        let plan = try await bench.plan()
        #expect(plan.text.contains("its file work/\(files[0]) is gone"))
        #expect(plan.text.contains("its file work/\(files[1]) has 4 bytes, not"))
        try await bench.run()
        #expect(bench.stages.calls.take().filter { $0.hasPrefix("count") }.count == 2)
    }

    @Test("an artefact whose damage shows only on reading is made again, and the run says so")
    func damagedArtefact() async throws {
        let bench = try Bench()
        try await bench.run()
        let table = bench.text("out/words.tsv")
        _ = bench.stages.calls.take()
        for file in try bench.artefacts("long-words.npz") where bench.text("out/work/\(file)").contains("two") {
            try bench.folder.write(bench.text("out/work/\(file)").replacing("toy", with: "yot"), to: "out/work/\(file)")
        }
        let events = EventList()
        let outcome = try await bench.run(["join.fdr=2 %"], observer: events)
        #expect(bench.stages.calls.take() == ["count a", "join a b c", "keep a", "table"])
        #expect(outcome.exitStatus == .done)
        #expect(outcome.runs.map(\.status) == [.done, .reused, .reused])
        #expect(events.all.contains { $0.contains("is done again: its file work/") && $0.contains("is not 'toy'") })
        #expect(bench.text("out/words.tsv") == table)
    }

    @Test("a damaged joint artefact is made again from the runs")
    func damagedJointArtefact() async throws {
        let bench = try Bench()
        try await bench.run()
        let table = bench.text("out/words.tsv")
        _ = bench.stages.calls.take()
        let file = try #require(bench.artefacts("joined-counts.npz").first)
        try bench.folder.write(bench.text("out/work/\(file)").replacing("toy", with: "yot"), to: "out/work/\(file)")
        let outcome = try await bench.run()
        #expect(bench.stages.calls.take() == ["join a b c", "table"])
        #expect(outcome.exitStatus == .done)
        #expect(bench.text("out/words.tsv") == table)
    }
}
