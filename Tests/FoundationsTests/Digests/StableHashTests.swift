import Foundations
import Testing

/// The values here are frozen: artefact names and folds depend on them. They come from the published vectors and from an
/// implementation of the doc comment in Python.
@Suite("Stable hash")
struct StableHashTests {
    @Test(
        "the inner hash is FNV-1a of 64 bits as published",
        arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
            as [(String, UInt64)])
    func inner(text: String, expected: UInt64) {
        #expect(StableHash.fnv1a(text.utf8) == expected)
    }

    @Test("the finaliser is MurmurHash3's")
    func finaliser() {
        #expect(StableHash.finalise(0) == 0)
        #expect(StableHash.finalise(1) == 0xb456_bcfc_34c2_cb2c)
    }

    @Test(
        "the hash of a text never changes",
        arguments: [
            ("", 0xefd0_1f60_ba99_2926), ("a", 0x82a2_a958_a9be_ce5b), ("PEPTIDEK", 0x32d5_0f87_e1e3_932b),
            ("µ", 0x4e5e_687a_6131_a6da),
        ] as [(String, UInt64)])
    func frozen(text: String, expected: UInt64) {
        #expect(StableHash.hash(text) == expected)
        #expect(StableHash.hash(Array(text.utf8)) == expected)
    }

    @Test("combining never changes, and its order counts")
    func combine() {
        #expect(StableHash.combine(1, 2) == 0x92b3_71d1_2d71_eba8)
        #expect(StableHash.combine(2, 1) == 0x5891_1f6a_5154_244a)
        #expect(StableHash.combine(0, 0) == 0x6393_d51c_06c6_18dc)
    }

    @Test("the hashes of similar peptides fill folds evenly")
    func folds() {
        var counts = [0, 0, 0]
        for number in 0..<30_000 { counts[Int(StableHash.hash("PEPTIDEK\(number)") % 3)] += 1 }
        // Binomial with n = 30,000 and p = 1/3 has a standard deviation of 82; 5 of them are 408.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 408 })
    }
}

@Suite("Seeded generator")
struct SeededGeneratorTests {
    @Test("the sequence of seed 1234567 is the published one")
    func published() {
        var generator = SeededGenerator(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test("numbers below a bound and shuffles never change")
    func frozen() {
        var generator = SeededGenerator(seed: 42)
        #expect((0..<12).map { _ in generator.next(upperBound: 10) } == [7, 1, 2, 3, 0, 8, 2, 8, 3, 6, 2, 4])
        var shuffler = SeededGenerator(seed: 7)
        var elements = Array(0..<10)
        shuffler.shuffle(&elements)
        #expect(elements == [9, 5, 8, 6, 1, 2, 4, 7, 0, 3])
    }

    @Test("numbers below a bound are evenly spread, where taking the remainder would not be")
    func unbiased() {
        // With 3 x 2^61 as the bound, the remainder of 64 bits falls into the lower third with probability 1/2.
        var generator = SeededGenerator(seed: 3)
        let bound = 3 << 61
        let third = 1 << 61
        var low = 0
        for _ in 0..<30_000 where generator.next(upperBound: bound) < third { low += 1 }
        #expect(abs(low - 10_000) < 408)
    }

    @Test("unit numbers lie in 0..<1 and average one half")
    func unit() {
        var generator = SeededGenerator(seed: 11)
        let numbers = (0..<10_000).map { _ in generator.nextUnit() }
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        // The standard deviation of the mean is 1/sqrt(12 n) = 0.0029.
        #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.0145)
    }
}
