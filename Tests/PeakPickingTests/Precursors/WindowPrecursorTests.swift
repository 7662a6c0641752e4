import PeakPicking
import SpectrumModel
import Testing

/// Precursors of which a file states the isolation window and no m/z.
@Suite("Precursors without m/z")
struct WindowPrecursorTests {
    private func survey(_ envelopes: [PoissonEnvelope]) throws -> SurveyScan {
        let peaks = PoissonEnvelope.spectrum(envelopes, and: [(400, 3_000)])
        return try #require(
            SurveyScan(
                Spectrum(
                    index: 0, nativeID: "scan=1", msLevel: 1, signal: .centroid, mz: peaks.mz,
                    intensities: peaks.intensities)))
    }

    private func precursor(around mz: Double, width: Double = 2) -> Precursor {
        Precursor(isolationWindow: IsolationWindow(targetMZ: mz, lowerOffset: width / 2, upperOffset: width / 2))
    }

    private let ion = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 3)
    private let weaker = PoissonEnvelope(monoisotopicMZ: 650.55, charge: 2, total: 400_000)

    @Test("the most intense ion of the window is the precursor, the other one is co-isolated")
    func found() throws {
        var refiner = PrecursorRefiner()
        let (refined, finding) = refiner.refine(precursor(around: 650.7), surveys: [try survey([ion, weaker])])
        #expect(finding == .found)
        #expect(abs((refined.mz ?? 0) - 650.3) < 1e-6 && refined.charge == 3)
        #expect(refined.measuredMZ == 650.7, "the file states the target of the window and no more")
        let other = try #require(refined.coIsolated.first)
        #expect(refined.coIsolated.count == 1 && other.charge == 2 && abs(other.mz - 650.55) < 1e-6)
        // In 649.7 to 651.7 lie five peaks of the ion and three of the other; by the Poisson model nearly 5 in 7 parts.
        let purity = try #require(refined.purity)
        #expect(abs(purity - 1_000_000 / 1_400_000) < 0.06 && abs(purity + other.share - 1) < 0.02)
    }

    @Test("a stated charge, or several that are offered, decide between ions")
    func statedCharge() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([ion, weaker])]
        var charged = precursor(around: 650.7)
        charged.charge = 2
        #expect(abs((refiner.refine(charged, surveys: surveys).precursor.mz ?? 0) - 650.55) < 1e-6)
        charged.charge = nil
        charged.possibleCharges = [2, 4]
        let refined = refiner.refine(charged, surveys: surveys).precursor
        #expect(refined.charge == 2 && refined.possibleCharges.isEmpty)
        charged.possibleCharges = [5]
        #expect(refiner.refine(charged, surveys: surveys).precursor == charged)
    }

    @Test("the middle of the window, without charge and without an ion there, gives way to the ion of the window")
    func middleOfWindow() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([ion, weaker])]
        var middle = precursor(around: 650.8)
        middle.mz = 650.8019
        let (refined, finding) = refiner.refine(middle, surveys: surveys)
        #expect(finding == .found && refined.charge == 3)
        #expect(abs((refined.mz ?? 0) - 650.3) < 1e-6 && refined.measuredMZ == 650.8)
        for mz in [650.74, 650.86] {
            middle.mz = mz
            #expect(refiner.refine(middle, surveys: surveys).finding == .unseen, "an m/z that was chosen stays")
        }
        (middle.mz, middle.charge) = (650.8, 2)
        #expect(refiner.refine(middle, surveys: surveys).precursor == middle)
    }

    @Test("the first of the surveys decides: the one the ions were selected in")
    func nearest() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([weaker]), try survey([ion])]
        let refined = refiner.refine(precursor(around: 650.7), surveys: surveys).precursor
        #expect(refined.charge == 2 && refined.coIsolated.isEmpty)
    }

    @Test("where the window shows no ion, is too wide or is not stated, there is no precursor")
    func nothing() throws {
        var refiner = PrecursorRefiner()
        let surveys = [try survey([ion])]
        for (stated, expected) in [
            (precursor(around: 700), PrecursorFinding.unseen), (precursor(around: 400), .unseen),
            (precursor(around: 650.7, width: 25), .notExamined), (Precursor(charge: 2), .notExamined),
        ] {
            let (refined, finding) = refiner.refine(stated, surveys: surveys)
            #expect(refined == stated && finding == expected)
        }
        let stated = precursor(around: 650.7)
        #expect(refiner.refine(stated, surveys: []).precursor == stated)
    }
}
