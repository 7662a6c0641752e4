import Foundation
import PeptideSearch
import Testing

@Suite("Hyperscore")
struct HyperscoreTests {
    /// ln(n_b!) + ln(n_y!) + ln((I_b + 1)(I_y + 1)), worked out with a calculator.
    @Test(
        "scores are those worked out by hand",
        arguments: [
            (0, 0, 0.0, 0.0, 0.0),
            (1, 0, 9, 0, 2.302585092994046),  // ln 10
            (0, 1, 0, 9, 2.302585092994046),
            (3, 2, 120, 80, 11.675146350057180),  // ln 6 + ln 2 + ln 9801
            (4, 4, 99, 99, 15.566448032672075),  // 2 ln 24 + ln 10000
            (100, 59, 0.5, 1.5, 549.594960256995300),
        ])
    func byHand(_ b: Int, _ y: Int, _ sumB: Double, _ sumY: Double, _ expected: Double) {
        let score = Hyperscore().score(prefixCount: b, suffixCount: y, prefixIntensity: sumB, suffixIntensity: sumY)
        #expect(abs(score - expected) < 1e-9)
    }

    @Test("the factorials are exact sums of logarithms up to the number of peaks a spectrum can have")
    func factorials() {
        var sum = 0.0
        for count in 1...SearchParameters.peakLimit {
            sum += log(Double(count))
            let score = Hyperscore().score(prefixCount: count, suffixCount: 0, prefixIntensity: 0, suffixIntensity: 0)
            #expect(abs(score - sum) < 1e-9)
        }
    }

    @Test("the two series count alike")
    func symmetry() {
        let one = Hyperscore().score(prefixCount: 5, suffixCount: 2, prefixIntensity: 12, suffixIntensity: 345)
        let other = Hyperscore().score(prefixCount: 2, suffixCount: 5, prefixIntensity: 345, suffixIntensity: 12)
        #expect(abs(one - other) < 1e-12)
    }
}
