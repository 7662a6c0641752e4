import PeakPicking
import SpectrumModel
import Testing

@Suite("FragmentDeisotoper")
struct FragmentDeisotoperTests {
    private func collapsed(
        _ envelopes: [PoissonEnvelope], and others: [(mz: Double, intensity: Double)] = [], maximumCharge: Int = 3
    ) -> Spectrum {
        let peaks = PoissonEnvelope.spectrum(envelopes, and: others)
        let spectrum = Spectrum(
            index: 0, nativeID: "scan=1", msLevel: 2, signal: .centroid, mz: peaks.mz, intensities: peaks.intensities)
        var deisotoper = FragmentDeisotoper()
        return deisotoper.collapse(spectrum, maximumCharge: maximumCharge)
    }

    @Test("an envelope becomes one peak of charge 1 with all its intensity", arguments: 1...3)
    func envelope(_ charge: Int) {
        let envelope = PoissonEnvelope(monoisotopicMZ: 500.25, charge: charge)
        let spectrum = collapsed([envelope])
        // Isotope peaks below 3 % of the most intense one are not looked for and stay.
        let top = spectrum.intensities.indices.max { spectrum.intensities[$0] < spectrum.intensities[$1] } ?? 0
        #expect(abs(spectrum.mz[top] - (500.25 * Double(charge) - Double(charge - 1) * 1.00727646)) < 1e-5)
        let total = envelope.peaks.reduce(0) { $0 + $1.intensity }
        #expect(spectrum.intensities[top] > 0.97 * total)
        #expect(abs(spectrum.intensities.reduce(0, +) - total) < 1e-6 * total)
    }

    @Test("peaks without isotopes stay where they are, and m/z ascend")
    func alone() {
        let others = [(mz: 175.119, intensity: 5e5), (mz: 700.4, intensity: 3e5), (mz: 1_800.0, intensity: 1e4)]
        let spectrum = collapsed([PoissonEnvelope(monoisotopicMZ: 500.25, charge: 2)], and: others)
        for peak in others { #expect(spectrum.mz.contains(peak.mz)) }
        #expect(spectrum.mz == spectrum.mz.sorted())
    }

    @Test("no fragment gets more charges than allowed")
    func charges() {
        let envelope = PoissonEnvelope(monoisotopicMZ: 500.25, charge: 3)
        let asThree = 500.25 * 3 - 2 * 1.00727646
        #expect(collapsed([envelope], maximumCharge: 3).mz.contains { abs($0 - asThree) < 1e-5 })
        #expect(!collapsed([envelope], maximumCharge: 2).mz.contains { $0 > 1_100 })
    }

    @Test("two envelopes that share no peak are told apart")
    func two() {
        let spectrum = collapsed([
            PoissonEnvelope(monoisotopicMZ: 500.25, charge: 2), PoissonEnvelope(monoisotopicMZ: 500.41, charge: 3),
        ])
        for mz in [500.25 * 2 - 1.00727646, 500.41 * 3 - 2 * 1.00727646] {
            #expect(spectrum.mz.contains { abs($0 - mz) < 1e-5 })
        }
    }

    @Test("an empty spectrum stays empty")
    func empty() {
        #expect(collapsed([]).peakCount == 0)
    }
}
