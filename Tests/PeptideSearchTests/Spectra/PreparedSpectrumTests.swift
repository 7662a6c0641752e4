import PeptideSearch
import Testing

@Suite("Prepared spectra")
struct PreparedSpectrumTests {
    @Test("the most intense peaks are taken, stay in m/z order, and are scaled to a base peak of 100")
    func mostIntense() {
        let spectrum = PreparedSpectrum(
            mz: [100, 200, 300, 400, 500], intensities: [5, 80, 40, 2, 20], maximumPeaks: 3, intensePeaks: 3)
        #expect(spectrum.mz == [200, 300, 500])
        #expect(spectrum.intensities == [100, 50, 25])
        #expect(spectrum.totalIntensity == 175)
        #expect(spectrum.count == 3)
    }

    @Test("the more intense peaks are marked, of equally intense ones those of lower m/z")
    func intense() {
        let spectrum = PreparedSpectrum(
            mz: [1, 2, 3, 4, 5, 6], intensities: [5, 7, 7, 9, 1, 7], maximumPeaks: 5, intensePeaks: 3)
        #expect(spectrum.mz == [1, 2, 3, 4, 6])
        #expect(spectrum.isIntense == [false, true, true, true, false])
        let few = PreparedSpectrum(mz: [1, 2], intensities: [1, 2], maximumPeaks: 9, intensePeaks: 6)
        #expect(few.isIntense == [true, true])
    }

    @Test("of equally intense peaks those of lower m/z are taken")
    func ties() {
        let spectrum = PreparedSpectrum(
            mz: [1, 2, 3, 4, 5], intensities: [7, 9, 7, 7, 9], maximumPeaks: 3, intensePeaks: 3)
        #expect(spectrum.mz == [1, 2, 5])
        let equal = PreparedSpectrum(
            mz: (1...400).map(Double.init), intensities: .init(repeating: 1, count: 400), maximumPeaks: 250,
            intensePeaks: 250)
        #expect(equal.mz == (1...250).map(Double.init))
    }

    @Test("peaks without a usable intensity never take part and do not use up places")
    func unusable() {
        let spectrum = PreparedSpectrum(
            mz: [1, 2, 3, 4, 5, 6], intensities: [0, .nan, -5, .infinity, 3, 6], maximumPeaks: 2, intensePeaks: 2)
        #expect(spectrum.mz == [5, 6])
        #expect(spectrum.intensities == [50, 100])
    }

    @Test("a spectrum without peaks, or with zeros alone, has none and no intensity")
    func none() {
        for spectrum in [
            PreparedSpectrum(mz: [], intensities: [], maximumPeaks: 10, intensePeaks: 10),
            PreparedSpectrum(mz: [100, 200], intensities: [0, 0], maximumPeaks: 10, intensePeaks: 10),
        ] {
            #expect(spectrum.count == 0)
            #expect(spectrum.totalIntensity == 0)
        }
    }

    @Test("fewer peaks than allowed are all taken, one alone is the base peak")
    func few() {
        #expect(
            PreparedSpectrum(mz: [3], intensities: [1e-30], maximumPeaks: 10, intensePeaks: 10).intensities == [100])
        #expect(
            PreparedSpectrum(mz: [1, 2], intensities: [1, 4], maximumPeaks: 2, intensePeaks: 2).intensities == [
                25, 100,
            ])
    }

    @Test("peaks at the same m/z are kept apart")
    func sameMZ() {
        let spectrum = PreparedSpectrum(mz: [5, 5, 5], intensities: [1, 4, 2], maximumPeaks: 2, intensePeaks: 2)
        #expect(spectrum.mz == [5, 5])
        #expect(spectrum.intensities == [100, 50])
    }
}
