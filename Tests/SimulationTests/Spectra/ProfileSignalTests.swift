import Foundation
import Simulation
import Testing

@Suite struct ProfileSignalTests {
    private typealias Samples = [(mz: Double, ions: Double)]

    private static let analysers: [MassAnalyser] = [
        .orbitrap(resolutionAt200: 60_000), .orbitrap(resolutionAt200: 15_000), .ionTrap,
    ]

    private static func samples(_ analyser: MassAnalyser, _ peaks: [(mz: Double, ions: Double)]) -> Samples {
        var stream = RandomStream(seed: 1, .spectrum)
        return ProfileSignal(analyser: analyser).samples(of: peaks, stream: &stream)
    }

    /// Apex and width at half height of the Gaussian through the three highest samples of a peak: its logarithm is a
    /// parabola.
    private static func gaussian(_ samples: Samples) -> (mz: Double, ions: Double, width: Double) {
        let top = samples.indices.max { samples[$0].ions < samples[$1].ions } ?? 0
        let points = (-1...1).map { (x: samples[top + $0].mz - samples[top].mz, y: log(samples[top + $0].ions)) }
        let (before, behind) = (points[0], points[2])
        let slopes = ((before.y - points[1].y) / before.x, (behind.y - points[1].y) / behind.x)
        let curvature = (slopes.1 - slopes.0) / (behind.x - before.x)
        let slope = slopes.0 - curvature * before.x
        let shift = -slope / (2 * curvature)
        let height = exp(points[1].y - curvature * shift * shift)
        return (samples[top].mz + shift, height, 2 * (log(2) / -curvature).squareRoot())
    }

    /// Distance between the places where straight lines through the samples cross half the height.
    private static func halfHeightWidth(_ samples: Samples, height: Double) -> Double {
        let crossings = zip(samples, samples.dropFirst()).compactMap { left, right -> Double? in
            guard (left.ions < height / 2) != (right.ions < height / 2) else { return nil }
            return left.mz + (right.mz - left.mz) * (height / 2 - left.ions) / (right.ions - left.ions)
        }
        return (crossings.last ?? 0) - (crossings.first ?? 0)
    }

    @Test(
        "a lone peak has its apex at its m/z, as high as its ions, and the width of the analyser", arguments: analysers)
    func lonePeak(analyser: MassAnalyser) {
        for mz in [133.3, 400.0, 612.345, 1_500.05] {
            let samples = Self.samples(analyser, [(mz, 1e6)])
            let width = analyser.widthTh(atMZ: mz)
            let found = Self.gaussian(samples)
            #expect(isNear(found.mz, mz, 1e-3 * width))
            #expect(isNear(found.ions, 1e6, 1e3))
            #expect(isNear(found.width / width, 1, 2e-3))
            #expect(isNear(Self.halfHeightWidth(samples, height: 1e6) / width, 1, 0.04))
        }
    }

    @Test("samples lie three to a width, and no further out than 1.2 widths on either side", arguments: analysers)
    func grid(analyser: MassAnalyser) {
        for mz in [200.0, 555.5, 1_400.1] {
            let samples = Self.samples(analyser, [(mz, 1e6)])
            let width = analyser.widthTh(atMZ: mz)
            for (left, right) in zip(samples, samples.dropFirst()) {
                #expect(isNear((right.mz - left.mz) * 3 / width, 1, 0.002))
            }
            let signal = samples.filter { $0.ions > 0 }
            #expect((7...8).contains(signal.count))
            #expect(signal.allSatisfy { abs($0.mz - mz) <= 1.2001 * width })
        }
    }

    @Test("one zero stands on either side of a peak", arguments: analysers)
    func zeros(analyser: MassAnalyser) {
        let samples = Self.samples(analyser, [(700, 1e6)])
        #expect(samples.first?.ions == 0)
        #expect(samples.last?.ions == 0)
        #expect(samples.dropFirst().dropLast().allSatisfy { $0.ions > 0 })
    }

    @Test("two peaks apart give two stretches with zeros beside each", arguments: analysers)
    func twoStretches(analyser: MassAnalyser) {
        let samples = Self.samples(analyser, [(500, 1e6), (500 + 20 * analyser.widthTh(atMZ: 500), 1e5)])
        let zeros = samples.indices.filter { samples[$0].ions == 0 }
        #expect(zeros.count == 4)
        #expect(zeros.first == 0 && zeros.last == samples.count - 1)
        #expect(zeros[2] == zeros[1] + 1)
        let (first, second) = (Array(samples[...zeros[1]]), Array(samples[zeros[2]...]))
        #expect(isNear(Self.gaussian(first).ions, 1e6, 1e3))
        #expect(isNear(Self.gaussian(second).ions, 1e5, 1e2))
    }

    @Test("whatever the distance, m/z ascend and stretches are kept apart by one or two zeros", arguments: analysers)
    func distances(analyser: MassAnalyser) {
        let width = analyser.widthTh(atMZ: 500)
        var kinds = Set<Int>()
        for step in 0...120 {
            let samples = Self.samples(analyser, [(500, 1e6), (500 + Double(step) * width / 24, 1e6)])
            #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.mz < $1.mz })
            #expect(samples.first?.ions == 0 && samples.last?.ions == 0)
            let inside = samples.dropFirst().dropLast()
            let zeros = inside.indices.filter { inside[$0].ions == 0 }
            #expect(zeros.isEmpty || (zeros.last ?? 0) - (zeros.first ?? 0) == zeros.count - 1)
            kinds.insert(zeros.count)
        }
        #expect(kinds == [0, 1, 2])
    }

    @Test("where peaks overlap their signals add up")
    func overlap() {
        let analyser = MassAnalyser.orbitrap(resolutionAt200: 60_000)
        let width = analyser.widthTh(atMZ: 500)
        let peaks = [(mz: 500.0, ions: 1e6), (mz: 500 + width, ions: 5e5)]
        for sample in Self.samples(analyser, peaks).dropFirst().dropLast() {
            let expected = peaks.reduce(0.0) { sum, peak in
                // Half a width away a peak is at half its height, a whole width away at a sixteenth.
                let distance = abs(sample.mz - peak.mz) / width
                return sum + (distance > 1.2 ? 0 : peak.ions * pow(2, -4 * distance * distance))
            }
            #expect(isNear(sample.ions, expected, 300))
        }
    }

    @Test("electronic noise is there, and never makes a signal negative")
    func noise() {
        let analyser = MassAnalyser.orbitrap(resolutionAt200: 60_000)
        let peaks = (0..<500).map { (mz: 400 + Double($0), ions: 8.0) }
        let samples = Self.samples(analyser, peaks)
        #expect(samples.allSatisfy { $0.ions >= 0 })
        let heights = peaks.map { peak in
            samples.filter { abs($0.mz - peak.mz) < 0.2 * analyser.widthTh(atMZ: peak.mz) }.map(\.ions).max() ?? 0
        }
        // The highest sample is at most a sixth of a width from the apex, where the signal is 93 %.
        #expect(isNear(Numbers(heights).mean, 7.8, 0.3))
        #expect((0.2...0.6).contains(Numbers(heights).deviation))
    }

    @Test("no peaks give no samples")
    func nothing() {
        for analyser in Self.analysers { #expect(Self.samples(analyser, []).isEmpty) }
    }
}
