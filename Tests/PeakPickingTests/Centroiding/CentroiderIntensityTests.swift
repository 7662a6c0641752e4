import PeakPicking
import Testing

@Suite("Intensities of Centroider")
struct CentroiderIntensityTests {
    private func centroid(_ intensities: [Double], _ parameters: CentroidingParameters) -> CentroidedPeaks {
        let mz = intensities.indices.map { 100 + Double($0) * 0.01 }
        return Centroider(parameters: parameters).centroid(mz: mz, intensities: intensities)
    }

    @Test("the area is the sum of the samples; that of a valley goes half to either side")
    func area() {
        let parameters = CentroidingParameters(intensity: .area)
        #expect(centroid([0, 5, 9, 5, 0], parameters).intensities == [19])
        #expect(centroid([0, 5, 9, 4, 8, 6, 0, 3], parameters).intensities == [16, 16, 3])
        #expect(centroid([5, 9, 4], parameters).intensities == [18])
    }

    @Test("area or height, the places and the number of peaks are the same, and heights decide what is left out")
    func choice() {
        let samples: [Double] = [0, 5, 9, 5, 0, 4, 4.5, 4, 4, 0, 20, 0]
        let heights = centroid(samples, CentroidingParameters(minimumIntensity: 9))
        let areas = centroid(samples, CentroidingParameters(minimumIntensity: 9, intensity: .area))
        #expect(heights.mz == areas.mz && heights.mz.count == 2)
        #expect(areas.intensities == [19, 20])
    }

    @Test("peaks below the signal-to-noise ratio are left out, in any unit of intensity", arguments: [1, 1e6])
    func signalToNoise(unit: Double) {
        // Forty single samples of noise, three of them stronger; the lower quartile is 10.
        var samples: [Double] = []
        for number in 0..<40 { samples += [0, unit * [10.0, 10, 12, 14][number % 4]] }
        for (place, height) in [(11, 29.9), (31, 30), (51, 500)] { samples[place] = unit * height }
        let all = centroid(samples, CentroidingParameters())
        let kept = centroid(samples, CentroidingParameters(signalToNoise: 3))
        #expect(all.mz.count == 40)
        #expect(kept.intensities == [unit * 30, unit * 500])
        #expect(centroid(samples, CentroidingParameters(signalToNoise: 3, intensity: .area)) == kept)
    }

    @Test("where the noise is not known, every peak is kept")
    func unknownNoise() {
        #expect(centroid([0, 1, 0, 100, 0], CentroidingParameters(signalToNoise: 10)).mz.count == 2)
    }
}
