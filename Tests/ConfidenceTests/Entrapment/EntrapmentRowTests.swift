import Confidence
import Testing

@Suite("Bounds from entrapments")
struct EntrapmentRowTests {
    private func row(
        _ targets: Int, _ entrapments: Int, paired: Int? = nil, ratio: Double = 1, claimed: Double = 0.01
    ) -> EntrapmentRow {
        EntrapmentRow(
            level: .peptide, claimedRate: claimed, targetCount: targets, entrapmentCount: entrapments,
            pairedFalseTargetCount: paired, ratio: ratio)
    }

    @Test("follow their formulas")
    func formulas() {
        let row = row(990, 10, paired: 7, ratio: 1)
        #expect(row.acceptedCount == 1000)
        #expect(row.lower == 0.01)
        #expect(row.combined == 0.02)
        #expect(row.paired == 0.017)
    }

    @Test("take the ratio of entrapments to targets into account")
    func ratio() throws {
        // 10 (1 + 1/4)/1000, 10 (1 + 2)/1000 and (10 + 6/0.5)/1000.
        #expect(row(990, 10, ratio: 4).combined == 0.0125)
        let half = row(990, 10, paired: 6, ratio: 0.5)
        #expect(half.combined == 0.03)
        #expect(half.paired == 0.022)
    }

    @Test("have Wilson's interval, the combined bound the same by its factor")
    func intervals() throws {
        // 7 of 20, computed apart from Moselle.
        let row = row(13, 7, ratio: 1)
        let (lower, combined) = (try #require(row.lowerInterval), try #require(row.combinedInterval))
        #expect(abs(lower.lowerBound - 0.1811918241010821) < 1e-15)
        #expect(abs(lower.upperBound - 0.5671457233147638) < 1e-15)
        #expect(combined == 2 * lower.lowerBound...2 * lower.upperBound)
    }

    @Test("say nothing where nothing is accepted")
    func nothing() {
        let row = row(0, 0, paired: 0)
        #expect(row.lower == nil && row.combined == nil && row.paired == nil)
        #expect(row.lowerInterval == nil && row.combinedInterval == nil)
        #expect(row.verdict == .inconclusive)
    }

    @Test("are 0 without entrapments, and the claim is supported")
    func noEntrapments() {
        let row = row(300, 0, paired: 0)
        #expect(row.lower == 0 && row.combined == 0 && row.paired == 0)
        #expect(row.verdict == .supported)
    }

    @Test(
        "support a claim up to the combined bound, and refute it from the interval of the lower bound on",
        arguments: [
            // 5 of 1000: combined 1 %. 6: 1.2 %. Wilson for 17 of 1000 begins at 1.06 %, for 16 at 0.988 %.
            (5, EntrapmentRow.Verdict.supported), (6, .inconclusive), (16, .inconclusive), (17, .refuted),
        ])
    func verdict(entrapments: Int, verdict: EntrapmentRow.Verdict) {
        #expect(row(1000 - entrapments, entrapments).verdict == verdict)
    }

    @Test("the paired bound does not decide")
    func pairedDoesNotDecide() {
        #expect(row(994, 6, paired: 0).verdict == .inconclusive)
    }
}
