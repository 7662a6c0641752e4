import Foundation
import Synchronization
import TestSupport
import Testing
import Workflow

@Suite struct PlanTests {
    @Test("the plan lists each task with why it has to be done")
    func text() async throws {
        let bench = try Bench()
        let first = try await bench.plan()
        #expect(
            first.text == """
                Words: 5 tasks: 5 to do, 0 re-used
                do      a: count-words, keep-long  (not done yet)
                do      b: count-words, keep-long  (not done yet)
                do      c: count-words, keep-long  (not done yet)
                do      join  (not done yet)
                do      table  (tables are written every time)

                """)
        #expect(bench.stages.calls.take().isEmpty)
        try await bench.run()
        try bench.folder.write("other", to: "runs/c.mgf")
        let second = try await bench.plan(["join.fdr=2 %"])
        #expect(
            second.text == """
                Words: 5 tasks: 3 to do, 2 re-used
                re-use  a: count-words, keep-long
                re-use  b: count-words, keep-long
                do      c: count-words, keep-long  (spectra: '\(bench.path("runs/c.mgf"))' changed or is new)
                do      join  (join.fdr is "2 %", was "1 %")
                do      table  (tables are written every time)

                """)
    }

    @Test("a joint task says that its runs, or a task before it, changed")
    func sources() async throws {
        let bench = try Bench()
        try await bench.run()
        try bench.folder.write("new", to: "runs/d.mgf")
        #expect(try await bench.plan().text.contains("do      join  (the runs are not the same: d)"))
        try await bench.run()
        try bench.folder.write("newer", to: "runs/d.mgf")
        #expect(try await bench.plan().text.contains("do      join  (a task before it changed)"))
    }

    @Test("per-run stages that hang together are one task, and keep only what a joint stage takes")
    func chains() async throws {
        let bench = try Bench(
            runs: ["a": "one"],
            workflow: """
                moselle: 1
                inputs: { spectra: runs/a.mgf }
                stages:
                  - uses: count-words
                  - uses: keep-long
                  - { id: other, uses: count-words }
                  - { uses: summarise, needs: [other] }
                  - uses: table

                """)
        let plan = try await bench.plan()
        #expect(plan.tasks.map { "\($0.label)" } == ["a: count-words, keep-long", "a: other", "summarise", "table"])
        #expect(plan.tasks.map { $0.artefacts.map(\.port.rawValue) } == [[], ["word-counts"], ["joined-counts"], []])
    }

    @Test("the digest of an input is remembered until the file changes")
    func digests() async throws {
        let bench = try Bench(runs: ["a": "one"])
        let plan = try await bench.plan()
        let digest = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
        #expect(plan.inputs.spectra == [InputFile(path: bench.path("runs/a.mgf"), byteCount: 3, sha256: digest)])
        try exchange("two", in: bench.path("runs/a.mgf"))
        #expect(try await bench.plan().inputs == plan.inputs, "the file was not read again")
        let known = bench.text("out/work/inputs.json")
        try bench.folder.write(known.replacing(digest.prefix(2), with: "ab"), to: "out/work/inputs.json")
        #expect(try await bench.plan().inputs != plan.inputs, "what is remembered is not trusted once it is damaged")
        try bench.folder.write("on", to: "runs/a.mgf")
        #expect(try await bench.plan().inputs.spectra.first?.byteCount == 2)
    }

    /// Writes another text of the same length into a file without anything telling of it.
    private func exchange(_ text: String, in path: String) throws {
        var facts = stat()
        try #require(stat(path, &facts) == 0)
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        try #require(utimensat(AT_FDCWD, path, [facts.st_atim, facts.st_mtim], 0) == 0)
    }

    @Test("planning tells of each input file")
    func inputProgress() async throws {
        let bench = try Bench()
        let workflow = try #require(bench.check().workflow)
        let seen = Mutex<[TaskProgress]>([])
        _ = try await bench.stages.engine().plan(workflow, options: RunOptions(outputDirectory: bench.output)) {
            progress in seen.withLock { $0.append(progress) }
        }
        #expect(seen.withLock { $0 } == (1...4).map { TaskProgress(done: $0, total: 4, unit: "files") })
    }

    @Test("the order of protein files counts")
    func proteinOrder() async throws {
        let bench = try Bench(workflow: Bench.workflow.replacing("[words.fasta]", with: "[words.fasta, more.fasta]"))
        try bench.folder.write("more", to: "more.fasta")
        try await bench.run()
        let turned = Bench.workflow.replacing("[words.fasta]", with: "[more.fasta, words.fasta]")
        try bench.folder.write(turned, to: "words.yaml")
        #expect(try await bench.plan().text.contains("do      join  (the order of the proteins changed)"))
    }
}
