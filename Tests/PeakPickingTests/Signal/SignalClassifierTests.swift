import PeakPicking
import SpectrumModel
import TestSupport
import Testing

@Suite("SignalClassifier")
struct SignalClassifierTests {
    private let classifier = SignalClassifier()

    static let grids: [SimulatedProfile.Grid] = [.even(0.08), .timeOfFlight(0.008), .orbitrap(0.002)]

    @Test("sampled signal is profile on every instrument's grid, with and without its zeros", arguments: grids)
    func profile(grid: SimulatedProfile.Grid) {
        let profile = Self.profile(on: grid)
        #expect(classifier.classify(spectrum(profile)) == .profile)
        #expect(classifier.classify(spectrum(profile.withoutZeros)) == .profile)
    }

    @Test("survey and fragment peaks are centroids")
    func centroid() {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 20, seed: 1), seed: 2)
        #expect(run.spectra.allSatisfy { classifier.classify($0) == .centroid })
    }

    @Test("centroids are centroids though a converter put zeros on both sides of each")
    func paddedCentroids() {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 20, seed: 1), seed: 2)
        for var spectrum in run.spectra {
            spectrum.mz = spectrum.mz.flatMap { [$0 - 0.001, $0, $0 + 0.001] }
            spectrum.intensities = spectrum.intensities.flatMap { [0, $0, 0] }
            #expect(classifier.classify(spectrum) != .profile)
        }
    }

    @Test("too few samples do not decide", arguments: 0..<9)
    func few(count: Int) {
        let mz = (0..<count).map { 100 + Double($0) * 0.01 }
        let spectrum = Spectrum(
            index: 0, nativeID: "scan=1", msLevel: 1, mz: mz, intensities: mz.map { _ in 1 })
        // Of n equal samples in a row the n - 2 inner ones are witnesses.
        #expect(classifier.classify(spectrum) == (count >= 7 ? .profile : .unknown))
    }

    @Test("a wrong label is named in a sentence, a right one is not")
    func contradiction() throws {
        var spectrum = spectrum(Self.profile(on: .orbitrap(0.002)))
        spectrum.signal = .profile
        #expect(classifier.contradiction(in: spectrum) == nil)
        spectrum.signal = .unknown
        #expect(classifier.contradiction(in: spectrum) == nil)
        spectrum.signal = .centroid
        let found = try #require(classifier.contradiction(in: spectrum))
        #expect(found.label == .centroid && found.appearance == .profile)
        #expect(
            found.description.hasPrefix("Spectrum 'scan=7' is labelled centroid but looks like profile: 100 % of its"))
    }

    @Test("centroids that are labelled profile are noticed")
    func mislabelledCentroids() throws {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 20, seed: 1), seed: 2)
        var spectrum = run.spectra[0]
        spectrum.signal = .profile
        #expect(try #require(classifier.contradiction(in: spectrum)).appearance == .centroid)
    }

    private static func profile(on grid: SimulatedProfile.Grid) -> SimulatedProfile {
        let distance =
            switch grid {
            case .even(let distance), .timeOfFlight(let distance), .orbitrap(let distance): distance
            }
        let peaks = (0..<30).map { number in
            let height = 100 + number * 37 % 17 * 50
            return SimulatedProfile.Peak(
                mz: 350 + Double(number) * 11.3, height: Double(height), width: distance * 5)
        }
        return SimulatedProfile(peaks, grid: grid, range: 340...700)
    }

    private func spectrum(_ profile: SimulatedProfile) -> Spectrum {
        Spectrum(index: 6, nativeID: "scan=7", msLevel: 1, mz: profile.mz, intensities: profile.intensities)
    }
}
