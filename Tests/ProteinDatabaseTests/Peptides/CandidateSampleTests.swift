import ProteinDatabase
import Testing

@Suite("Samples of candidates")
struct CandidateSampleTests {
    @Test("narrow windows take every candidate; wider ones fewer, so that as many are left as in 0.5 to 1 Da")
    func levels() {
        let levels = [0, 0.02, 4, 4.01, 15.9, 16, 650, 1e9].map { CandidateSample.level(forWidthDaltons: $0) }
        #expect(levels == [0, 0, 0, 3, 4, 5, 10, 11])
        #expect(CandidateSample.contains(massDaltons: 1234.5, level: 0))
    }

    @Test("the rows of a level are those whose masses belong to it, in any range of rows")
    func rows() async throws {
        let table = try await TableCase.all[0].builder().build()
        #expect(table.count > 200)
        for level in [0, 3, 4, 7, 11] {
            let all = (0..<table.count).filter {
                CandidateSample.contains(massDaltons: table.masses[$0], level: level)
            }
            #expect(table.sample(of: 0..<table.count, level: level) == all)
            let some = 50..<217
            #expect(table.sample(of: some, level: level) == all.filter(some.contains))
            #expect(table.sample(of: 5..<5, level: level).isEmpty)
        }
    }

    @Test("each level has about half the candidates of the one before")
    func share() {
        let masses = (0..<100_000).map { 500 + Double($0) * 0.0437 }
        for level in 3...7 {
            let count = masses.count { CandidateSample.contains(massDaltons: $0, level: level) }
            let expected = 100_000.0 / Double(1 << level)
            #expect(abs(Double(count) - expected) < 5 * expected.squareRoot(), "level \(level): \(count)")
        }
    }
}
