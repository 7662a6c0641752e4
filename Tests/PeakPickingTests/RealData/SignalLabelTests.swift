import PeakPicking
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("Labels of real spectra")
struct SignalLabelTests {
    private static let rightlyLabelled = [
        "profile-centroid/small.mzML.gz", "profile-centroid/small-peakpicking-vendor-allMS.mzML.gz",
        "profile-centroid/three_test_scans.mzML.gz", "profile-centroid/ATEHLSTLSEK_profile.mzML.gz",
        "profile-centroid/5peptideFT.mzML.gz", "profile-centroid/PrecursorRefineOrbi.mzML.gz",
        "mouse-b6/sliced_b6.mzML.gz",
    ]

    @Test(
        "profile and centroid spectra of five instruments look like their labels",
        .enabled(if: rightlyLabelled.allSatisfy { TestData.isAvailable($0) }), arguments: rightlyLabelled)
    func right(file: String) async throws {
        let spectra = try await Self.spectra(of: file)
        for spectrum in spectra {
            #expect(SignalClassifier().contradiction(in: spectrum) == nil)
            var unlabelled = spectrum
            unlabelled.signal = .unknown
            #expect(SignalClassifier().classify(unlabelled) == spectrum.signal)
        }
    }

    private static let mislabelledProfile = "velos-human-celllines/sliced-mzml.mzML.gz"

    @Test(
        "survey spectra that a converter labelled centroid are seen to be profile",
        .enabled(if: TestData.isAvailable(mislabelledProfile)))
    func profileLabelledCentroid() async throws {
        let surveys = try await Self.spectra(of: Self.mislabelledProfile).filter { $0.msLevel == 1 }
        #expect(surveys.count == 10)
        #expect(surveys.allSatisfy { SignalClassifier().contradiction(in: $0)?.appearance == .profile })
    }

    private static let mislabelledCentroid = "profile-centroid/openms/PeakPickerHiRes_spectrum_selection.mzML.gz"

    @Test(
        "a survey spectrum that is labelled profile is seen to be centroid",
        .enabled(if: TestData.isAvailable(mislabelledCentroid)))
    func centroidLabelledProfile() async throws {
        let spectra = try await Self.spectra(of: Self.mislabelledCentroid)
        let found = spectra.compactMap { SignalClassifier().contradiction(in: $0) }
        #expect(found.map(\.appearance) == [.centroid])
    }

    private static func spectra(of file: String) async throws -> [Spectrum] {
        try await SpectrumFile(path: TestData.path(file)).readAll().compactMap(\.spectrum)
    }
}
