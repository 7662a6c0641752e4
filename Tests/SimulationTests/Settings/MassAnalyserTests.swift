import Simulation
import Testing

@Suite struct MassAnalyserTests {
    private static let orbitrap = MassAnalyser.orbitrap(resolutionAt200: 60_000)

    @Test("the width of an Orbitrap peak grows with the power 1.5 of m/z")
    func orbitrapWidth() {
        #expect(isNear(Self.orbitrap.widthTh(atMZ: 200), 200 / 60_000.0, 1e-12))
        // Four times the m/z: half the resolution.
        #expect(isNear(Self.orbitrap.widthTh(atMZ: 800), 800 / 30_000.0, 1e-12))
    }

    @Test("the width of an ion trap peak is the same everywhere")
    func ionTrapWidth() {
        #expect(MassAnalyser.ionTrap.widthTh(atMZ: 150) == 0.4)
        #expect(MassAnalyser.ionTrap.widthTh(atMZ: 1_500) == 0.4)
    }

    @Test("more ions place a centroid better, down to a limit")
    func centroids() {
        // 0.25 + 25 / 100 ppm squared is 0.7071 ppm; without the second part it is 0.5 ppm.
        #expect(isNear(Self.orbitrap.centroidDeviationTh(atMZ: 1_000, ions: 100), 7.0711e-4, 1e-8))
        #expect(isNear(Self.orbitrap.centroidDeviationTh(atMZ: 1_000, ions: 1e9), 5e-4, 1e-8))
        #expect(isNear(MassAnalyser.ionTrap.centroidDeviationTh(atMZ: 1_000, ions: 100), 0.051_962, 1e-6))
        #expect(isNear(MassAnalyser.ionTrap.centroidDeviationTh(atMZ: 300, ions: 1e9), 0.05, 1e-6))
    }

    @Test("a Fourier transform that listens four times as long sees half as many ions")
    func limits() {
        #expect(Self.orbitrap.detectionLimitIons == 8)
        #expect(MassAnalyser.orbitrap(resolutionAt200: 15_000).detectionLimitIons == 16)
        #expect(MassAnalyser.orbitrap(resolutionAt200: 240_000).detectionLimitIons == 4)
        #expect(MassAnalyser.ionTrap.detectionLimitIons == 2)
    }
}
