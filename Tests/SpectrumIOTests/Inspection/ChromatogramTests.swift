import SpectrumIO
import SpectrumModel
import Testing

@Suite("Total ion chromatogram of an inspection")
struct ChromatogramTests {
    private func chromatogram(
        _ points: [(level: Int, seconds: Double, current: Double)]
    ) async throws -> SpectrumFileInspection.Chromatogram? {
        let spectra = points.enumerated().map { index, point in
            Spectrum(
                index: index, nativeID: "scan=\(index + 1)", msLevel: point.level, retentionTimeSeconds: point.seconds,
                mz: [100, 200], intensities: [point.current / 4, point.current * 3 / 4])
        }
        let written = try WrittenFile(spectra, .mzML)
        return try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false).chromatogram
    }

    @Test("has spans of a 64th of a second where the run is short, with the largest current of each")
    func short() async throws {
        let found = try #require(try await chromatogram([(1, 1, 8), (1, 1.01, 16), (1, 1.05, 4), (2, 1.02, 999)]))
        #expect(found.msLevel == 1)
        #expect(found.spectra == 3)
        #expect(found.startSeconds == 1)
        #expect(found.spanSeconds == 1.0 / 64)
        // 1.01 s lies in the span that begins at 64/64 s, 1.05 s in that at 67/64 s.
        #expect(found.largestCurrents == [16, nil, nil, 4])
    }

    @Test("has wider spans for a longer run, at most 512, and keeps every maximum")
    func long() async throws {
        // Every 10 s from 3601 s to 5601 s: 2000 s need spans of 4 s (500) as 2 s would be 1000.
        let points = (0...200).map { (level: 1, seconds: 3601 + 10 * Double($0), current: Double($0 + 1)) }
        let found = try #require(try await chromatogram(points))
        #expect(found.spanSeconds == 4)
        #expect(found.startSeconds == 3600)
        #expect(found.largestCurrents.count == 501)
        for (number, point) in points.enumerated() {
            #expect(found.largestCurrents[(10 * number + 1) / 4] == point.current)
        }
        #expect(found.largestCurrents.count { $0 != nil } == 201)
        let backwards = try #require(try await chromatogram(points.reversed()))
        #expect(backwards == found)
    }

    @Test("is that of the fragment spectra where there are no survey spectra")
    func fragmentsOnly() async throws {
        let found = try #require(try await chromatogram([(2, 5, 8), (2, 6, 4)]))
        #expect(found.msLevel == 2)
        #expect(found.largestCurrents.compactMap { $0 } == [8, 4])
    }

    @Test("the current is the sum of all intensities, however many there are", arguments: [0, 1, 3, 4, 7, 8, 1001])
    func sum(peakCount: Int) async throws {
        let spectra = (1...2).map { number in
            Spectrum(
                index: number - 1, nativeID: "scan=\(number)", msLevel: 1, retentionTimeSeconds: Double(number),
                mz: (0..<peakCount).map { 100 + Double($0) }, intensities: (0..<peakCount).map { Double($0 + number) })
        }
        let written = try WrittenFile(spectra, .mzML)
        let found = try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false).chromatogram
        // 1 + 2 + ... + n, and n more.
        let first = Double(peakCount * (peakCount + 1) / 2)
        #expect(found?.largestCurrents.compactMap { $0 } == [first, first + Double(peakCount)])
    }

    @Test("times before the start are in it, times of no run are not")
    func strangeTimes() async throws {
        let found = try #require(try await chromatogram([(1, -1, 8), (1, 1, 4), (1, 1e12, 2)]))
        #expect(found.startSeconds == -1)
        #expect(found.spectra == 2)
        #expect(found.largestCurrents.first == 8)
        #expect(found.largestCurrents.last == 4)
    }
}
