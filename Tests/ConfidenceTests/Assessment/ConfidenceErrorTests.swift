import Confidence
import Statistics
import Testing

@Suite("Confidence errors")
struct ConfidenceErrorTests {
    @Test(
        "every refusal is one sentence that says what to do",
        arguments: [
            ConfidenceError.invalidFalseDiscoveryRate(2), .noMatches(runCount: 3), .noDecoys(targetCount: 9),
            .noTargets(decoyCount: 9), .nonFiniteScore(run: "a", spectrumIndex: 4), .repeatedRun("a"),
            .repeatedSpectrum(run: "a", spectrumIndex: 4), .danglingReference(run: "a", spectrumIndex: 4),
            .estimation(level: .psm, .nonFiniteScore(position: 3)),
        ])
    func sentences(error: ConfidenceError) {
        let text = error.description
        #expect(text.hasSuffix("."))
        #expect(!text.dropLast().contains(". "))
        #expect(text.contains("; ") || text.contains(", "))
    }
}
