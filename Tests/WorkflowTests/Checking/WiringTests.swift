import Testing
import Workflow

@Suite struct WiringTests {
    private func diagnostics(_ stages: String) throws -> [String] {
        let head = "moselle: 1\ninputs: { spectra: runs/a.mgf, proteins: words.fasta }\nstages:\n"
        return try Bench(workflow: head + stages).diagnostics().filter { !$0.contains("no stage reads") }
    }

    @Test("a port that nothing before provides is an error that says what would")
    func missing() throws {
        #expect(
            try diagnostics("  - uses: keep-long\n  - uses: join\n  - uses: table\n") == [
                "words.yaml:4:11: error: 'keep-long' takes 'word-counts', which no stage before it provides; "
                    + "add 'count-words' before it"
            ])
    }

    @Test("what an unknown stage would have provided is not reported missing as well")
    func unknownStage() throws {
        let found = try diagnostics("  - uses: count-wrods\n  - uses: summarise\n  - uses: table\n")
        #expect(found.count == 1)
        #expect(found.first?.contains("there is no stage 'count-wrods'") == true)
    }

    @Test("a provider that comes too late is to be moved")
    func late() throws {
        let found = try diagnostics("  - uses: keep-long\n  - uses: count-words\n  - uses: join\n  - uses: table\n")
        #expect(
            found.contains(
                "words.yaml:4:11: error: 'keep-long' takes 'word-counts', which no stage before it provides; "
                    + "move 'count-words' before it"))
    }

    @Test("two providers are ambiguous until 'needs' names one")
    func ambiguous() throws {
        let two = "  - uses: count-words\n  - {id: again, uses: count-words}\n  - uses: summarise"
        let found = try diagnostics(two + "\n  - uses: table\n")
        #expect(
            found.contains(
                "words.yaml:6:11: error: 'summarise' takes 'word-counts', which 'count-words' and 'again' provide; "
                    + "add 'needs: [count-words]' or 'needs: [again]'"))
        let solved = try diagnostics(two + "\n    needs: [again]\n  - uses: table\n")
        #expect(
            solved == [
                "words.yaml:4:11: warning: no stage takes what 'count-words' provides, so its results reach no table"
            ])
    }

    @Test("'needs' of a stage that is not there, comes later, or provides nothing of use is an error")
    func needs() throws {
        let found = try diagnostics(
            """
              - uses: count-words
              - uses: keep-long
                needs: [count-wrds, join]
              - uses: join
                needs: [count-words]
              - uses: table

            """)
        #expect(
            found == [
                "words.yaml:6:13: error: the workflow has no stage 'count-wrds' (did you mean 'count-words'?)",
                "words.yaml:6:25: error: 'join' does not come before 'keep-long'; move it up",
                "words.yaml:8:13: error: 'count-words' provides nothing that 'join' takes; leave it out",
            ])
    }

    @Test("a second stage that writes the same file is an error at its place")
    func repeatedFile() throws {
        let stages = "  - uses: count-words\n  - uses: summarise\n  - uses: table\n"
        #expect(try diagnostics(stages).isEmpty)
        #expect(
            try diagnostics(stages + "  - { id: sorted, uses: table, with: { order: count } }\n") == [
                "words.yaml:7:25: error: 'sorted' writes 'words.tsv', as 'table' does before it; leave one of them out, or "
                    + "run them in workflows of their own with other output folders"
            ])
    }

    @Test("a stage of single runs cannot take what all runs gave")
    func scope() throws {
        let stages = ToyStages().registry().stages
        let port = PortName("joined-counts")
        let late = StageDefinition(
            name: "late", version: 1, scope: .perRun, summary: "", consumes: [port], provides: [],
            make: { _ in CountRunner(values: try ParameterValues(for: []), calls: CallLog()) })
        let registry = StageRegistry(stages: stages + [late], ports: ToyStages().registry().ports)
        let engine = WorkflowEngine(registry: registry, program: ProgramInfo(name: "toy", version: "1"))
        let bench = try Bench(workflow: Bench.workflow + "  - uses: late\n")
        let found = engine.check(path: bench.path("words.yaml")).diagnostics
        #expect(
            found.contains {
                $0.message == "'late' sees one run at a time and cannot take 'joined-counts' from 'join', "
                    + "which sees all runs" && $0.location?.line == 11
            })
    }
}
