import PeakPicking
import SpectrumModel
import Testing

@Suite("SurveyScan")
struct SurveyScanTests {
    private func scan(
        _ mz: [Double], _ intensities: [Double], level: Int = 1, signal: SignalMode = .centroid
    ) -> SurveyScan? {
        SurveyScan(
            Spectrum(
                index: 7, nativeID: "scan=8", msLevel: level, signal: signal, mz: mz, intensities: intensities))
    }

    @Test("sound peaks are taken as they are, with the place of their spectrum")
    func sound() throws {
        let found = try #require(scan([100, 200, 200, 300], [3, 1, 2, 5]))
        #expect(found.index == 7 && found.nativeID == "scan=8")
        #expect(found.mz == [100, 200, 200, 300] && found.intensities == [3, 1, 2, 5])
    }

    @Test("peaks out of order are sorted, those of equal m/z stay in their order")
    func unsorted() throws {
        let found = try #require(scan([300, 200, 100, 200], [1, 2, 3, 4]))
        #expect(found.mz == [100, 200, 200, 300] && found.intensities == [3, 2, 4, 1])
    }

    @Test("peaks without intensity or m/z are left out, too high ones cut down to single precision")
    func unusable() throws {
        let found = try #require(
            scan([0, 100, 101, 102, 103, 104, .infinity, .nan], [9, 0, -4, 1e300, 7, .nan, 5, 5]))
        #expect(found.mz == [102, 103])
        #expect(found.intensities == [Double(Float.greatestFiniteMagnitude), 7])
        #expect(found.intensities.allSatisfy { Float($0).isFinite })
    }

    @Test("spectra without a peak, of another level or of profile signal are none")
    func none() {
        #expect(scan([], []) == nil)
        #expect(scan([100, 101], [0, -1]) == nil)
        #expect(scan([100], [1], level: 2) == nil)
        #expect(scan([100], [1], signal: .profile) == nil)
    }
}
