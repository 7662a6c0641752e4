import PeakPicking
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("SamplingLaw of real spectra")
struct SamplingLawTests {
    private static func laws(of file: String) async throws -> [SamplingLaw] {
        let spectra = try await SpectrumFile(path: TestData.path(file)).readAll().compactMap(\.spectrum)
        return spectra.filter { $0.signal == .profile }.map { SamplingLaw(of: $0.mz) }
    }

    private static let orbitrap = "profile-centroid/PrecursorRefineOrbi.mzML.gz"
    private static let exactive = "profile-centroid/three_test_scans.mzML.gz"

    @Test("Orbitrap spectra are told", .enabled(if: TestData.isAvailable(orbitrap, exactive)))
    func orbitraps() async throws {
        let laws = try await Self.laws(of: Self.orbitrap) + Self.laws(of: Self.exactive)
        #expect(laws == Array(repeating: .fourierTransform, count: 12))
    }

    private static let timeOfFlight = "profile-centroid/ATEHLSTLSEK_profile.mzML.gz"

    @Test("TOF spectra are told", .enabled(if: TestData.isAvailable(timeOfFlight)))
    func timesOfFlight() async throws {
        #expect(try await Self.laws(of: Self.timeOfFlight) == Array(repeating: .timeOfFlight, count: 8))
    }

    private static let hybrid = "profile-centroid/small.mzML.gz"

    @Test("FT-ICR and ion trap scans of one run are told apart", .enabled(if: TestData.isAvailable(hybrid)))
    func both() async throws {
        let laws = try await Self.laws(of: Self.hybrid)
        try #require(laws.count == 14)
        for (number, law) in laws.enumerated() {
            guard case .ionTrap(let spacing) = law else {
                #expect(law == .fourierTransform && number.isMultiple(of: 2))
                continue
            }
            #expect(!number.isMultiple(of: 2) && abs(spacing - 1.0 / 11) < 1e-6)
        }
    }

    @Test("too few samples, or too narrow a range, do not tell")
    func unknown() {
        #expect(SamplingLaw(of: []) == .other)
        #expect(SamplingLaw(of: [100]) == .other)
        #expect(SamplingLaw(of: (0..<60).map { 100 + Double($0) * 0.09 }) == .other)
        #expect(SamplingLaw(of: (0..<400).map { 1000 + Double($0) * 0.09 }) == .other)
    }
}
