import Chemistry
import PeptideSearch
import Testing

@Suite("Bins of fragment masses")
struct FragmentBinsTests {
    @Test(
        "heavier masses never have lower bins, and none is beyond the last",
        arguments: [Tolerance.ppm(0.01), .ppm(20), .ppm(500), .daltons(1e-6), .daltons(0.02), .daltons(0.5)],
        [600, 5_500, 100_500.0])
    func order(_ tolerance: Tolerance, _ heaviest: Double) {
        let bins = FragmentBins(tolerance: tolerance, heaviestFragment: heaviest)
        let masses = [-500, 0, 1, 63.9, 64, 64.01, 500, 5_499.99, 5_500, 100_499, 100_500, 2e5, 1e300]
        let numbers = masses.map(bins.bin(of:))
        #expect(numbers == numbers.sorted())
        #expect(numbers.allSatisfy { (0..<bins.count).contains($0) })
        #expect(bins.count <= 12 << 18)
    }

    @Test(
        "bins are at most half as wide as the tolerance where that takes fewer than two million", arguments: [20.0, 50])
    func width(_ ppm: Double) {
        let bins = FragmentBins(tolerance: .ppm(ppm), heaviestFragment: 5_500)
        for mass in [70, 500, 1_000, 5_000.0] {
            #expect(bins.bin(of: mass * (1 + ppm * 1e-6)) - bins.bin(of: mass) >= 1)
        }
        let even = FragmentBins(tolerance: .daltons(0.02), heaviestFragment: 5_500)
        #expect(even.bin(of: 1_000.02) - even.bin(of: 1_000) == 4)
    }
}
