import Foundation
import PeakPicking
import TestSupport
import Testing

/// Peaks of single ions, whose places are known, sampled evenly in time as time-of-flight analysers do.
@Suite("Time-of-flight signal and Centroider")
struct TimeOfFlightTests {
    /// 200 places, each with one peak or more, 300 to 1,250 Th. The width in samples at m/z 400 grows with its root.
    private struct Drawn {
        var profile = SimulatedProfile([], grid: .timeOfFlight(0.004), range: 290...1260)
        let places = (0..<200).map { 300 + 4.75 * Double($0) }
        let samplesPerWidth: Double

        /// Full width at half height in Th; samples at m/z 400 are 0.004 Th apart.
        func width(at place: Double) -> Double { 0.004 * samplesPerWidth * place / 400 }

        /// - Parameters:
        ///   - ions: Ions of each peak; each gives a pulse a sample wide of height 10. `nil` for a drawing without chance.
        ///   - partner: Distance in widths, and ions by those of the first, of a second peak at every tenth place.
        init(
            samplesPerWidth: Double, ions: Double?, partner: (distance: Double, share: Double)? = nil, seed: UInt64 = 1
        ) {
            self.samplesPerWidth = samplesPerWidth
            var generator = SplitMix64(seed: seed)
            for (number, place) in places.enumerated() {
                let width = width(at: place)
                add(place, width, ions, 1, &generator)
                if let partner, number.isMultiple(of: 10) {
                    add(place + partner.distance * width, width, ions, partner.share, &generator)
                }
            }
        }

        private mutating func add(
            _ centre: Double, _ width: Double, _ ions: Double?, _ share: Double, _ generator: inout SplitMix64
        ) {
            let near = profile.mz.indices.filter { abs(profile.mz[$0] - centre) < 2 * width }
            let shape = near.map { exp2(-4 * pow((profile.mz[$0] - centre) / width, 2)) }
            let mass = shape.reduce(0, +)
            for (position, part) in zip(near, shape) {
                guard let ions else {
                    profile.intensities[position] += 1e4 * share * part
                    continue
                }
                profile.intensities[position] += 10 * Self.poisson(ions * share * part / mass, &generator)
            }
        }

        /// D. E. Knuth's way: as many uniform factors as their product stays above exp(-mean).
        private static func poisson(_ mean: Double, _ generator: inout SplitMix64) -> Double {
            var product = generator.unit()
            var count = 0.0
            while product > exp(-mean) {
                product *= generator.unit()
                count += 1
            }
            return count
        }

        /// Peaks above a tenth of the highest near each place, as distances in widths.
        func found(_ peaks: CentroidedPeaks) -> [[Double]] {
            places.map { place in
                let near = peaks.mz.indices.filter { abs(peaks.mz[$0] - place) < 4 * width(at: place) }
                let highest = near.map { peaks.intensities[$0] }.max() ?? 0
                return near.filter { peaks.intensities[$0] >= 0.1 * highest }
                    .map { (peaks.mz[$0] - place) / width(at: place) }
            }
        }
    }

    private static func pick(_ drawn: Drawn) -> [[Double]] {
        drawn.found(Centroider().centroid(mz: drawn.profile.mz, intensities: drawn.profile.intensities))
    }

    @Test("a peak of many samples and few ions, which has many maxima, stays one peak near its place")
    func splitPeaks() {
        let found = Self.pick(Drawn(samplesPerWidth: 8, ions: 200))
        #expect(found.count { $0.count == 1 } >= 195)
        // 200 ions tell a place within 0.03 widths at best, the highest sample and its neighbours within 0.1.
        let squares = found.compactMap(\.first).map { $0 * $0 }
        #expect((squares.reduce(0, +) / Double(squares.count)).squareRoot() < 0.085)
    }

    @Test("two peaks one width apart are both found, and no others where chance parts them further")
    func twins() {
        let found = Self.pick(Drawn(samplesPerWidth: 8, ions: 1000, partner: (1, 1)))
        #expect(found.count { $0.count == 2 && abs($0[0]) < 0.3 && abs($0[1] - 1) < 0.3 } >= 18)
        #expect(found.count { $0.count == 1 } >= 180 && !found.contains { $0.count > 2 })
    }

    @Test("a shoulder, which has no maximum of its own, is parted from its peak")
    func shoulders() {
        let drawn = Drawn(samplesPerWidth: 5, ions: nil, partner: (1.06, 0.5))
        let signal = drawn.profile.intensities
        let maxima = signal.indices.dropFirst().dropLast().count {
            signal[$0] > signal[$0 - 1] && signal[$0] >= signal[$0 + 1]
        }
        #expect(maxima == 200)
        let found = Self.pick(drawn)
        #expect(found.count { $0.count == 2 && abs($0[0]) < 0.1 && abs($0[1] - 1.06) < 0.25 } == 20)
        #expect(found.count { $0.count == 1 } == 180)
    }

    @Test("single peaks have no shoulders, and their places and heights are those of Gaussians")
    func singles() {
        let drawn = Drawn(samplesPerWidth: 3, ions: nil)
        #expect(Self.pick(drawn).allSatisfy { $0.count == 1 && abs($0[0]) < 1e-4 })
        let peaks = Centroider().centroid(mz: drawn.profile.mz, intensities: drawn.profile.intensities)
        let strong = peaks.intensities.filter { $0 > 1000 }
        #expect(strong.count == 200 && strong.allSatisfy { abs($0 / 1e4 - 1) < 1e-3 })
    }

    @Test("what is much wider than a peak is none, and moves none")
    func humps() {
        var drawn = Drawn(samplesPerWidth: 5, ions: nil)
        for position in drawn.profile.mz.indices {
            let mz = drawn.profile.mz[position]
            drawn.profile.intensities[position] += 3000 * (1 + sin(mz)) * sin((mz - 290) / 970 * .pi)
        }
        let peaks = Centroider().centroid(mz: drawn.profile.mz, intensities: drawn.profile.intensities)
        #expect(peaks.mz.count == 200)
        #expect(zip(peaks.mz, drawn.places).allSatisfy { abs($0 - $1) < 0.01 * drawn.width(at: $1) })
    }

    @Test("a profile gives the same peaks with its zeros and without")
    func zeros() {
        let drawn = Drawn(samplesPerWidth: 4, ions: nil).profile
        let compact = drawn.withoutZeros
        #expect(compact.mz.count < drawn.mz.count / 5)
        let filled = Centroider().centroid(mz: drawn.mz, intensities: drawn.intensities)
        let stripped = Centroider().centroid(mz: compact.mz, intensities: compact.intensities)
        #expect(filled.mz.count == stripped.mz.count && filled.mz.count == 200)
        #expect(zip(filled.mz, stripped.mz).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test("areas add up to the signal, and least samples and heights are heeded")
    func parameters() {
        let profile = Drawn(samplesPerWidth: 4, ions: nil).profile
        func picked(_ parameters: CentroidingParameters) -> CentroidedPeaks {
            Centroider(parameters: parameters).centroid(mz: profile.mz, intensities: profile.intensities)
        }
        let areas = picked(CentroidingParameters(intensity: .area)).intensities.reduce(0, +)
        #expect(abs(areas / profile.intensities.reduce(0, +) - 1) < 0.01)
        #expect(picked(CentroidingParameters(minimumSamples: 100)).mz.isEmpty)
        #expect(picked(CentroidingParameters(minimumIntensity: 9_900)).mz.count == 200)
        #expect(picked(CentroidingParameters(minimumIntensity: 10_100)).mz.isEmpty)
    }

    @Test("no input gives a peak that is not finite, not positive or out of order")
    func hostile() {
        let values: [Double] = [
            0, 0, 1, 7, .nan, -1, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e300,
        ]
        var generator = SplitMix64(seed: 5)
        let grid = SimulatedProfile([], grid: .timeOfFlight(0.05), range: 200...400)
        for _ in 0..<40 {
            var mz = grid.mz
            if generator.happens(withProbability: 0.5) { mz[generator.integer(0..<mz.count)] = 1e300 }
            let intensities = mz.map { _ in values[generator.integer(0..<values.count)] }
            let parameters = CentroidingParameters(signalToNoise: 1, intensity: .area)
            let peaks = Centroider(parameters: parameters).centroid(mz: mz, intensities: intensities)
            #expect(peaks.mz.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(peaks.intensities.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(zip(peaks.mz, peaks.mz.dropFirst()).allSatisfy { $0 < $1 })
        }
    }
}
