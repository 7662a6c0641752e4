import Chemistry
import PeakPicking
import SpectrumModel
import TestSupport
import Testing

/// Isotopes, charges and precursors of spectra no instrument recorded.
@Suite("Bad input of isotopes and precursors")
struct HostileInputTests {
    private static let values: [Double] = [
        0, -0.0, 1, 1e-300, 1e300, -1, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
        .leastNonzeroMagnitude, 500, 7e4,
    ]

    /// Peaks an isotope apart with all sorts of intensities; sometimes m/z of all sorts as well.
    private func spectrum(_ level: Int, _ generator: inout SplitMix64) -> Spectrum {
        let isSound = generator.happens(withProbability: 0.7)
        let count = generator.integer(0..<30)
        let mz = (0..<count).map { peak in
            isSound ? 500 + Double(peak) * 0.33445 : abs(Self.values[generator.integer(0..<Self.values.count)])
        }
        return Spectrum(
            index: 0, nativeID: "scan=1", msLevel: level, signal: .centroid, mz: level == 1 ? mz : mz.sorted(),
            intensities: mz.map { _ in Self.values[generator.integer(0..<Self.values.count)] })
    }

    private func precursor(_ generator: inout SplitMix64) -> Precursor {
        let isSound = generator.happens(withProbability: 0.7)
        let mz = isSound ? 501.00335 : abs(Self.values[generator.integer(0..<Self.values.count)])
        let window = IsolationWindow(targetMZ: mz, lowerOffset: 1, upperOffset: 1)
        return Precursor(
            mz: generator.happens(withProbability: 0.5) ? mz : nil,
            charge: generator.happens(withProbability: 0.5) ? generator.integer(1..<8) : nil,
            isolationWindow: generator.happens(withProbability: 0.7) ? window : nil)
    }

    @Test("precursors have finite m/z, purities and shares", arguments: [Tolerance.ppm(10), .daltons(0.5)])
    func precursors(_ tolerance: Tolerance) {
        var generator = SplitMix64(seed: 3)
        let envelopes = EnvelopeParameters(tolerance: tolerance)
        var refiner = PrecursorRefiner(parameters: PrecursorParameters(envelopes: envelopes))
        var found = 0
        for _ in 0..<2_000 {
            let surveys = (0..<generator.integer(1..<4)).compactMap { _ in SurveyScan(spectrum(1, &generator)) }
            let stated = precursor(&generator)
            let (refined, finding) = refiner.refine(stated, surveys: surveys)
            #expect(refined.mz?.isFinite ?? true, "\(stated)")
            #expect((0...1.000001).contains(refined.purity ?? 0))
            #expect(refined.coIsolated.allSatisfy { $0.mz.isFinite && (0...1.000001).contains($0.share) })
            if finding != .notExamined && finding != .unseen { found += 1 }
        }
        #expect(found > 100, "some of the spectra have isotopes, so that there is something to go wrong")
    }

    @Test("a stated m/z beyond all ions stays as it is, even where a peak lies in tolerance of it")
    func beyond() throws {
        let survey = try #require(
            SurveyScan(
                Spectrum(
                    index: 0, nativeID: "scan=1", msLevel: 1, signal: .centroid, mz: [1.000001e300],
                    intensities: [100])))
        var refiner = PrecursorRefiner()
        let stated = Precursor(mz: 1e300, charge: 2)
        let (refined, finding) = refiner.refine(stated, surveys: [survey])
        #expect(refined == stated && finding == .unseen)
    }

    @Test("collapsed fragment spectra have finite peaks in order")
    func fragments() {
        var generator = SplitMix64(seed: 4)
        var deisotoper = FragmentDeisotoper()
        for _ in 0..<2_000 {
            let collapsed = deisotoper.collapse(spectrum(2, &generator), maximumCharge: 4)
            #expect(collapsed.mz.allSatisfy { $0.isFinite })
            #expect(collapsed.intensities.allSatisfy { $0.isFinite && $0 > 0 })
            #expect(zip(collapsed.mz, collapsed.mz.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }
}
