import Simulation
import Testing

@Suite struct IonCountsTests {
    /// At 400 Th its peaks are 400 / (60,000 / sqrt 2) = 0.009428 Th wide, of which 0.7 are 0.0066 Th.
    private static let orbitrap = MassAnalyser.orbitrap(resolutionAt200: 60_000)

    private static func resolved(
        _ entries: [(mz: Double, ions: Double)], _ analyser: MassAnalyser = orbitrap
    ) -> [(mz: Double, ions: Double)] {
        var counts = IonCounts()
        for entry in entries { counts.append(mz: entry.mz, ions: entry.ions) }
        counts.sort()
        counts.resolve(with: analyser)
        return counts.entries
    }

    @Test("neighbours nearer than 0.7 of a width become one at their centre of gravity")
    func merging() {
        let merged = Self.resolved([(400.006, 300), (400, 100)])
        #expect(merged.count == 1)
        #expect(isNear(merged[0].mz, 400.004_5, 1e-9))
        #expect(merged[0].ions == 400)
    }

    @Test("neighbours a little further apart stay two")
    func apart() {
        let kept = Self.resolved([(400, 100), (400.007, 300)])
        #expect(kept.map(\.ions) == [100, 300])
        #expect(kept.map(\.mz) == [400, 400.007])
        // Four times the m/z: the peaks are eight times as wide.
        #expect(Self.resolved([(1_600, 100), (1_600.05, 300)]).count == 1)
        #expect(Self.resolved([(1_600, 100), (1_600.06, 300)]).count == 2)
    }

    @Test("an ion trap tells apart what is 0.28 Th apart")
    func ionTrap() {
        #expect(Self.resolved([(500, 10), (500.27, 10)], .ionTrap).count == 1)
        #expect(Self.resolved([(500, 10), (500.29, 10)], .ionTrap).count == 2)
    }

    @Test("peaks of too few ions go, two weak ones that fall together stay")
    func weak() {
        let kept = Self.resolved([(300, 7.9), (400, 5), (400.001, 5), (500, 8)])
        #expect(kept.map(\.ions) == [10, 8])
        #expect(isNear(kept[0].mz, 400.000_5, 1e-9))
        #expect(Self.resolved([]).isEmpty)
    }

    @Test("ions and their centre of gravity are kept by merging")
    func conservation() {
        var stream = RandomStream(seed: 2, .spectrum)
        let entries = (0..<500).map { _ in (mz: stream.uniform(400...401), ions: 8 + stream.poisson(50)) }
        let kept = Self.resolved(entries)
        #expect(kept.count < 150)
        func sums(_ entries: [(mz: Double, ions: Double)]) -> (ions: Double, moment: Double) {
            entries.reduce((0, 0)) { ($0.0 + $1.ions, $0.1 + $1.ions * ($1.mz - 400)) }
        }
        #expect(sums(kept).ions == sums(entries).ions)
        #expect(isNear(sums(kept).moment, sums(entries).moment, 1e-5))
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.mz < $1.mz })
    }

    @Test("measuring moves peaks by the error of the run and scatters them as the analyser does")
    func measuring() {
        for (analyser, ions) in [(Self.orbitrap, 100.0), (Self.orbitrap, 10_000), (.ionTrap, 25)] {
            var counts = IonCounts()
            for _ in 0..<20_000 { counts.append(mz: 800, ions: ions) }
            var stream = RandomStream(seed: 6, .spectrum)
            counts.measure(with: analyser, errorPPM: 5, stream: &stream)
            let mz = counts.entries.map(\.mz)
            let deviation = analyser.centroidDeviationTh(atMZ: 800, ions: ions)
            #expect(isNear(Numbers(mz).mean, 800.004, 5 * deviation / 20_000.0.squareRoot()))
            #expect(isNear(Numbers(mz).deviation / deviation, 1, 0.026))
            #expect(mz == mz.sorted())
        }
    }

    @Test("measuring keeps the ions, and emptying leaves none")
    func keeping() {
        var counts = IonCounts()
        for mz in [300.0, 200, 250] { counts.append(mz: mz, ions: mz) }
        var stream = RandomStream(seed: 6, .spectrum)
        counts.measure(with: Self.orbitrap, errorPPM: 0, stream: &stream)
        #expect(counts.entries.map(\.ions) == [200, 250, 300])
        counts.removeAll()
        #expect(counts.entries.isEmpty)
    }
}
