import PeakPicking
import Testing

@Suite("Shapes of peaks for Centroider")
struct CentroiderShapeTests {
    /// Centroids samples a hundredth of a Th apart, beginning at m/z 100.
    private func centroid(
        _ intensities: [Double], parameters: CentroidingParameters = CentroidingParameters()
    ) -> CentroidedPeaks {
        let mz = intensities.indices.map { 100 + Double($0) * 0.01 }
        return Centroider(parameters: parameters).centroid(mz: mz, intensities: intensities)
    }

    @Test("an empty spectrum stays empty, and so does one of zeros")
    func empty() {
        #expect(centroid([]).mz.isEmpty)
        #expect(centroid([0]).mz.isEmpty)
        #expect(centroid([0, 0, 0, 0]).mz.isEmpty)
    }

    @Test("a single sample is a peak at its own place, at an edge as well")
    func single() {
        for intensities in [[7.0], [7, 0], [0, 7], [0, 0, 7, 0]] {
            let peaks = centroid(intensities)
            let place = 100 + Double(intensities.firstIndex(of: 7) ?? -1) * 0.01
            #expect(peaks.mz == [place] && peaks.intensities == [7])
        }
    }

    @Test("two samples make a peak between them, nearer to the higher")
    func two() throws {
        let peaks = centroid([0, 6, 12, 0])
        try #require(peaks.mz.count == 1)
        // The parabola through (-1, 1/2), (0, 1), (1, 0) has its vertex at -1/6 and is 1 + 1/48 high.
        #expect(abs(peaks.mz[0] - (100.02 - 0.01 / 6)) < 1e-9)
        #expect(abs(peaks.intensities[0] - 12 * (1 + 1.0 / 48)) < 1e-9)
        #expect(centroid([6, 12]).mz.count == 1)
    }

    @Test("the middle of a flat top is the apex", arguments: [2, 3, 4, 7])
    func flatTop(samples: Int) throws {
        let peaks = centroid([0, 10, 80] + Array(repeating: 100, count: samples) + [70, 5, 0])
        try #require(peaks.mz.count == 1)
        #expect(abs(peaks.mz[0] - (100.03 + Double(samples - 1) / 2 * 0.01)) < 1e-9)
        #expect(peaks.intensities[0] == 100)
    }

    @Test("a level stretch on a flank is not a peak")
    func flatFlank() {
        #expect(centroid([0, 10, 40, 40, 40, 90, 100, 60, 20, 20, 5, 0]).mz.count == 1)
    }

    @Test("peaks part at a zero")
    func partedByZero() {
        #expect(centroid([5, 9, 5, 0, 6, 8, 6]).mz.count == 2)
        #expect(centroid([5, 0, 8]).mz == [100, 100.02])
    }

    @Test("a ripple below the valley depth belongs to the higher maximum, wherever it lies")
    func ripple() throws {
        var parameters = CentroidingParameters()
        parameters.valleyShare = 0.9
        let left = centroid([0, 50, 90, 85, 100, 60, 0], parameters: parameters)
        let right = centroid([0, 60, 100, 85, 90, 50, 0], parameters: parameters)
        try #require(left.mz.count == 1 && right.mz.count == 1)
        #expect(abs(left.mz[0] - 100.04) < 0.005 && abs(right.mz[0] - 100.02) < 0.005)
        parameters.valleyShare = 1
        #expect(centroid([0, 50, 90, 85, 100, 60, 0], parameters: parameters).mz.count == 2)
    }

    @Test("a valley after a ripple still parts the peaks on its sides")
    func valleyAfterRipple() {
        let parameters = CentroidingParameters(valleyShare: 0.95)
        // 97 is a ripple of 100 (valley 95), the deep valley of 30 comes between it and 96.
        #expect(centroid([0, 100, 95, 97, 30, 96, 0], parameters: parameters).mz.count == 2)
        // The deep valley comes before the ripple, the second peak is the higher maximum.
        #expect(centroid([0, 96, 30, 97, 95, 100, 0], parameters: parameters).mz.count == 2)
    }

    @Test("every maximum is a peak, however shallow the valley, but no shoulder is")
    func everyMaximum() {
        #expect(centroid([0, 50, 90, 99.9, 100, 99.8, 99.9, 50, 0]).mz.count == 2)
        #expect(centroid([0, 50, 90, 99.9, 100, 99.9, 99.9, 50, 0]).mz.count == 1)
    }

    @Test("a peak narrower than the smallest width is left out; a valley counts for both its sides")
    func width() {
        var parameters = CentroidingParameters()
        parameters.minimumSamples = 3
        #expect(centroid([0, 5, 9, 0, 5, 9, 5, 0], parameters: parameters).mz.count == 1)
        #expect(centroid([0, 5, 9, 2, 9, 5, 0], parameters: parameters).mz.count == 2)
        parameters.minimumSamples = 4
        #expect(centroid([0, 5, 9, 2, 9, 5, 0], parameters: parameters).mz.isEmpty)
    }

    @Test("a peak lower than the lowest intensity is left out, one exactly as high is kept")
    func intensity() {
        let parameters = CentroidingParameters(minimumIntensity: 9)
        #expect(centroid([9, 0, 8.999, 0, 10], parameters: parameters).intensities == [9, 10])
    }
}
