import Foundation
import PeakPicking
import TestSupport
import Testing

/// What the distances of samples tell about the analyser, and what follows.
@Suite("Analysers and Centroider")
struct CentroiderAnalyserTests {
    private typealias Peak = SimulatedProfile.Peak

    /// Thirty peaks of equal height.
    private static func profile(
        _ grid: SimulatedProfile.Grid, width: (Double) -> Double
    ) -> SimulatedProfile {
        let peaks = (0..<30).map { number in
            let mz = 300 + 41.37 * Double(number)
            return Peak(mz: mz, height: 1000, width: width(mz))
        }
        return SimulatedProfile(peaks, grid: grid, range: 290...1520)
    }

    /// Samples at the square of m/z, as FT-ICR instruments take them, where the file has left the zeros out.
    private static let icr: (mz: [Double], intensities: [Double]) = {
        var mz: [Double] = []
        var intensities: [Double] = []
        for number in 0..<600 {
            let centre = 300 + 2 * Double(number)
            let distance = 0.001 * (centre / 400) * (centre / 400)
            for (step, height) in [20.0, 60, 100, 80, 30].enumerated() {
                mz.append(centre + Double(step - 2) * distance)
                intensities.append(height)
            }
        }
        return (mz, intensities)
    }()

    @Test("Fourier transform peaks have the apex of a parabola")
    func parabola() throws {
        let (mz, intensities) = Self.icr
        let peaks = Centroider().centroid(mz: mz, intensities: intensities)
        try #require(peaks.mz.count == 600)
        for (number, found) in peaks.mz.enumerated() {
            let centre = 300 + 2 * Double(number)
            let distance = 0.001 * (centre / 400) * (centre / 400)
            // The parabola through (-1, 60), (0, 100), (1, 80) has its vertex at 1/6 and is 100 + 5/6 high.
            #expect(abs(found - (centre + distance / 6)) < 1e-6 * distance + 1e-12)
            #expect(abs(peaks.intensities[number] - (100 + 5.0 / 6)) < 1e-3)
        }
    }

    @Test("a spectrum of few peaks far from each other has one peak for each, though the distances of samples vary")
    func fewPeaks() throws {
        // 7 to 10 samples each, 147 to 1,330 Th: their distances grow 27 times, and three peaks share a block of 32.
        let places = [147.11, 175.119, 261.16, 400.44, 556.94, 829.52, 1100.6, 1330.7]
        let peaks = places.map { Peak(mz: $0, height: 500, width: $0 * ($0 / 200).squareRoot() / 15_000) }
        var drawn = SimulatedProfile(peaks, grid: .orbitrap(0.012), range: 140...1340)
        // What lies below a thousandth of the peaks is cut off, but for a zero on either side, or without it.
        drawn.intensities = drawn.intensities.map { $0 < 0.5 ? 0 : $0 }
        let compact = drawn.withoutZeros
        for (mz, intensities) in [(compact.mz, compact.intensities), drawn.withZerosBesidePeaks] {
            let found = Centroider().centroid(mz: mz, intensities: intensities)
            try #require(found.mz.count == places.count)
            for (place, peak) in zip(places, found.mz) { #expect(abs(peak - place) < 2e-6 * place) }
        }
    }

    @Test("a spectrum too short to tell its analyser, or of a TOF, has Gaussian peaks")
    func gaussian() throws {
        let tof = Self.profile(.timeOfFlight(0.004)) { 0.02 * ($0 / 400).squareRoot() }
        let peaks = Centroider().centroid(mz: tof.mz, intensities: tof.intensities)
        try #require(peaks.mz.count == 30)
        for (number, found) in peaks.mz.enumerated() { #expect(abs(found - (300 + 41.37 * Double(number))) < 1e-7) }
        let short = SimulatedProfile([Peak(mz: 400, height: 9, width: 0.02)], grid: .orbitrap(0.004), range: 399...401)
        #expect(abs(Centroider().centroid(mz: short.mz, intensities: short.intensities).mz[0] - 400) < 1e-9)
    }

    @Test("ion trap peaks are split by no ripple, and lie at the centre of mass of their upper half")
    func ripples() throws {
        var trap = Self.profile(.even(0.09)) { _ in 0.5 }
        for position in trap.mz.indices where position.isMultiple(of: 2) { trap.intensities[position] *= 0.8 }
        let peaks = Centroider().centroid(mz: trap.mz, intensities: trap.intensities)
        try #require(peaks.mz.count == 30)
        for (number, found) in peaks.mz.enumerated() {
            let centre = 300 + 41.37 * Double(number)
            let near = zip(trap.mz, trap.intensities).filter { abs($0.0 - centre) < 3 }
            let height = try #require(near.map(\.1).max())
            let upper = near.filter { $0.1 >= height / 2 }
            let expected = upper.reduce(0) { $0 + $1.0 * $1.1 } / upper.reduce(0) { $0 + $1.1 }
            #expect(abs(found - expected) < 1e-6)
            #expect(peaks.intensities[number] == height)
        }
    }

    @Test("ion trap peaks are the same with the zeros of the file and without, and gaps part them")
    func trapZeros() {
        let trap = Self.profile(.even(0.09)) { _ in 0.4 }
        let filled = Centroider().centroid(mz: trap.mz, intensities: trap.intensities)
        let compact = trap.withoutZeros
        let stripped = Centroider().centroid(mz: compact.mz, intensities: compact.intensities)
        #expect(compact.mz.count < trap.mz.count / 5)
        #expect(filled.mz.count == 30 && stripped.mz.count == 30)
        #expect(zip(filled.mz, stripped.mz).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(filled.intensities == stripped.intensities)
    }

    @Test("two ion trap peaks an m/z apart stay two, and their areas add up to the signal")
    func trapArea() throws {
        let pairs = (0..<20).flatMap { number in
            let mz = 300 + 50 * Double(number)
            return [Peak(mz: mz, height: 100, width: 0.5), Peak(mz: mz + 1, height: 60, width: 0.5)]
        }
        let trap = SimulatedProfile(pairs, grid: .even(0.09), range: 290...1300)
        let areas = Centroider(parameters: CentroidingParameters(intensity: .area))
            .centroid(mz: trap.mz, intensities: trap.intensities)
        try #require(areas.mz.count == 40)
        let signal = trap.intensities.reduce(0, +)
        #expect(abs(areas.intensities.reduce(0, +) / signal - 1) < 1e-12)
    }

    @Test("no ion trap input gives a peak that is not finite, not positive or out of order")
    func hostile() {
        let values: [Double] = [0, 1, 7, .nan, -1, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e300]
        var generator = SplitMix64(seed: 5)
        for _ in 0..<40 {
            var mz = (0..<600).map { 200 + Double($0) * 0.09 }
            if generator.happens(withProbability: 0.5) { mz[generator.integer(0..<600)] = 1e300 }
            let intensities = mz.map { _ in values[generator.integer(0..<values.count)] }
            let parameters = CentroidingParameters(signalToNoise: 1, intensity: .area)
            let peaks = Centroider(parameters: parameters).centroid(mz: mz, intensities: intensities)
            #expect(peaks.mz.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(peaks.intensities.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(zip(peaks.mz, peaks.mz.dropFirst()).allSatisfy { $0 < $1 })
        }
    }
}
