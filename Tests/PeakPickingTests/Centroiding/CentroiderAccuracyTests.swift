import PeakPicking
import Testing

@Suite("Accuracy of Centroider")
struct CentroiderAccuracyTests {
    private typealias Peak = SimulatedProfile.Peak

    /// Resolutions at m/z 400 with about five samples across the half height: ion trap, TOF, Orbitrap, FT-ICR.
    static let resolutions = [2_000.0, 20_000, 60_000, 500_000]

    @Test("Gaussian peaks are found within 0.001 ppm at every resolution", arguments: resolutions)
    func gaussian(resolution: Double) throws {
        let width = 400 / resolution
        // Centres at every phase of the sampling, heights over four orders of magnitude.
        for phase in 0..<20 {
            let centre = 400 + width * Double(phase) * 0.013
            let height = 1000 * Double(1 + phase * phase)
            let profile = SimulatedProfile(
                [Peak(mz: centre, height: height, width: width)], grid: .orbitrap(width / 5),
                range: (400 - 10 * width)...(400 + 10 * width))
            let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
            try #require(peaks.mz.count == 1)
            #expect(abs(peaks.mz[0] / centre - 1) * 1e6 < 0.001)
            #expect(abs(peaks.intensities[0] / height - 1) < 1e-6)
        }
    }

    @Test("Lorentzian peaks are found within 1 % of their width", arguments: resolutions)
    func lorentzian(resolution: Double) throws {
        let width = 400 / resolution
        for phase in 0..<20 {
            let centre = 400 + width * Double(phase) * 0.013
            let profile = SimulatedProfile(
                [Peak(mz: centre, height: 1000, width: width, shape: .lorentzian)], grid: .timeOfFlight(width / 5),
                range: (400 - 10 * width)...(400 + 10 * width))
            let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
            try #require(peaks.mz.count == 1)
            #expect(abs(peaks.mz[0] - centre) < 0.01 * width)
            #expect(abs(peaks.intensities[0] / 1000 - 1) < 0.02)
        }
    }

    @Test("a peak as narrow as two samples across is still exact")
    func coarseSampling() throws {
        let profile = SimulatedProfile(
            [Peak(mz: 500.003, height: 1000, width: 0.02)], grid: .even(0.01), range: 499...501)
        let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        try #require(peaks.mz.count == 1)
        #expect(abs(peaks.mz[0] - 500.003) < 1e-9)
        #expect(abs(peaks.intensities[0] - 1000) < 1e-3)
    }

    @Test("peaks two widths apart are both found within 1 % of their width, though one is ten times the other")
    func neighbours() throws {
        let profile = SimulatedProfile(
            [Peak(mz: 500, height: 1000, width: 0.02), Peak(mz: 500.04, height: 100, width: 0.02)],
            grid: .orbitrap(0.003), range: 499...501)
        let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        try #require(peaks.mz.count == 2)
        #expect(abs(peaks.mz[0] - 500) < 0.01 * 0.02 && abs(peaks.mz[1] - 500.04) < 0.01 * 0.02)
        #expect(abs(peaks.intensities[0] - 1000) < 1 && abs(peaks.intensities[1] - 100) < 5)
    }

    @Test("overlapping equal peaks lean towards each other by less than a tenth of their width")
    func overlap() throws {
        let profile = SimulatedProfile(
            [Peak(mz: 500, height: 1000, width: 0.02), Peak(mz: 500.025, height: 1000, width: 0.02)],
            grid: .orbitrap(0.003), range: 499...501)
        let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        try #require(peaks.mz.count == 2)
        #expect(peaks.mz[0] - 500 >= 0 && peaks.mz[0] - 500 < 0.002)
        #expect(peaks.mz[1] - 500.025 <= 0 && peaks.mz[1] - 500.025 > -0.002)
    }

    @Test("a shoulder without a maximum of its own belongs to the peak it leans on")
    func shoulder() throws {
        let profile = SimulatedProfile(
            [Peak(mz: 500, height: 1000, width: 0.02), Peak(mz: 500.014, height: 300, width: 0.02)],
            grid: .orbitrap(0.003), range: 499...501)
        let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        try #require(peaks.mz.count == 1)
        #expect(peaks.mz[0] > 500 && peaks.mz[0] < 500.004)
    }

    @Test("an isotope pattern over a wide range keeps its distances")
    func isotopes() throws {
        let centres: [Double] = (0..<200).map { number in
            let monoisotopic = 400 + Double(number / 4) * 25
            return monoisotopic + Double(number % 4) * 0.501_678
        }
        let profile = SimulatedProfile(
            centres.map { Peak(mz: $0, height: 1000, width: $0 / 30_000) }, grid: .timeOfFlight(400 / 30_000 / 5),
            range: 390...1700)
        let peaks = Centroider().centroid(mz: profile.mz, intensities: profile.intensities)
        try #require(peaks.mz.count == 200)
        for (found, centre) in zip(peaks.mz, centres) { #expect(abs(found / centre - 1) * 1e6 < 0.01) }
    }
}
