import TestSupport
import Testing

@Suite("Modifications that do not go together")
struct WrongModificationTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// What the check of a workflow says of the parameters of its search, which begin at line 7.
    private func check(_ parameters: String...) throws -> String {
        let stage = ["moselle: 1", "inputs: { spectra: [], proteins: [] }", "stages:", "  - uses: pick-peaks"]
        let text = stage + ["  - uses: search", "    with:"] + parameters.map { "      " + $0 }
        let path = try folder.write((text + ["  - uses: confidence", ""]).joined(separator: "\n"), to: "w.yaml")
        let result = try MoselleExecutable.run(["check", path])
        #expect(result.exitStatus == (result.standardOutput.contains("error: ") ? 2 : 0))
        return result.standardOutput
    }

    @Test("labels that go together are accepted")
    func accepts() throws {
        let said = try check(
            "variable: [GG@K]", "labels:", "  - { name: medium, modifications: [Label:2H(4)@K, Label:13C(6)@R] }",
            "  - { name: heavy, modifications: [Label:13C(6)15N(2)@K, Label:13C(6)15N(4)@R] }")
        #expect(!said.contains("error: "), "\(said)")
    }

    @Test("a mistake in a set of labels is named at its line and column, with what was meant")
    func places() throws {
        let misspelled = try check("labels:", "  - { name: a, modifications: [Lable:13C(6)@K] }")
        #expect(misspelled.contains("w.yaml:8:38: error: ") && misspelled.contains("did you mean Label:13C(6)"))
        #expect(
            try check("labels:", "  - { name: a, modification: [Label:13C(6)@K] }")
                .contains("w.yaml:8:22: error: 'labels' does not have a key 'modification'"))
        #expect(try check("labels: { name: a, modifications: [] }").contains("w.yaml:7:15: error: 'labels' expects"))
        #expect(try check("labels: [{ modifications: [Methyl@K] }]").contains("needs the key 'name'"))
    }

    @Test("labels that contradict each other or the rest are named at their line and column")
    func contradictions() throws {
        let heavy = "  - { name: heavy, modifications: [Label:13C(6)@R, Label:13C(6)15N(2)@K] }"
        func expect(_ said: String, _ place: String, _ sentence: String) {
            #expect(said.contains("w.yaml:\(place): error: 'labels': \(sentence)"), "\(said)")
        }
        expect(
            try check("labels:", heavy, "  - { name: heavy, modifications: [Label:2H(4)@K] }"), "9:11",
            "Two label sets are called 'heavy'; name each once\n")
        expect(
            try check("labels:", heavy, "  - { name: other, modifications: [Label:13C(6)@R, UNIMOD:259@K] }"), "9:11",
            "The label sets 'heavy' and 'other' weigh the same, so that nothing tells them apart; keep one\n")
        expect(
            try check("fixed: [Label:13C(6)@KR]", "labels:", heavy), "9:42", "'Label:13C(6)@R' is a label, but")
        let leucine = heavy.replacing("13C(6)@R", with: "13C(6)@RL")
        expect(try check("labels:", leucine), "8:42", "'Label:13C(6)@LR' is on only")
        expect(try check("labels:", heavy.replacing("@K", with: "@protein-N-term")), "8:58", "the label ")
        let many = (1...16).map { "{ name: a\($0), modifications: ['+\($0)@K'] }" }.joined(separator: ", ")
        expect(try check("labels: [\(many)]"), "7:15", "16 sets of labels are more than the 15 a search can tell apart")
    }

    @Test("maxima and groups of modifications that exclude each other are accepted")
    func acceptsLimits() throws {
        let said = try check(
            "variable: [Oxidation@M, { modification: Phospho@STY, max: 2 }, GG@K]",
            "exclusive: [[Phospho, GG@K], [Oxidation, GG]]")
        #expect(!said.contains("error: ") && !said.contains("warning: 'variable'"), "\(said)")
    }

    @Test("a mistake in a maximum is named at its line and column, with what was meant")
    func maxima() throws {
        func expect(_ entry: String, _ place: String, _ sentence: String) throws {
            let said = try check("variable: [GG@K, \(entry)]")
            #expect(said.contains("w.yaml:\(place): \(sentence)"), "\(said)")
        }
        try expect(
            "{ modification: Phospho@STY, max: 0 }", "7:58",
            "error: 'variable' expects a whole number from 1 to 8, not 0\n")
        try expect(
            "{ modification: Phospho@STY, max: 9 }", "7:58",
            "error: 'variable' expects a whole number from 1 to 8, not 9\n")
        try expect(
            "{ modification: Phospho@STY, max: 4 }", "7:58",
            "warning: 'variable': without effect, as 'max-variable' allows 3 modifications in all\n")
        try expect("{ modification: Phospho@STY }", "7:24", "error: 'variable' needs the key 'max'")
        try expect(
            "{ modificatoin: Phospho@STY, max: 1 }", "7:26", "error: 'variable' does not have a key 'modificatoin'")
        try expect(
            "{ modification: Phosho@STY, max: 1 }", "7:40", "error: 'variable' is not understood: No modification")
        try expect("Phosho@STY", "7:24", "error: 'variable' is not understood: No modification is called 'Phosho' (did")
        try expect(
            "{ modification: GG@K, max: 1 }", "7:40", "error: 'variable': The variable modifications 'GG@K' and 'GG@K'")
        try expect(
            "{ modification: Carbamidomethyl@C, max: 1 }", "7:40", "error: 'variable': 'Carbamidomethyl@C' is variable")
    }

    @Test("a mistake in a group of modifications is named at its line and column, with what was meant")
    func exclusive() throws {
        func expect(_ groups: String, _ place: String, _ sentence: String) throws {
            let said = try check("variable: [Oxidation@M, Phospho@STY, GG@K]", "exclusive: \(groups)")
            #expect(said.contains("w.yaml:\(place): error: 'exclusive'\(sentence)"), "\(said)")
        }
        try expect("[[Phospho@ST, GG@K]]", "8:20", ": 'Phospho@ST' is not among the variable modifications; ")
        try expect(
            "[[Phospho@ST, GG@K]]", "8:20",
            ": 'Phospho@ST' is not among the variable modifications; name one as "
                + "it is written there, or by its name alone (did you mean 'Phospho@STY'?)\n")
        try expect("[[GG, Acetyl@K]]", "8:24", ": 'Acetyl@K' is not among the variable modifications; ")
        try expect(
            "[[GG, Phosho]]", "8:24", " is not understood: No modification is called 'Phosho' (did you mean Phospho")
        try expect(
            "[[GG, Oxidation], [GG, Carbamidomethyl@C]]", "8:41", ": 'Carbamidomethyl@C' is fixed, so that every")
        try expect("[[GG, Oxidation], [GG]]", "8:36", ": A group names 'GG' alone, and nothing that it excludes; ")
        try expect("[[]]", "8:19", ": A group names nothing alone, ")
        try expect("[[Phospho, GG, Phospho@STY]]", "8:33", ": 'Phospho' and 'Phospho@STY' mean the same modification, ")
        try expect("[Phospho, GG]", "8:19", " expects a list, each element a modification, written Name@site or Name")
        try expect("[[GG, 4]]", "8:24", " has to name modifications")
    }

    @Test("other modifications that contradict each other are named at the second of the two")
    func others() throws {
        let fixed = try check("fixed: [Carbamidomethyl@C, Methylthio@C]")
        #expect(fixed.contains("w.yaml:7:34: error: 'fixed': The fixed modifications"), "\(fixed)")
        let variable = try check("variable: [Oxidation@M, Phospho@ST, Phospho@TY]")
        #expect(variable.contains("w.yaml:7:43: error: 'variable': The variable modifications"), "\(variable)")
        let both = try check("fixed: [Oxidation@M]", "variable: [GG@K, Oxidation@MW]")
        #expect(both.contains("w.yaml:8:24: error: 'variable': 'Oxidation@MW' is variable"), "\(both)")
        let one = try check("variable: [GG@K, +3.01@L]")
        #expect(one.contains("w.yaml:7:24: error: 'variable': '+3.01@L' is on only one of I and L"), "\(one)")
    }
}
