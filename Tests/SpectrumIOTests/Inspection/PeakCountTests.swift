import SpectrumIO
import SpectrumModel
import Testing

@Suite("Numbers of peaks in an inspection")
struct PeakCountTests {
    private func spread(_ counts: [Int]) async throws -> SpectrumFileInspection.Spread? {
        let spectra = counts.enumerated().map { index, count in
            Spectrum(
                index: index, nativeID: "scan=\(index + 1)", msLevel: 1, mz: (0..<count).map { 100 + Double($0) },
                intensities: [Double](repeating: 1, count: count))
        }
        let written = try WrittenFile(spectra, .mzML)
        let found = try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false)
        #expect(found.peaks == counts.reduce(0, +))
        return found.levels[1]?.peaks
    }

    @Test(
        "the smallest, the lower middle and the largest are exact below 2048",
        arguments: [([7], 7, 7, 7), ([3, 1, 2], 1, 2, 3), ([4, 1, 3, 2], 1, 2, 4), ([2047, 0, 2047], 0, 2047, 2047)])
    func exact(_ counts: [Int], _ minimum: Int, _ median: Int, _ maximum: Int) async throws {
        let spread = try #require(try await spread(counts))
        #expect([spread.minimum, spread.median, spread.maximum] == [minimum, median, maximum])
    }

    @Test("a large middle is rounded down by less than 0.1 %, never below the smallest")
    func large() async throws {
        // Between 8192 and 16384 a bin has 8 counts: 12345 falls into the one that begins at 12344.
        let spread = try #require(try await spread([12345, 10, 12346, 20000, 5]))
        #expect([spread.minimum, spread.median, spread.maximum] == [5, 12344, 20000])
        #expect(try await self.spread([12345])?.median == 12345)
    }
}
