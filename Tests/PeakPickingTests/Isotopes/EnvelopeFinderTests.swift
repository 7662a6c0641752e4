import Chemistry
import PeakPicking
import TestSupport
import Testing

@Suite("EnvelopeFinder")
struct EnvelopeFinderTests {
    private func envelopes(
        around mz: Double, in spectrum: (mz: [Double], intensities: [Double]),
        parameters: EnvelopeParameters = EnvelopeParameters()
    ) -> [IsotopeEnvelope] {
        var finder = EnvelopeFinder(parameters: parameters)
        return finder.envelopes(containing: mz, mz: spectrum.mz, intensities: spectrum.intensities)
    }

    @Test("finds charge and monoisotopic peak from each of the intense isotope peaks", arguments: 1...6)
    func charges(_ charge: Int) throws {
        for mono in [450.2, 600.3, 850.4] {
            let envelope = PoissonEnvelope(monoisotopicMZ: mono, charge: charge)
            let peaks = envelope.peaks
            let top = try #require(peaks.map(\.intensity).max())
            for (extra, peak) in peaks.enumerated() where peak.intensity > 0.5 * top {
                let best = try #require(envelopes(around: peak.mz, in: PoissonEnvelope.spectrum([envelope])).first)
                #expect(best.charge == charge, "\(mono) +\(extra)")
                #expect(best.isotope == extra, "\(mono) \(charge)+")
                #expect(abs(best.monoisotopicMZ - mono) < 1e-9)
                #expect(best.fit > 0.85)
            }
        }
    }

    @Test("a heavy peptide whose monoisotopic peak is lost in noise keeps its place")
    func missingMonoisotopic() throws {
        // 6,000 Da: the monoisotopic peak has 3 % of the ions, the most intense one 22 %.
        let envelope = PoissonEnvelope(monoisotopicMZ: 1_201.0, charge: 5, threshold: 40_000)
        #expect(envelope.peaks[0].mz > 1_201.1)
        let best = try #require(envelopes(around: envelope.peaks[2].mz, in: PoissonEnvelope.spectrum([envelope])).first)
        #expect(best.charge == 5)
        #expect(abs(best.monoisotopicMZ - 1_201.0) < 0.003)
    }

    @Test("hand-made peaks: explained, missing and observed intensity follow their formulas")
    func formulas() throws {
        // Averagine of 1,000 Da, from the product's table of another module; the third peak is twice as high as expected
        // and the fourth is not there.
        let p = Averagine.isotopes(massDaltons: 1_000, count: 4)
        let mz = [501.00728, 501.50896, 502.01064]
        let peaks = [1_000 * p[0], 1_000 * p[1], 2_000 * p[2]]
        var finder = EnvelopeFinder()
        finder.begin(at: mz[0])
        finder.add(mz: mz, intensities: peaks)
        let envelope = try #require(finder.envelope(charge: 2, isotope: 0))
        #expect(abs(envelope.explained - 1_000 * (p[0] + p[1] + p[2])) < 1e-6)
        // What the floor hides, the lowest peak around, is not missing: the fourth peak would be lower.
        #expect(envelope.missing == 0)
        #expect(abs(envelope.observed - 1_000 * (p[0] + p[1] + 2 * p[2])) < 1e-6)
        #expect(envelope.matchedIsotopes == 3)
        #expect(abs(envelope.expectedMonoisotopic - 1_000 * p[0]) < 1e-6)
        // Half the charge sees the first and the third peak only.
        let half = try #require(finder.envelope(charge: 1, isotope: 0))
        #expect(half.explained < envelope.explained)
    }

    @Test("one peak alone is no envelope, nor is an empty spectrum")
    func alone() {
        #expect(envelopes(around: 500, in: ([500], [1e6])).isEmpty)
        #expect(envelopes(around: 500, in: ([], [])).isEmpty)
    }

    @Test("peaks without intensity and outside of the tolerance do not count")
    func uncounted() {
        #expect(envelopes(around: 500, in: ([500, 500.5017, 501.0034], [1e6, 0, 0])).isEmpty)
        #expect(envelopes(around: 500, in: ([500, 500.5117, 501.0234], [1e6, 6e5, 2e5])).isEmpty)
        let wide = EnvelopeParameters(tolerance: .daltons(0.03))
        #expect(!envelopes(around: 500, in: ([500, 500.5117, 501.0234], [1e6, 6e5, 2e5]), parameters: wide).isEmpty)
    }

    @Test("spectra add up: what each hides in noise alone is seen in their sum")
    func sums() throws {
        let p = PoissonEnvelope(monoisotopicMZ: 600.3, charge: 2).peaks
        var finder = EnvelopeFinder()
        finder.begin(at: p[0].mz)
        // Each spectrum lacks another peak.
        finder.add(mz: [p[0].mz, p[1].mz], intensities: [p[0].intensity, p[1].intensity])
        finder.add(mz: [p[0].mz, p[2].mz], intensities: [p[0].intensity, p[2].intensity])
        let envelope = try #require(finder.best(charge: 2))
        #expect(envelope.matchedIsotopes == 3)
        #expect(envelope.isotope == 0)
    }

    @Test("masses and charges beyond the table give nothing")
    func beyond() {
        var finder = EnvelopeFinder()
        finder.begin(at: 2_500)
        finder.add(mz: [2_500, 2_500.1672, 2_500.3345], intensities: [1, 1, 1])
        #expect(finder.best(charge: 6) == nil)
        #expect(finder.best(charge: 7) == nil)
        #expect(finder.envelope(charge: 2, isotope: -1) == nil)
    }
}
