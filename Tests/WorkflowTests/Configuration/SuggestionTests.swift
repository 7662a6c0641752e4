import Testing
import Workflow

@Suite struct SuggestionTests {
    @Test("a slip of the keyboard finds the name that was meant")
    func slips() {
        let names = ["enzyme", "fdr", "fragment-tolerance", "precursor-tolerance"]
        #expect(Suggestion.nearest(to: "enzmye", among: names) == "enzyme")
        #expect(Suggestion.nearest(to: "frd", among: names) == "fdr")
        #expect(Suggestion.nearest(to: "fragment_tolerance", among: names) == "fragment-tolerance")
        #expect(Suggestion.nearest(to: "Enzyme", among: names) == "enzyme")
        #expect(Suggestion.nearest(to: "precursor", among: names) == "precursor-tolerance")
    }

    @Test("a name that is near nothing gives no suggestion")
    func nothingNear() {
        #expect(Suggestion.nearest(to: "colour", among: ["enzyme", "fdr"]) == nil)
        #expect(Suggestion.nearest(to: "", among: ["enzyme"]) == nil)
    }
}
