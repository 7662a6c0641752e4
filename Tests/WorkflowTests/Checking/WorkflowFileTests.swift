import TestSupport
import Testing
import Workflow

@Suite struct WorkflowFileTests {
    /// The diagnostics of a workflow with these lines; the inputs `runs/a.mgf` and `words.fasta` are there.
    private func diagnostics(_ text: String, settings: [String] = []) throws -> [String] {
        try Bench(runs: ["a": "one"], workflow: text).diagnostics(WorkflowOverrides(settings: settings))
    }

    private let inputs = "inputs: { spectra: [runs/a.mgf], proteins: words.fasta }"

    @Test("a workflow without faults has no diagnostics, and every default is filled in")
    func sound() throws {
        let result = try Bench().check()
        #expect(result.diagnostics.isEmpty)
        let stage = try #require(result.workflow?.stage("count-words"))
        #expect(stage.parameters.integer("minimum-length") == 1)
        #expect(stage.parameters.quantity("tolerance") == Quantity(value: 10, unit: "ppm"))
        #expect(result.workflow?.stage("join")?.parameters.fraction("fdr") == 0.01)
        #expect(result.workflow?.name == "Words")
    }

    @Test("text that is not YAML is an error with its place")
    func notYAML() throws {
        let found = try diagnostics("moselle: 1\nname: [a, b\nstages: x\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("words.yaml:3:") == true)
        #expect(found.first?.contains("error: this is not YAML: while parsing a flow sequence") == true)
    }

    @Test("a key that is there twice is an error")
    func repeatedKey() throws {
        #expect(
            try diagnostics("moselle: 1\nname: a\nname: b\n")
                == ["words.yaml:2:1: error: the key 'name' is there more than once; keep one of them"])
    }

    @Test("the format has to be said, and to be known")
    func format() throws {
        let rest = "\(inputs)\nstages: [{uses: count-words}, {uses: summarise}, {uses: table}]\n"
        #expect(
            try diagnostics("name: x\n" + rest).first
                == "words.yaml:1:1: error: the workflow does not say which format it has; begin it with 'moselle: 1'")
        #expect(
            try diagnostics("moselle: 2\n" + rest).first
                == "words.yaml:1:10: error: this program reads workflows of format 1, not 2")
    }

    @Test("all problems are found at once, each at its line and column with what was meant")
    func allAtOnce() throws {
        let text = """
            moselle: 1
            nmae: x
            inputs:
              spectra: [runs/a.mgf]
              protein: words.fasta
            stages:
              - uses: count-wrods
              - uses: count-words
                with: { ignore-case: 3, minimum_length: 4, tolerance: 10 }
              - uses: summarise
                wiht: 3
              - uses: table
                with: { order: cuont }
            execution: { executor: slurm }

            """
        let found = try diagnostics(text)
        #expect(
            found == [
                "words.yaml:2:1: error: a workflow does not have a key 'nmae'; it has moselle, name, inputs, stages "
                    + "and execution (did you mean 'name'?)",
                "words.yaml:5:3: error: 'inputs' does not have a key 'protein'; it has spectra, proteins, "
                    + "contaminants, entrapment, samples and truth (did you mean 'proteins'?)",
                "words.yaml:7:11: error: there is no stage 'count-wrods'; there are count-words, join, keep-long, "
                    + "summarise and table (did you mean 'count-words'?)",
                "words.yaml:9:26: error: 'ignore-case' expects true or false, not 3",
                "words.yaml:9:29: error: the stage 'count-words' has no parameter 'minimum_length' "
                    + "(did you mean 'minimum-length'?)",
                "words.yaml:9:59: error: 'tolerance' needs a unit: write '10 ppm' or '10 Da'",
                "words.yaml:11:5: error: a stage does not have a key 'wiht'; it has id, uses, with, needs and keep "
                    + "(did you mean 'with'?)",
                "words.yaml:13:20: error: 'order' expects one of word or count, not 'cuont' (did you mean 'count'?)",
                "words.yaml:14:24: error: this program does not have the executor 'slurm'; it has 'local'",
            ])
    }

    @Test("a fault inside a list is at its element")
    func insideList() throws {
        let text = """
            moselle: 1
            \(inputs)
            stages:
              - uses: count-words
                with:
                  skip:
                    - Fine
                    - "n0t"
              - uses: summarise
              - uses: table

            """
        let found = try diagnostics(text)
        #expect(found.last == "words.yaml:8:11: error: 'skip' expects letters, not 'n0t' (did you mean 'nt'?)")
    }

    @Test("what a stage says about its values together is at the parameter")
    func sense() throws {
        let bench = try Bench(
            workflow: Bench.workflow.replacing(
                "uses: count-words", with: "uses: count-words\n    with: { ignore-case: true, minimum-length: 11 }"))
        #expect(
            bench.diagnostics() == [
                "words.yaml:8:48: warning: 'minimum-length': no word is so long"
            ])
        #expect(bench.check().workflow != nil, "a warning does not stop a workflow")
    }

    @Test("two stages of one id are an error that names the first")
    func repeatedID() throws {
        let text = "moselle: 1\n\(inputs)\nstages:\n  - uses: count-words\n  - id: count-words\n    uses: keep-long\n"
        #expect(
            try diagnostics(text).contains(
                "words.yaml:5:9: error: the id 'count-words' is taken by the stage at line 4; give this one another 'id'"
            ))
    }

    @Test("--set replaces a value, and its faults are at the option")
    func settings() throws {
        let bench = try Bench()
        let result = bench.check(WorkflowOverrides(settings: ["count-words.tolerance=0.5u", "join.fdr=7 %"]))
        #expect(result.workflow?.stage("count-words")?.parameters.quantity("tolerance").description == "0.5 Da")
        #expect(result.workflow?.stage("join")?.parameters.fraction("fdr") == 0.07)
        #expect(
            try diagnostics(
                Bench.workflow.replacing("*", with: "a"),
                settings: ["join.fdr=5", "jion.fdr=1 %", "join.fdrr=1 %", "join", "table.order=[word"]
            ) == [
                "--set jion.fdr: error: the workflow has no stage 'jion'; it has count-words, join, keep-long and "
                    + "table (did you mean 'join'?)",
                "--set join: error: write it as STAGE.PARAM=VALUE, such as search.enzyme=trypsin",
                "--set join.fdr: error: 'fdr' needs a percent sign: write '5 %' for 5 in a hundred",
                "--set join.fdrr: error: the stage 'join' has no parameter 'fdrr' (did you mean 'fdr'?)",
                "--set table.order: error: this is not YAML: while parsing a flow sequence that starts at line 1, "
                    + "did not find expected ',' or ']'",
            ])
    }

    @Test("the workflow file itself may be absent, a folder, empty or not text")
    func file() throws {
        let bench = try Bench()
        let engine = bench.stages.engine()
        func first(_ path: String) -> String? { engine.check(path: path).diagnostics.first?.message }
        #expect(first("/nowhere/x.yaml") == "the workflow file '/nowhere/x.yaml' does not exist")
        #expect(first(bench.folder.path("runs"))?.contains("is a folder") == true)
        let empty = try bench.folder.write("", to: "empty.yaml")
        #expect(first(empty) == "the workflow file '\(empty)' is empty")
        let latin = try bench.folder.write([0x6D, 0xE9], to: "latin.yaml")
        #expect(first(latin) == "the workflow file is not UTF-8 text; save it as UTF-8")
    }

    @Test("a byte-order mark before the text is none of it")
    func byteOrderMark() throws {
        let bench = try Bench()
        try bench.folder.write("\u{FEFF}" + Bench.workflow, to: "words.yaml")
        #expect(bench.diagnostics() == [])
        try bench.folder.write("\u{FEFF}nmae: x\n" + Bench.workflow, to: "words.yaml")
        #expect(
            bench.diagnostics().first?.hasPrefix("words.yaml:1:1: error: a workflow does not have a key 'nmae'") == true
        )
    }

    @Test("ten thousands of unknown keys are all named, in a moment", .timeLimit(.minutes(1)))
    func manyKeys() throws {
        let keys = (0..<20_000).map { "key\($0): 1\n" }.joined()
        #expect(try diagnostics(Bench.workflow + keys).count { $0.contains("does not have a key 'key") } == 20_000)
    }

    @Test("values nested without end are refused")
    func nesting() throws {
        let found = try diagnostics("name: " + String(repeating: "[", count: 100_000))
        #expect(found.count == 1 && found.first?.contains("this is not YAML") == true)
    }

    @Test("an alias that stands for billions of values is refused")
    func aliases() throws {
        var text = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(try diagnostics(text).contains { $0.contains("more than 100000 values") })
    }
}
