import Confidence
import PeptideSearch
import Testing

@Suite("Notes")
struct NotesTests {
    /// Notes on matches; each has a peptide of its own, and all peptides one protein.
    private func notes(targets: Int, decoys: Int = 1, rate: Double = 0.01) throws -> [String] {
        var matches: [PlannedMatch] = []
        for index in 0..<targets {
            matches.append(.target("T\(index)K", 100 + Double(index), pair: UInt64(index)))
        }
        for index in 0..<decoys { matches.append(.decoy("D\(index)K", Double(index), pair: UInt64(targets + index))) }
        return try ConfidenceEngine.assess(
            runs: [.planned("a", matches)], parameters: ConfidenceParameters(falseDiscoveryRate: rate)
        ).notes.filter { $0.contains("target match") }
    }

    @Test("the smallest q-value that can be reached is stated at each level, from the targets of that level")
    func eachLevel() throws {
        // 120 matches of 60 peptidoforms, 30 peptides and 15 proteins, and a decoy of its own protein.
        var matches: [PlannedMatch] = [.decoy("DDK", 0, pair: 1000, proteins: ["PD"])]
        for index in 0..<120 {
            let peptide = index / 4
            let form = (index / 2).isMultiple(of: 2) ? nil : "T[Phospho]\(peptide)K"
            matches.append(
                .target("T\(peptide)K", 9, pair: UInt64(peptide), form: form, proteins: ["P\(peptide / 2)"]))
        }
        let notes = try ConfidenceEngine.assess(runs: [.planned("a", matches)]).notes
        #expect(
            notes.prefix(4) == [
                "120 target matches: the smallest reachable q-value is 0.83 %, so 1 % can be reached only with no decoy above.",
                "60 target peptidoforms: the smallest reachable q-value is 1.67 %, so 1 % cannot be reached.",
                "30 target peptides: the smallest reachable q-value is 3.33 %, so 1 % cannot be reached.",
                "15 target protein groups: the smallest reachable q-value is 6.67 %, so 1 % cannot be reached.",
            ])
    }

    @Test("few targets are told what they can reach")
    func granularity() throws {
        #expect(
            try notes(targets: 121) == [
                "121 target matches: the smallest reachable q-value is 0.83 %, so 1 % can be reached only with no decoy above."
            ])
        #expect(
            try notes(targets: 62) == [
                "62 target matches: the smallest reachable q-value is 1.61 %, so 1 % cannot be reached.",
                "1 of 1 runs have too few target matches for a run_q_value of 1 %: 'a'.",
            ])
        #expect(try notes(targets: 1, rate: 0.5).first?.hasPrefix("1 target match: ") == true)
    }

    @Test("enough targets need no note")
    func none() throws {
        #expect(try notes(targets: 200).isEmpty)
        #expect(try notes(targets: 199).count == 1)
    }

    @Test(
        "shares are printed as people read them",
        arguments: [
            (0.01 as Double, "1 %"), (1.0 / 121, "0.83 %"), (0.05, "5 %"), (0.1, "10 %"), (1.0, "100 %"), (0.0, "0 %"),
            (0.0125, "1.25 %"), (0.000012, "0.0012 %"), (0.001, "0.1 %"), (0.999999, "100 %"),
        ])
    func percent(share: Double, text: String) {
        #expect(Percent.text(share) == text)
    }
}
