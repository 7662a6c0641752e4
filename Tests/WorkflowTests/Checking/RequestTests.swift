import TestSupport
import Testing
import Workflow

/// What stages ask of earlier ones, as it is found when a workflow is checked.
@Suite struct RequestTests {
    private static let spell = "  - uses: spell\n"
    private static let tallyUpper = "  - uses: tally\n    with: { letters: upper }\n"

    private func diagnostics(_ stages: String, inputs: String = "") throws -> [String] {
        try RequestBench(stages, inputs: inputs).diagnostics()
    }

    @Test("a stage is wired to the one that gives what it asks for, which is told how")
    func wired() throws {
        let bench = try RequestBench(Self.spell + Self.tallyUpper)
        #expect(bench.diagnostics() == [])
        let workflow = try bench.workflow()
        let request = PortRequest(port: RequestBench.letters, options: "upper")
        #expect(
            workflow.stage("tally")?.providers == [RequestBench.letters: "spell", PortName("word-counts"): "spell"])
        #expect(workflow.stage("tally")?.requests == [request] && workflow.stage("tally")?.requested == [])
        #expect(workflow.stage("spell")?.requested == [request] && workflow.stage("spell")?.requests == [])
    }

    @Test("with other parameters the same stage asks for nothing")
    func unasked() throws {
        let workflow = try RequestBench().workflow()
        #expect(workflow.stage("tally")?.providers == [PortName("word-counts"): "spell"])
        #expect(workflow.stage("spell")?.requested == [])
    }

    @Test("what no stage before gives is an error that says what would")
    func unmet() throws {
        #expect(
            try diagnostics("  - uses: count-words\n" + Self.tallyUpper) == [
                "words.yaml:6:11: error: 'tally' takes 'letter-counts' with these parameters, which no stage before it "
                    + "provides; add 'spell' before it"
            ])
        #expect(
            try diagnostics("  - uses: count-words\n" + Self.tallyUpper + Self.spell).contains(
                "words.yaml:6:11: error: 'tally' takes 'letter-counts' with these parameters, which no stage before it "
                    + "provides; move 'spell' before it"))
    }

    @Test("of two stages that give it, 'needs' names one")
    func ambiguous() throws {
        let two = Self.spell + "  - { id: again, uses: spell }\n"
        #expect(
            try diagnostics(two + Self.tallyUpper).contains(
                "words.yaml:7:11: error: 'tally' takes 'letter-counts' with these parameters, which 'spell' and 'again' "
                    + "provide; add 'needs: [spell]' or 'needs: [again]'"))
        let bench = try RequestBench(two + Self.tallyUpper + "    needs: [again]\n")
        #expect(try bench.workflow().stage("again")?.requested.map(\.options) == ["upper"])
        #expect(try bench.workflow().stage("spell")?.requested == [])
    }

    @Test("a stage may need one that gives only what it might ask for")
    func needs() throws {
        let found = try diagnostics(
            "  - uses: count-words\n" + Self.spell + "  - uses: tally\n    needs: [count-words, spell]\n")
        #expect(!found.contains { $0.contains("leave it out") }, "\(found)")
    }

    @Test("two stages that want the same made in two ways are an error, two that agree are not")
    func conflict() throws {
        let tint = "  - uses: tint\n    with: { letters: lower }\n  - uses: join\n    keep: [joined-counts]\n"
        let stages = Self.spell + tint + Self.tallyUpper + "    needs: [spell]\n"
        let other = stages.replacing("lower", with: "upper")
        let conflict = { (found: [String]) in found.filter { $0.contains("in one way") } }
        #expect(
            conflict(try diagnostics(stages)) == [
                "words.yaml:10:11: error: 'spell' gives 'letter-counts' in one way, but 'tally' takes it as 'upper' and "
                    + "'tint' takes it as 'lower'; let them agree, or add a second 'spell' and say by 'needs' who takes from "
                    + "which"
            ])
        #expect(conflict(try diagnostics(other)) == [])
    }

    @Test("a stage that always takes a port does not get one that is made in a way another asked for")
    func plainTaker() throws {
        let port = ToyStages.counts.name
        let ask = StageDefinition(
            name: "ask", version: 1, scope: .joint, summary: "", optionalPorts: [port], writes: ["ask.tsv"],
            requests: { _ in [PortRequest(port: port, options: "odd")] },
            make: { _ in JoinRunner(port: port, calls: CallLog()) })
        let toys = ToyStages().registry()
        let engine = WorkflowEngine(
            registry: StageRegistry(stages: toys.stages + [ask], ports: toys.ports),
            program: ProgramInfo(name: "toy", version: "1"))
        let head = "moselle: 1\ninputs: { spectra: runs/a.mgf }\nstages:\n  - uses: count-words\n"
        let both = try Bench(workflow: head + "  - uses: summarise\n  - uses: table\n  - uses: ask\n")
        let found = engine.check(path: both.path("words.yaml")).diagnostics.map(\.message)
        #expect(
            found == [
                "'count-words' gives 'word-counts' in one way, but 'ask' takes it as 'odd' and 'summarise' takes it as it is; "
                    + "let them agree, or add a second 'count-words' and say by 'needs' who takes from which"
            ])
        let alone = try Bench(workflow: head + "  - uses: ask\n")
        #expect(engine.check(path: alone.path("words.yaml")).diagnostics.isEmpty)
    }

    @Test("a stage that cannot do what is asked says so at its own parameter")
    func refused() throws {
        let stages = "  - uses: spell\n    with: { ignore-case: true }\n" + Self.tallyUpper
        #expect(
            try diagnostics(stages) == [
                "words.yaml:6:26: error: 'ignore-case': capitals are lost; set it to false; 'tally' asks for "
                    + "letter-counts (upper)"
            ])
        #expect(try diagnostics(stages.replacing("upper", with: "lower")) == [])
    }

    @Test("where the parameters of either stage have errors, these alone are said")
    func unsound() throws {
        #expect(try diagnostics("  - uses: spell\n    with: { ignore-case: 3 }\n" + Self.tallyUpper).count == 1)
        let typo = Self.spell + "  - uses: tally\n    with: { letters: litsed }\n"
        let found = try diagnostics(typo, inputs: ", entrapment: foreign.fasta")
        #expect(found.count == 1 && found[0].contains("did you mean 'listed'?"), "\(found)")
    }

    @Test("what is made only on request cannot be kept without one")
    func keep() throws {
        let stages = Self.spell + "    keep: [letter-counts]\n  - uses: tally\n"
        #expect(
            try diagnostics(stages) == [
                "words.yaml:6:12: error: 'spell' makes 'letter-counts' only as a later stage asks for it; it can keep "
                    + "word-counts"
            ])
    }

    @Test("the reference of a stage says what it may ask for, and what it gives and reads where it is asked")
    func reference() throws {
        let registry = try RequestBench().registry
        #expect(registry.inconsistencies() == [])
        let reference = StageReference(registry: registry)
        let asked = "If asked: letter-counts, where parameters of a later stage ask for it"
        let tally = reference.text(of: try #require(registry.stage("tally")))
        let taken = "May take: letter-counts, where its parameters ask for it"
        #expect(tally.contains("Takes:    word-counts\n\(taken)\nProvides: "))
        let spell = reference.text(of: try #require(registry.stage("spell")))
        #expect(spell.contains("Provides: word-counts\n\(asked)\nCan keep: word-"))
        #expect(spell.contains("Reads:    spectra\nMay read: entrapment, for what a later stage asks for\n"))
    }

    @Test("a table of stages whose requests contradict it is found out")
    func inconsistencies() {
        let (port, known) = (PortName("nothing"), ToyStages.counts)
        let odd = StageDefinition(
            name: "odd", version: 1, scope: .joint, summary: "", consumes: [known.name], optionalPorts: [known.name],
            providesOnRequest: [port],
            readsOnRequest: [PortRequest(port: port): [.spectra], PortRequest(port: known.name): [.truth]],
            make: { _ in JoinRunner(port: known.name, calls: CallLog()) })
        #expect(
            StageRegistry(stages: [odd], ports: [known]).inconsistencies() == [
                "The stage 'odd' names the port 'nothing', which is not defined.",
                "The stage 'odd' sees all runs and may not read spectra files.",
                "The stage 'odd' names a port twice.",
                "The stage 'odd' reads files for 'word-counts', which it does not give.",
            ])
    }
}
