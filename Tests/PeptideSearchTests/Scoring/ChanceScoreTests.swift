import PeptideSearch
import Testing

@Suite("Chance score")
struct ChanceScoreTests {
    private let best = FragmentCounts(possible: 20, matched: 8, matchedIntense: 6)

    /// 101 candidates with 20 possible fragments each; all but the best match 2 fragments, 1 of them with an intense peak.
    private func totals(matched: Int = 2) -> CandidateTotals {
        CandidateTotals(
            candidates: 101,
            fragments: FragmentCounts(
                possible: 101 * 20, matched: 100 * matched + 8, matchedIntense: 100 * matched / 2 + 6))
    }

    @Test("is the mean of two binomial tails less the number of candidates, worked out by hand")
    func byHand() {
        // Rates (200 + 2) / 2050 and (100 + 2) / 2050. P(X >= 8 of 20) at 0.0985366 is 3.7567e-04 and P(X >= 6 of 20) at
        // 0.0497561 is 3.2074e-04, by sums of 40 decimal digits; -(log10 + log10) / 2 - log10 101.
        let score = ChanceScore(totals: totals(), best: best).score(best)
        #expect(abs(score - 1.455197199) < 1e-6)
    }

    @Test("the same matches are worth less in a spectrum where everything matches, and among more candidates")
    func context() {
        let quiet = ChanceScore(totals: totals(), best: best).score(best)
        #expect(ChanceScore(totals: totals(matched: 6), best: best).score(best) < quiet - 1)
        var many = totals()
        many.candidates *= 10
        #expect(abs(ChanceScore(totals: many, best: best).score(best) - (quiet - 1)) < 0.1)
    }

    @Test("each further fragment, and each more intense one, is worth something")
    func monotone() {
        let scores = ChanceScore(totals: totals(), best: best)
        for matched in 0..<20 {
            let fewer = FragmentCounts(possible: 20, matched: matched, matchedIntense: matched / 2)
            var more = fewer
            more.matched += 1
            #expect(scores.score(more) > scores.score(fewer))
            more.matchedIntense += 1
            #expect(scores.score(more) > scores.score(fewer))
        }
    }

    @Test("a single candidate, one without fragments, and one that matches more than was possible have finite scores")
    func extremes() {
        let alone = ChanceScore(totals: CandidateTotals(candidates: 1, fragments: best), best: best)
        #expect(alone.score(best).isFinite && alone.score(best) > 3)
        let none = FragmentCounts()
        #expect(ChanceScore(totals: CandidateTotals(candidates: 1, fragments: none), best: none).score(none) == 0)
        #expect(alone.score(FragmentCounts(possible: 3, matched: 4, matchedIntense: 4)).isFinite)
        let everything = FragmentCounts(possible: 1_000_000, matched: 1_000_000, matchedIntense: 1_000_000)
        let full = ChanceScore(totals: CandidateTotals(candidates: 50_000, fragments: everything), best: best)
        #expect(full.score(best).isFinite)
    }
}
