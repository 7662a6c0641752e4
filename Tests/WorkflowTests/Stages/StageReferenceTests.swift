import Testing
import Workflow

@Suite struct StageReferenceTests {
    private let registry = ToyStages().registry()

    @Test("the overview has a line for each stage")
    func overview() {
        let text = StageReference(registry: registry).overview()
        #expect(text.hasPrefix("count-words  Counts the words of a run.\nkeep-long    Keeps long words.\n"))
        #expect(text.split(separator: "\n").count == 5)
    }

    @Test("the reference of a stage has every parameter with its type in words, default and meaning")
    func reference() throws {
        let stage = try #require(registry.stage("count-words"))
        #expect(
            StageReference(registry: registry).text(of: stage) == """
                count-words: Counts the words of a run.

                A word is what stands between blanks.

                Sees:     one run at a time
                Provides: word-counts
                Can keep: word-counts, for 'moselle show', by 'keep: [word-counts]' beside 'uses'
                Reads:    spectra
                Version:  1

                Parameters:

                  ignore-case: Whether A is a.
                      Value: true or false.
                      Default: false

                  minimum-length: Letters a word has at least.
                      Value: a whole number from 1 to 20.
                      Default: 1

                  tolerance: Nothing.
                      Value: a number with a unit: ppm (from 0 to 100) or Da (from 0 to 5).
                      Default: 10 ppm
                      It has a unit, that is all.

                  skip: Words left out.
                      Value: a list, each element a word, written letters.
                      Default: []

                """)
    }

    @Test("a table of stages that contradicts itself is found out")
    func inconsistencies() {
        #expect(registry.inconsistencies().isEmpty)
        let odd = StageDefinition(
            name: "odd", version: 1, scope: .perRun, summary: "",
            parameters: [ParameterDefinition("top", .integer(1...3), default: .integer(9), summary: "")],
            consumes: [PortName("nothing")], writes: ["run.json"],
            make: { _ in KeepRunner(letters: 1, calls: CallLog()) })
        #expect(
            StageRegistry(stages: [odd], ports: []).inconsistencies() == [
                "The stage 'odd' names the port 'nothing', which is not defined.",
                "The stage 'odd' sees one run and cannot be a report, which is written every time.",
                "The stage 'odd' writes 'run.json', which the engine writes itself.",
                "The default of 'top' of the stage 'odd' does not fit: it expects a whole number from 1 to 3, not 9.",
            ])
    }
}
