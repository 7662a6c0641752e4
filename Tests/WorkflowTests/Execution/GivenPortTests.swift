import TestSupport
import Testing
import Workflow

/// Ports that are there only with some parameters of the stage that gives them, and stages that take them where they are.
@Suite struct GivenPortTests {
    private static let stages = "  - uses: spell\n  - uses: tally\n  - uses: spread\n"

    @Test("a stage gives a port where it asks for another, and who can take it does, and writes files for it")
    func given() async throws {
        let bench = try RequestBench(Self.stages)
        let workflow = try bench.workflow(["tally.letters=upper"])
        #expect(workflow.stage("spread")?.takes == [PortName("joined-counts"), RequestBench.sum])
        #expect(workflow.stage("spread")?.writes == ["spread.txt", "letters.txt", "more.txt"])
        let outcome = try await bench.run(["tally.letters=upper"])
        #expect(outcome.exitStatus == .done)
        #expect(Set(outcome.files.map(\.path)).isSuperset(of: ["spread.txt", "letters.txt", "more.txt"]))
        #expect(bench.bench.text("out/letters.txt") == "4\n")
    }

    @Test("without it nothing is missed and nothing written")
    func absent() async throws {
        let bench = try RequestBench(Self.stages)
        #expect(bench.diagnostics() == [])
        #expect(try bench.workflow().stage("spread")?.takes == [PortName("joined-counts")])
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(!outcome.files.map(\.path).contains("letters.txt"))
    }

    @Test("it is not to be kept otherwise")
    func kept() throws {
        let found = try RequestBench("  - uses: spell\n  - uses: tally\n    keep: [letter-sum]\n").diagnostics()
        #expect(
            found.contains { $0.contains("'tally' gives 'letter-sum' only where it takes 'letter-counts'") }, "\(found)"
        )
    }

    @Test("files that a stage may write are no others' to write")
    func repeated() throws {
        let found = try RequestBench(Self.stages + "  - { id: again, uses: spread }\n").diagnostics()
        #expect(found.contains { $0.contains("'again' writes 'spread.txt', 'letters.txt' and 'more.txt'") }, "\(found)")
    }

    @Test("a table of stages that gives or writes with a port it does not take is inconsistent")
    func inconsistent() {
        let stage = StageDefinition(
            name: "odd", version: 1, scope: .joint, summary: "Odd.",
            providesWith: [RequestBench.sum: RequestBench.letters],
            writesWith: [RequestBench.letters: ["odd.txt"]], make: { _ in SomeRunner() })
        let ports = [RequestBench.sum, RequestBench.letters].map { name in
            PortDefinition(name, summary: "Odd.", write: { _, _ in }, read: { _ in 0 })
        }
        let found = StageRegistry(stages: [stage], ports: ports).inconsistencies()
        #expect(
            found == [
                "The stage 'odd' gives a port with 'letter-counts', which it does not ask for.",
                "The stage 'odd' writes files with 'letter-counts', which it does not take.",
            ])
    }
}

private struct SomeRunner: JointStageRunner {
    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        PortValues()
    }
}
