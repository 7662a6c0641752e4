import PeakPicking
import SpectrumModel
import Testing

@Suite("PrecursorRefiner")
struct PrecursorRefinerTests {
    /// A survey spectrum of some ions and further peaks.
    private func survey(
        _ envelopes: [PoissonEnvelope], and others: [(mz: Double, intensity: Double)] = [], shiftPPM: Double = 0
    ) throws -> SurveyScan {
        let peaks = PoissonEnvelope.spectrum(envelopes, and: others)
        let spectrum = Spectrum(
            index: 0, nativeID: "scan=1", msLevel: 1, signal: .centroid,
            mz: peaks.mz.map { $0 * (1 + shiftPPM * 1e-6) },
            intensities: peaks.intensities)
        return try #require(SurveyScan(spectrum))
    }

    private let ion = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 3)

    private func precursor(_ mz: Double, charge: Int? = 3, width: Double = 1.6) -> Precursor {
        let window = IsolationWindow(targetMZ: mz, lowerOffset: width / 2, upperOffset: width / 2)
        return Precursor(mz: mz, charge: charge, isolationWindow: window)
    }

    @Test("a right precursor is confirmed, and its m/z is the mean over the surveys")
    func confirmed() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([ion], shiftPPM: 2), try survey([ion], shiftPPM: -1)]
        let (refined, finding) = refiner.refine(precursor(650.3002), surveys: surveys)
        #expect(finding == .confirmed)
        #expect(refined.charge == 3)
        #expect(refined.measuredMZ == 650.3002)
        #expect(abs((refined.mz ?? 0) / 650.3 - 1 - 0.5e-6) < 1e-9)
    }

    @Test("the monoisotopic peak replaces a stated isotope peak", arguments: [1, 2])
    func isotope(_ extra: Int) throws {
        var refiner = PrecursorRefiner()
        let stated = ion.peaks[extra].mz
        let (refined, finding) = refiner.refine(precursor(stated), surveys: [try survey([ion])])
        #expect(finding == .isotopeCorrected)
        #expect(abs((refined.mz ?? 0) - 650.3) < 1e-9)
        #expect(refined.measuredMZ == stated)
    }

    @Test("a stated m/z below the envelope gives way to the monoisotopic peak where the window shows it")
    func tooLow() throws {
        var refiner = PrecursorRefiner()
        var low = precursor(650.3 - 1.00335 / 3)
        low.isolationWindow?.targetMZ = 650.3
        let (refined, finding) = refiner.refine(low, surveys: [try survey([ion])])
        #expect(finding == .isotopeCorrected)
        #expect(abs((refined.mz ?? 0) - 650.3) < 1e-9)
    }

    @Test("a peak in the window that is no isotope of the stated m/z does not move it", arguments: [2, nil] as [Int?])
    func noIsotope(_ charge: Int?) throws {
        var refiner = PrecursorRefiner()
        // 0.2 Th are no whole number of isotopes at any charge below 5.
        var stated = precursor(650.0912, charge: charge)
        stated.isolationWindow?.targetMZ = 650.3
        let two = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 2)
        let (refined, finding) = refiner.refine(stated, surveys: [try survey([two])])
        #expect(finding == .unseen)
        #expect(refined == stated)
    }

    @Test("a stated m/z two isotopes below the peak in the window is judged on all its peaks")
    func twoBelow() throws {
        var refiner = PrecursorRefiner()
        // At 1,000 Da instruments hardly ever pick the third isotope peak, and files state m/z that are a little off.
        let light = PoissonEnvelope(monoisotopicMZ: 501.0073, charge: 2)
        var stated = precursor(501.0193, charge: 2)
        stated.isolationWindow?.targetMZ = light.peaks[2].mz
        let (refined, finding) = refiner.refine(stated, surveys: [try survey([light])])
        #expect(finding == .confirmed)
        #expect(abs((refined.mz ?? 0) - 501.0073) < 1e-6)
    }

    @Test("a charge that is not stated is found, and a wrong one is corrected")
    func charge() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([ion])]
        let found = refiner.refine(precursor(650.3, charge: nil), surveys: surveys)
        #expect(found.finding == .chargeFound && found.precursor.charge == 3)
        let corrected = refiner.refine(precursor(650.3, charge: 2), surveys: surveys)
        #expect(corrected.finding == .chargeCorrected && corrected.precursor.charge == 3)
    }

    @Test("two ions that share the peak leave their charges open, and the m/z as stated")
    func undecided() throws {
        var refiner = PrecursorRefiner()
        // The envelopes begin at the same m/z with charges 2 and 3.
        let other = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 2)
        let surveys = [try survey([ion, other])]
        let (refined, finding) = refiner.refine(precursor(650.3, charge: nil), surveys: surveys)
        #expect(finding == .chargeUndecided)
        #expect(refined.possibleCharges == [2, 3])
        #expect(refined.charge == nil && refined.mz == 650.3 && refined.measuredMZ == nil)
        // The file's own choice of charges is narrowed, never widened.
        var stated = precursor(650.3, charge: nil)
        stated.possibleCharges = [3, 4]
        #expect(refiner.refine(stated, surveys: surveys).precursor.charge == 3)
    }

    @Test("where survey spectra say nothing everything stays as stated")
    func silent() throws {
        var refiner = PrecursorRefiner()
        let stated = precursor(650.3)
        #expect(refiner.refine(stated, surveys: []).precursor == stated)
        #expect(refiner.refine(stated, surveys: []).finding == .notExamined)
        let empty = refiner.refine(stated, surveys: [try survey([], and: [(400, 1e5)])])
        #expect(empty.precursor == stated && empty.finding == .unseen)
        let single = refiner.refine(stated, surveys: [try survey([], and: [(400, 1e3), (650.3, 1e5)])])
        #expect(single.precursor == stated && single.finding == .unseen)
        let none = Precursor(charge: 2)
        #expect(refiner.refine(none, surveys: [try survey([ion])]).precursor == none)
        // A charge that is not looked for is not contradicted.
        let highlyCharged = precursor(650.3, charge: 9)
        #expect(refiner.refine(highlyCharged, surveys: [try survey([ion])]).precursor == highlyCharged)
    }

    @Test("windows of several Th, as in data-independent acquisition, are left alone")
    func wide() throws {
        var refiner = PrecursorRefiner()
        let stated = precursor(ion.peaks[1].mz, width: 25)
        let (refined, finding) = refiner.refine(stated, surveys: [try survey([ion])])
        #expect(refined == stated && finding == .notExamined)
    }

    @Test("an intense ion beside a weak one does not take its place")
    func neighbour() throws {
        var refiner = PrecursorRefiner()
        var strong = PoissonEnvelope(monoisotopicMZ: 650.8016, charge: 2)
        strong.total = 5e6
        let weak = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 2)
        let (refined, finding) = refiner.refine(precursor(650.3, charge: 2), surveys: [try survey([weak, strong])])
        #expect(finding != .isotopeCorrected)
        #expect(abs((refined.mz ?? 0) - 650.3) < 0.002)
    }

    @Test("purity is the share of the window; the other ion is listed with its own")
    func purity() throws {
        var refiner = PrecursorRefiner()
        var other = PoissonEnvelope(monoisotopicMZ: 650.05, charge: 2)
        other.total = 5e5
        let (refined, _) = refiner.refine(precursor(650.3, width: 4), surveys: [try survey([ion, other])])
        let sums = [ion, other].map { $0.peaks.filter { abs($0.mz - 650.3) <= 2 }.reduce(0) { $0 + $1.intensity } }
        // Isotope peaks below 3 % of the most intense one are nobody's.
        #expect(abs((refined.purity ?? 0) - sums[0] / (sums[0] + sums[1])) < 0.005)
        let coIsolated = try #require(refined.coIsolated.first)
        #expect(refined.coIsolated.count == 1)
        #expect(coIsolated.charge == 2 && abs(coIsolated.mz - 650.05) < 1e-9)
        #expect(abs(coIsolated.share - sums[1] / (sums[0] + sums[1])) < 0.005)
    }

    @Test("a file that states two decimals finds its peak; one that states more has to be in tolerance")
    func rounded() throws {
        var refiner = PrecursorRefiner()
        let envelope = PoissonEnvelope(monoisotopicMZ: 650.3137, charge: 3)
        let surveys = [try survey([envelope])]
        #expect(refiner.refine(precursor(650.30), surveys: surveys).finding == .confirmed)
        #expect(refiner.refine(precursor(Double(Float(650.3))), surveys: surveys).finding == .confirmed)
        // The second is within 0.05 of a thousandth, as a tenth of all m/z are.
        for stated in [650.3004123, 650.300031] {
            #expect(refiner.refine(precursor(stated), surveys: surveys).finding == .unseen)
        }
    }
}
