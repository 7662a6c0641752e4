import Statistics
import Testing

@Suite struct WilsonIntervalTests {
    /// R. G. Newcombe, Stat. Med. 17 (1998) 857-872, table I, method 3 (score without continuity correction).
    @Test(
        "gives Newcombe's published bounds",
        arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
    func published(count: Int, total: Int, lower: Double, upper: Double) throws {
        let bounds = try #require(WilsonInterval.bounds(of: count, in: total))
        #expect(abs(bounds.lowerBound - lower) < 0.000_05)
        #expect(abs(bounds.upperBound - upper) < 0.000_05)
    }

    @Test("is the same seen from the other side")
    func symmetric() throws {
        let bounds = try #require(WilsonInterval.bounds(of: 3, in: 50))
        let other = try #require(WilsonInterval.bounds(of: 47, in: 50))
        #expect(abs(bounds.lowerBound - (1 - other.upperBound)) < 1e-15)
        #expect(abs(bounds.upperBound - (1 - other.lowerBound)) < 1e-15)
    }

    @Test("ends exactly at 0 and 1 where none or all count, and says nothing of an empty sample")
    func ends() {
        #expect(WilsonInterval.bounds(of: 0, in: 7)?.lowerBound == 0)
        #expect(WilsonInterval.bounds(of: 7, in: 7)?.upperBound == 1)
        #expect(WilsonInterval.bounds(of: 0, in: 0) == nil)
    }
}
