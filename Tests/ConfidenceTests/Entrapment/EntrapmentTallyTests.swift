import Confidence
import Testing

@Suite("Counts of targets and entrapments by claimed rate")
struct EntrapmentTallyTests {
    private let rates = ClaimedRates(including: 0.25)

    @Test("the rates go from 0.1 % to 10 %, with that of the run among them once")
    func grid() {
        #expect(rates.rates.count == 29 && rates.rates.last == 0.25 && rates.rates.first == 0.001)
        #expect(ClaimedRates(including: 0.01).rates.count == 28)
        #expect(ClaimedRates(including: 0.01).rates.dropFirst(8).prefix(4) == [0.009, 0.01, 0.015, 0.02])
        #expect(ClaimedRates(including: 0.01).rates.last == 0.1)
    }

    @Test("a q-value counts from the rate it equals on, and one above all rates nowhere")
    func limits() throws {
        var tally = EntrapmentTally(rates)
        tally.add(isEntrapment: false, qValue: 0.01)
        tally.add(isEntrapment: true, qValue: 0.010_000_001)
        tally.add(isEntrapment: true, qValue: 0.3)
        let rows = tally.rows(level: .psm, ratio: 1)
        #expect(rows.map(\.claimedRate) == rates.rates)
        let counts = { (rate: Double) in rows.row(.psm, at: rate).map { [$0.targetCount, $0.entrapmentCount] } }
        #expect(counts(0.009) == [0, 0])
        #expect(counts(0.01) == [1, 0])
        #expect(counts(0.015) == [1, 1])
        #expect(counts(0.25) == [1, 1])
        #expect(rows.allSatisfy { $0.pairedFalseTargetCount == nil })
    }

    @Test(
        "an entrapment speaks for one false target alone, for two with a worse partner, for none with a better one",
        arguments: [
            // Score of the entrapment is 8, its q-value 0.02.
            (nil, nil, [0, 1, 1]), (5.0, 0.05, [0, 1, 2]), (8.0, 0.02, [0, 1, 1]), (9.0, 0.002, [0, 0, 0]),
            (7.9, 0.02, [0, 2, 2]), (1.0, 0.9, [0, 1, 1]),
        ] as [(Double?, Double?, [Int])])
    func pairs(score: Double?, qValue: Double?, expected: [Int]) throws {
        var tally = EntrapmentTally(rates)
        var partner: EntrapmentTally.Partner?
        if let score, let qValue { partner = EntrapmentTally.Partner(score: score, qValue: qValue) }
        tally.addEntrapment(score: 8, qValue: 0.02, partner: partner)
        let rows = tally.rows(level: .peptide, ratio: 1, isPaired: true)
        #expect([0.01, 0.02, 0.1].map { rows.row(.peptide, at: $0)?.pairedFalseTargetCount } == expected)
        #expect([0.01, 0.02, 0.1].map { rows.row(.peptide, at: $0)?.entrapmentCount } == [0, 1, 1])
    }
}
