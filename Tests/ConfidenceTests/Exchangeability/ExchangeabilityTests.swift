import Confidence
import Foundations
import PeptideSearch
import Testing

/// Decoys that are what wrong targets are, and decoys that are not: the same experiment with its decoys changed.
@Suite("Exchangeability of decoys")
struct ExchangeabilityTests {
    private static let experiment = PlantedExperiment()

    /// Runs in which peptides have lengths of 7 to 30 residues and masses of 110 Da a residue, decoys as targets, before
    /// `change` is made to each match.
    private func runs(
        seed: Int = 0, _ change: (inout SpectrumMatch, inout MatchedPeptide, inout SeededGenerator) -> Bool
    ) -> [RunMatches] {
        var generator = SeededGenerator(seed: UInt64(seed))
        return Self.experiment.runs(seed: seed).map { run in
            var changed = run
            (changed.matches, changed.peptides) = ([], [])
            for var match in run.matches {
                var peptide = run.peptides[match.peptide]
                let length = 7 + Int(peptide.pairKey % 24)
                peptide.sequence += String(repeating: "A", count: length - min(length, peptide.sequence.count))
                guard change(&match, &peptide, &generator) else { continue }
                peptide.massDaltons = 110 * Double(peptide.sequence.count)
                match.peptide = changed.peptides.count
                changed.peptides.append(peptide)
                changed.matches.append(match)
            }
            return changed
        }
    }

    private func refusal(of runs: [RunMatches]) throws -> DecoyFinding? {
        do {
            _ = try ConfidenceEngine.assess(runs: runs)
            return nil
        } catch ConfidenceError.decoysUnlikeTargets(let finding) {
            return finding
        }
    }

    @Test("decoys like wrong targets are never refused or warned of", arguments: 0..<20)
    func alike(seed: Int) throws {
        let notes = try ConfidenceEngine.assess(runs: runs(seed: seed) { _, _, _ in true }).notes
        #expect(!notes.contains { $0.contains("lowest-scoring") })
    }

    @Test("a tenth of the decoys is refused with the share found and what it does to error rates")
    func tooFew() throws {
        let runs = runs { _, peptide, generator in !peptide.isDecoy || generator.next(upperBound: 10) == 0 }
        guard case .share(let share)? = try refusal(of: runs) else {
            Issue.record("no share was found odd")
            return
        }
        #expect(share.share < 0.15 && share.matchCount > 100)
        let error = ConfidenceError.decoysUnlikeTargets(.share(share)).description
        #expect(error.contains("Of the \(share.matchCount) lowest-scoring matches"))
        #expect(error.contains("matched less often than wrong targets, so error rates come out too low"))
        #expect(error.contains("No error rate is stated; let the search make the decoys"))
    }

    @Test("decoys that score lower than wrong targets, and higher, are refused", arguments: [-1.5, 1.5])
    func shifted(by shift: Double) throws {
        let runs = runs { match, peptide, _ in
            if peptide.isDecoy { match.score += shift }
            return true
        }
        guard case .share(let share)? = try refusal(of: runs) else {
            Issue.record("no share was found odd")
            return
        }
        #expect(shift < 0 ? share.share > 2.0 / 3 : share.share < 1.0 / 3)
    }

    @Test("decoys of other lengths are refused with both medians")
    func lengths() throws {
        let runs = runs { _, peptide, generator in
            if peptide.isDecoy {
                peptide.sequence = String(repeating: "D", count: 7 + generator.next(upperBound: 44))
            }
            return true
        }
        guard case .figure(let figure)? = try refusal(of: runs) else {
            Issue.record("no figure was found odd")
            return
        }
        #expect(figure.kind == .length && figure.distance > 0.3)
        #expect(abs(figure.targetMedian - 18) <= 2 && abs(figure.decoyMedian - 28) <= 3)
        #expect(
            DecoyFinding.figure(figure).description.contains(
                "the median of \(figure.decoyCount) decoys is \(Int(figure.decoyMedian)) residues"))
    }

    @Test("decoys that are somewhat longer are a note, and error rates are stated")
    func somewhatLonger() throws {
        let runs = runs { _, peptide, _ in
            if peptide.isDecoy { peptide.sequence += "AAAAA" }
            return true
        }
        let notes = try ConfidenceEngine.assess(runs: runs).notes
        #expect(notes.first?.contains("decoys and targets differ in length") == true)
    }

    @Test("few matches are not judged: so few decoys may be chance")
    func few() throws {
        let matches =
            (0..<8).map { PlannedMatch.target("T\($0)K", Double($0), pair: UInt64($0)) }
            + [.decoy("DDDDDDDDDDDDDDDDDDDDDDDDK", 4, pair: 99)]
        #expect(try refusal(of: [.planned("a", matches)]) == nil)
    }
}
