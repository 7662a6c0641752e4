import PeakPicking
import SpectrumModel
import TestSupport
import Testing

@Suite("PeakPicker")
struct PeakPickerTests {
    private let profile = SimulatedProfile(
        (0..<10).map { SimulatedProfile.Peak(mz: 400 + Double($0) * 7.3, height: 1000, width: 0.02) },
        grid: .orbitrap(0.004), range: 390...480)

    @Test("a centroid spectrum passes untouched, with its zeros and its disorder")
    func untouched() {
        let spectrum = Spectrum(
            index: 1, nativeID: "scan=2", msLevel: 2, signal: .centroid, mz: [300, 200, 200, 100],
            intensities: [0, -1, 5, 7])
        #expect(PeakPicker().pick(spectrum) == spectrum)
    }

    @Test("a profile spectrum is centroided and labelled so; all else about it stays")
    func picked() {
        let spectrum = profileSpectrum(signal: .profile)
        let picked = PeakPicker().pick(spectrum)
        #expect(picked.signal == .centroid)
        #expect(picked.peakCount == 10)
        var restored = picked
        restored.signal = .profile
        restored.mz = spectrum.mz
        restored.intensities = spectrum.intensities
        #expect(restored == spectrum)
    }

    @Test("an unlabelled profile spectrum gives the peaks of a labelled one")
    func unlabelledProfile() {
        let picked = PeakPicker().pick(profileSpectrum(signal: .unknown))
        #expect(picked == PeakPicker().pick(profileSpectrum(signal: .profile)))
    }

    @Test("unlabelled centroids keep their peaks and get their label")
    func unlabelledCentroids() {
        let run = SyntheticRun(proteins: SyntheticProtein.make(count: 20, seed: 1), seed: 2)
        for labelled in run.spectra {
            var spectrum = labelled
            spectrum.signal = .unknown
            #expect(PeakPicker().pick(spectrum) == labelled)
        }
    }

    @Test("where the samples do not decide the spectrum and its label stay as they are")
    func undecided() {
        let spectrum = Spectrum(index: 0, nativeID: "scan=1", msLevel: 1, mz: [100, 200], intensities: [1, 2])
        #expect(PeakPicker().pick(spectrum) == spectrum)
        let empty = Spectrum(index: 0, nativeID: "scan=1", msLevel: 1)
        #expect(PeakPicker().pick(empty) == empty)
    }

    @Test("repairs and contradictions are reported, and the label is trusted")
    func examination() throws {
        var spectrum = profileSpectrum(signal: .profile)
        spectrum.intensities[3] = -5
        #expect(PeakPicker().pickAndExamine(spectrum).repairs.zeroed == 1)
        #expect(PeakPicker().pickAndExamine(spectrum).contradiction == nil)

        let mislabelled = profileSpectrum(signal: .centroid)
        let outcome = PeakPicker().pickAndExamine(mislabelled)
        #expect(outcome.spectrum == mislabelled)
        #expect(outcome.contradiction?.appearance == .profile)
        #expect(outcome.repairs.isEmpty)
    }

    private func profileSpectrum(signal: SignalMode) -> Spectrum {
        Spectrum(
            index: 4, nativeID: "scan=5", scanNumber: 5, msLevel: 2, retentionTimeSeconds: 12.5, polarity: .positive,
            signal: signal, precursors: [Precursor(mz: 500, charge: 2)], mz: profile.mz,
            intensities: profile.intensities)
    }
}
