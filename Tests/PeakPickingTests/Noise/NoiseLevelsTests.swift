import PeakPicking
import TestSupport
import Testing

@Suite("NoiseLevels")
struct NoiseLevelsTests {
    @Test("the noise is the height below which a quarter of the peaks stay")
    func quartile() {
        // 21 peaks of heights 1 to 21 in any order within one window: the sixth lowest is the quartile.
        var generator = SplitMix64(seed: 1)
        let heights = generator.shuffled((1...21).map(Double.init))
        let noise = NoiseLevels(mz: heights.indices.map { 500 + Double($0) }, heights: heights)
        #expect(noise.isKnown)
        #expect(noise.level(at: 510) == 6)
        #expect(noise.signalToNoise(mz: 510, height: 21) == 3.5)
    }

    @Test("the lower quartile of every window is that of sorted heights")
    func sorted() {
        var generator = SplitMix64(seed: 2)
        let mz = (0..<3000).map { 200 + Double($0) * 0.4 }
        let heights = mz.map { _ in Double(generator.integer(0..<50)) + 1 }
        let noise = NoiseLevels(mz: mz, heights: heights)
        for node in 0..<24 {
            let middle = 200 + Double(node) * 50
            let window = zip(mz, heights).filter { abs($0.0 - middle) <= 50 }.map(\.1).sorted()
            #expect(noise.level(at: middle) == window[(window.count - 1) / 4])
        }
    }

    @Test("noise that rises with m/z is followed, and interpolated between the windows")
    func slope() {
        // Heights of 1 per 100 Th: every window sees a ramp, whose quartile is that a quarter of the window in.
        let mz = (0..<10_000).map { 300 + Double($0) * 0.1 }
        let noise = NoiseLevels(mz: mz, heights: mz.map { $0 / 100 })
        for place in stride(from: 400.0, through: 1200, by: 12.5) {
            #expect(abs(noise.level(at: place) - (place - 25) / 100) < 0.01)
        }
    }

    @Test("strong peaks among noise change it by less than the spread of the noise", arguments: [0, 20, 50])
    func robust(realPercent: Int) {
        var generator = SplitMix64(seed: 3)
        let mz = (0..<4000).map { 400 + Double($0) * 0.2 }
        // Noise peaks evenly between 80 and 120: quartile 90, median 100.
        let heights = mz.map { _ in
            generator.integer(0..<100) < realPercent ? 1e6 : 80 + Double(generator.integer(0..<4001)) / 100
        }
        let noise = NoiseLevels(mz: mz, heights: heights)
        for place in stride(from: 450.0, through: 1150, by: 50) {
            #expect((86...104).contains(noise.level(at: place)))
        }
    }

    @Test("windows with few peaks take the nearest ones")
    func sparse() {
        // One peak in each window; the twenty nearest to 150 are those at 100, 150, ... 2050 up to m/z 1050.
        let mz = (0..<100).map { 100 + Double($0) * 50 }
        let noise = NoiseLevels(mz: mz, heights: mz)
        let nearest = mz.filter { $0 <= 1050 }
        #expect(nearest.count == 20)
        #expect(noise.level(at: 100) == nearest[19 / 4])
    }

    @Test("beyond the outermost peaks the noise stays what it is there")
    func outside() {
        let mz = (0..<400).map { 300 + Double($0) }
        let noise = NoiseLevels(mz: mz, heights: mz)
        #expect(noise.level(at: 1) == noise.level(at: 300))
        #expect(noise.level(at: 9000) == noise.level(at: 699))
    }

    @Test("in spectra of fewer than 20 peaks noise is not known, and nothing is below it")
    func tiny() {
        for count in [0, 1, 19] {
            let mz = (0..<count).map { 100 + Double($0) }
            let noise = NoiseLevels(mz: mz, heights: mz)
            #expect(!noise.isKnown && noise.level(at: 105) == 0)
            #expect(noise.signalToNoise(mz: mz, heights: mz).allSatisfy { $0 == .infinity })
        }
        let zeros = (0..<30).map { 100 + Double($0) }
        #expect(!NoiseLevels(mz: zeros, heights: zeros.map { _ in 0 }).isKnown)
    }

    @Test("disorder and impossible numbers do not leave a level that is not a positive number")
    func hostile() {
        let values: [Double] = [.nan, .infinity, -1, 0, 1e-300, 5, 1e300, .greatestFiniteMagnitude]
        var generator = SplitMix64(seed: 4)
        for _ in 0..<40 {
            let mz = (0..<60).map { _ in
                generator.happens(withProbability: 0.3)
                    ? values[generator.integer(0..<values.count)] : Double(generator.integer(100..<2000))
            }
            let heights = mz.map { _ in values[generator.integer(0..<values.count)] }
            let noise = NoiseLevels(mz: mz, heights: heights)
            for place in [-1, 0, 500, 1e300] as [Double] where noise.isKnown {
                let level = noise.level(at: place)
                #expect(level > 0 && level.isFinite)
            }
        }
    }
}
