import Foundation
import PeptideSearch
import TestSupport
import Testing

@Suite("Limits of the hyperscore by number of matched fragments")
struct ScoreBoundTests {
    /// Intensities 100, 50 and 20, in the order of m/z 50, 100, 20.
    private let spectrum = PreparedSpectrum(
        mz: [200, 300, 400], intensities: [5, 10, 2], maximumPeaks: 10, intensePeaks: 10)

    /// One fragment: ln 101 = 4.6151. Two: both series the base peak, 2 ln 101 = 9.2302. Three: ln 2! + ln 151 + ln 101 =
    /// 10.3255. Four: ln 3! + ln 171 + ln 101 = 11.5486, above 2 (ln 2! + ln 151) = 11.4209. Six: 2 (ln 3! + ln 171) = 13.8669.
    @Test(
        "the least number of fragments is that worked out by hand",
        arguments: [
            (-Double.infinity, 0), (0, 0), (0.001, 1), (4.615, 1), (4.616, 2), (9.230, 2), (9.231, 3), (10.325, 3),
            (10.326, 4), (11.548, 4), (11.549, 5), (13.866, 6), (13.867, 7), (1000, 7),
        ])
    func byHand(_ score: Double, _ expected: Int) {
        #expect(ScoreBound(spectrum).leastCount(reaching: score) == expected)
    }

    @Test("no choice of peaks for the two series scores above the limit of its number")
    func randomChoices() {
        var generator = SplitMix64(seed: 89)
        let hyperscore = Hyperscore()
        for peakCount in [1, 3, 12, 60, 250] {
            let spectrum = PreparedSpectrum(
                mz: (0..<peakCount).map { 100 + Double($0) },
                intensities: (0..<peakCount).map { _ in Float(generator.integer(1..<2000)) }, maximumPeaks: 250,
                intensePeaks: 250)
            let bound = ScoreBound(spectrum)
            let ranked = spectrum.intensities.sorted(by: >)
            for _ in 0..<500 {
                let (b, y) = (generator.integer(0..<peakCount + 1), generator.integer(0..<peakCount + 1))
                // Of some choices the most intense peaks, which come nearest the limit.
                let isBest = generator.happens(withProbability: 0.5)
                let sums = [b, y].map { (count: Int) in
                    (isBest ? ranked : spectrum.intensities).prefix(count).reduce(0, +)
                }
                let score = hyperscore.score(
                    prefixCount: b, suffixCount: y, prefixIntensity: sums[0], suffixIntensity: sums[1])
                #expect(bound.leastCount(reaching: score) <= b + y)
            }
        }
    }
}
