import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

/// What a request changes about the tasks of a workflow.
@Suite struct RequestPlanTests {
    private func fingerprints(_ bench: RequestBench, _ settings: [String] = []) async throws -> [String] {
        try await bench.plan(settings).tasks.map(\.fingerprint)
    }

    @Test("without a request the fingerprint has nothing of requests in it, with one it has the port and the options")
    func content() async throws {
        let bench = try RequestBench()
        let head = "artefact format 1\nrun \"a\"\nstage spell version 1 with {\"ignore-case\": false}\n"
        let tail = "reads spectra \(Digest.sha256(of: "Aa aa b"))"
        #expect(try await fingerprints(bench)[0] == Digest.sha256(of: head + "keeps word-counts of stage 0\n" + tail))
        let kept = "keeps word-counts of stage 0\nkeeps letter-counts of stage 0\n"
        let asked = "asked for letter-counts as \"upper\"\n"
        #expect(
            try await fingerprints(bench, ["tally.letters=upper"])[0] == Digest.sha256(of: head + asked + kept + tail))
    }

    @Test("each way of asking gives other tasks")
    func options() async throws {
        let bench = try RequestBench(inputs: ", entrapment: foreign.fasta")
        var seen: [Set<String>] = [[], [], []]
        for letters in ["none", "lower", "upper", "listed"] {
            let found = try await fingerprints(bench, ["tally.letters=\(letters)"])
            for index in seen.indices { seen[index].insert(found[index]) }
        }
        #expect(seen.map(\.count) == [4, 4, 4])
    }

    @Test("a stage that asks another of its own chain is linked to it, and nothing more is kept")
    func chain() async throws {
        let stages = "  - uses: spell\n  - uses: tint\n  - uses: join\n"
        let bench = try RequestBench(stages, inputs: ", proteins: words.fasta")
        let plain = try await bench.plan().tasks[0]
        let asking = try await bench.plan(["tint.letters=lower"]).tasks[0]
        #expect(plain.artefacts.map(\.port.rawValue) == ["long-words"])
        #expect(asking.artefacts.map(\.port) == plain.artefacts.map(\.port))
        #expect(plain.wantedPorts(ofStage: 0) == [ToyStages.counts.name])
        #expect(asking.wantedPorts(ofStage: 0) == [ToyStages.counts.name, RequestBench.letters])
        #expect(
            asking.fingerprint
                == Digest.sha256(
                    of: """
                        artefact format 1
                        run "a"
                        stage spell version 1 with {"ignore-case": false}
                        asked for letter-counts as "lower"
                        stage tint version 1 with {"letters": "lower"}
                        takes word-counts from stage 0
                        takes letter-counts from stage 0
                        keeps long-words of stage 1
                        reads spectra \(Digest.sha256(of: "Aa aa b"))
                        """))
    }

    @Test("the plan says that a task is done again because it is asked for something, otherwise, or no more")
    func reasons() async throws {
        let bench = try RequestBench()
        func line(_ letters: String) async throws -> Substring? {
            let text = try await bench.plan(["tally.letters=\(letters)"]).text
            return text.split(separator: "\n").first { $0.contains("a: spell") }
        }
        try await bench.run(["tally.letters=upper"])
        #expect(try await line("upper") == "re-use  a: spell")
        #expect(
            try await line("lower")
                == "do      a: spell  (spell is asked for letter-counts (lower), was for letter-counts (upper))")
        #expect(try await line("none") == "do      a: spell  (spell is not asked for letter-counts any more)")
        try await bench.run()
        #expect(try await line("none") == "re-use  a: spell")
        #expect(try await line("upper") == "re-use  a: spell", "what was made for it is still there")
        #expect(try await line("lower") == "do      a: spell  (spell is asked for letter-counts (lower))")
    }

    @Test("the task of the stage that asks says that its parameter changed")
    func asker() async throws {
        let bench = try RequestBench()
        try await bench.run()
        let text = try await bench.plan(["tally.letters=upper"]).text
        #expect(text.contains("do      tally  (tally.letters is \"upper\", was \"none\")"))
    }

    @Test("a stage knows what is asked of it when it estimates its work")
    func estimate() async throws {
        let bench = try RequestBench()
        _ = try await bench.plan().estimates()
        _ = try await bench.plan(["tally.letters=upper"]).estimates()
        #expect(bench.estimated.all == [[:], [RequestBench.letters: "upper"]])
    }

    @Test("a task that nobody asks for anything leaves a report without a word of requests, as ever")
    func report() async throws {
        let bench = try RequestBench()
        let plain = try await bench.run().tasks[0].report
        #expect(plain?.stages[0].requests == nil)
        let files = try bench.bench.artefacts(".task.json")
        #expect(files.count == 3 && !files.contains { bench.bench.text("out/work/\($0)").contains("\"requests\"") })
        let asked = try await bench.run(["tally.letters=upper"]).tasks[0].report
        #expect(asked?.stages[0].requests == [PortRequest(port: RequestBench.letters, options: "upper")])
    }
}
