import Testing
import TestSupport

@Suite("SplitMix64")
struct SplitMix64Tests {
    @Test("gives the published sequence for seed 1234567")
    func publishedSequence() {
        // The test vector that accompanies the reference implementation in C (S. Vigna, splitmix64.c) at Rosetta Code.
        var generator = SplitMix64(seed: 1_234_567)
        let drawn = (0..<5).map { _ in generator.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test("draws from the whole of a range and from nothing else")
    func integers() {
        var generator = SplitMix64(seed: 1)
        let drawn = (0..<1000).map { _ in generator.integer(-2..<3) }
        #expect(Set(drawn) == [-2, -1, 0, 1, 2])
    }

    @Test("normal numbers have the mean and the spread asked for")
    func normal() {
        var generator = SplitMix64(seed: 2)
        let count = 20_000.0
        let drawn = (0..<Int(count)).map { _ in generator.normal(mean: 5, standardDeviation: 3) }
        let mean = drawn.reduce(0, +) / count
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        // Four standard errors: 3/sqrt(n) for the mean, sqrt(2/n) of the variance for the variance.
        #expect(abs(mean - 5) < 4 * 3 / count.squareRoot())
        #expect(abs(variance - 9) < 4 * 9 * (2 / count).squareRoot())
    }

    @Test("a shuffled list has the same values in another order")
    func shuffle() {
        var generator = SplitMix64(seed: 3)
        let values = Array(0..<100)
        let shuffled = generator.shuffled(values)
        #expect(shuffled != values)
        #expect(shuffled.sorted() == values)
    }
}
