import PeakPicking
import TestSupport
import Testing

@Suite("Input of Centroider")
struct CentroiderInputTests {
    private let profile: SimulatedProfile = {
        let peaks = (0..<40).map { number in
            let mz = 400 + Double(number) * 13.7
            return SimulatedProfile.Peak(mz: mz, height: Double(100 + number * 3_700 % 10_100), width: 0.02)
        }
        return SimulatedProfile(peaks, grid: .orbitrap(0.004), range: 395...960)
    }()

    @Test("a profile without its zeros gives the same peaks to the last bit")
    func zeroStripped() {
        let filled = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        let compact = profile.withoutZeros
        #expect(compact.mz.count < profile.mz.count / 10)
        #expect(Centroider().centroid(mz: compact.mz, intensities: compact.intensities) == filled)
        #expect(filled.mz.count == 40)
    }

    @Test("samples that were removed between two peaks keep them apart, even where both are cut off")
    func cutOff() {
        let intensities: [Double] = [5, 8, 9, 9, 8, 5]
        let parted = Centroider().centroid(
            mz: [100, 100.01, 100.02, 100.05, 100.06, 100.07], intensities: intensities)
        #expect(parted.mz.count == 2)
        let whole = Centroider().centroid(
            mz: [100, 100.01, 100.02, 100.03, 100.04, 100.05], intensities: intensities)
        #expect(whole.mz.count == 1)
    }

    @Test("single samples far apart are peaks of their own")
    func singles() {
        let mz = [100, 101.2, 102.1, 103.4, 104.2]
        let peaks = Centroider().centroid(mz: mz, intensities: [3, 4, 5, 4, 3])
        #expect(peaks.mz == mz && peaks.intensities == [3, 4, 5, 4, 3])
    }

    @Test("samples out of order are sorted and counted as such")
    func unsorted() {
        var generator = SplitMix64(seed: 1)
        let order = generator.shuffled(Array(profile.mz.indices))
        let shuffled = Centroider().centroid(
            mz: order.map { profile.mz[$0] }, intensities: order.map { profile.intensities[$0] })
        let sorted = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        #expect(shuffled.mz == sorted.mz && shuffled.intensities == sorted.intensities)
        #expect(shuffled.repairs.wasUnsorted && sorted.repairs.isEmpty)
    }

    @Test("negative and non-finite intensities are zeros, and are counted")
    func badIntensities() {
        let mz = (0..<9).map { 100 + Double($0) * 0.01 }
        let bad = Centroider().centroid(mz: mz, intensities: [-4, 5, 9, 5, .nan, 6, 8, 6, .infinity])
        let good = Centroider().centroid(mz: mz, intensities: [0, 5, 9, 5, 0, 6, 8, 6, 0])
        #expect(bad.mz == good.mz && bad.intensities == good.intensities)
        #expect(bad.repairs.zeroed == 3 && good.repairs.zeroed == 0)
    }

    @Test("samples without a usable m/z are left out, and are counted")
    func badMZ() {
        let peaks = Centroider().centroid(
            mz: [.nan, -1, 0, 100, 100.01, 100.02, .infinity], intensities: [9, 9, 9, 5, 7, 5, 9])
        #expect(peaks.mz.count == 1 && abs(peaks.mz[0] - 100.01) < 1e-9)
        #expect(peaks.repairs.discarded == 4 && !peaks.repairs.wasUnsorted)
    }

    @Test("samples of the same m/z are added up, and are counted")
    func duplicates() {
        let peaks = Centroider().centroid(
            mz: [100, 100.01, 100.01, 100.02], intensities: [5, 4, 3, 5])
        #expect(peaks.mz.count == 1 && peaks.intensities[0] == 7)
        #expect(peaks.repairs.combined == 1)
    }

    @Test("no input gives a peak that is not finite, not positive or out of order")
    func hostile() {
        let values: [Double] = [
            0, -0.0, 1, 1.000_000_000_1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude,
            .leastNonzeroMagnitude, .leastNormalMagnitude, -1, 1e-300, 1e300,
        ]
        var generator = SplitMix64(seed: 2)
        for _ in 0..<500 {
            let count = generator.integer(0..<40)
            let even = generator.happens(withProbability: 0.7)
            let mz = (0..<count).map { position in
                even ? 100 + Double(position) * 0.01 : values[generator.integer(0..<values.count)]
            }
            let intensities = mz.map { _ in values[generator.integer(0..<values.count)] }
            let peaks = Centroider().centroid(mz: mz, intensities: intensities)
            #expect(peaks.mz.count == peaks.intensities.count)
            #expect(peaks.mz.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(peaks.intensities.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(zip(peaks.mz, peaks.mz.dropFirst()).allSatisfy { $0 < $1 })
        }
    }
}
