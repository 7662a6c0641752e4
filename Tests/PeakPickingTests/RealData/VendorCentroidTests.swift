import PeakPicking
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// The same 14 survey scans of an LTQ FT as profile and as the vendor's software centroided them.
@Suite("Centroids of real profiles")
struct VendorCentroidTests {
    private static let profileFile = "profile-centroid/small.mzML.gz"
    private static let vendorFile = "profile-centroid/small-peakpicking-vendor-allMS.mzML.gz"

    @Test(
        "FT peaks are the vendor's: 99.9 % found, half within 0.03 ppm, 95 % within 0.1 ppm, heights within 1 %",
        .enabled(if: TestData.isAvailable(profileFile, vendorFile)))
    func fourierTransform() async throws {
        let agreement = try await Self.agreement(isFourierTransform: true) { mz in 10e-6 * mz }
        #expect(agreement.expected > 2000)
        #expect(agreement.foundShare > 0.999)
        #expect(agreement.quantile(0.5, of: agreement.errorsPPM) < 0.03)
        #expect(agreement.quantile(0.95, of: agreement.errorsPPM) < 0.1)
        #expect(abs(agreement.quantile(0.5, of: agreement.heightRatios) - 1) < 0.01)
    }

    @Test(
        "ion trap peaks are the vendor's within 0.2 Th: 95 % found, half within 96 ppm, areas within 1 %",
        .enabled(if: TestData.isAvailable(profileFile, vendorFile)))
    func ionTrap() async throws {
        let agreement = try await Self.agreement(isFourierTransform: false) { _ in 0.2 }
        #expect(agreement.expected > 4000)
        #expect(agreement.foundShare > 0.95)
        #expect(agreement.quantile(0.5, of: agreement.errorsPPM) < 96)
        #expect(abs(agreement.quantile(0.5, of: agreement.heightRatios) - 1) < 0.01)
    }

    /// Compares the vendor's peaks at whose place the profile is above three times its median sample. Intensities are
    /// heights for FT and areas for ion trap spectra, as the vendor's are.
    private static func agreement(
        isFourierTransform: Bool, tolerance: (Double) -> Double
    ) async throws -> Agreement {
        let profiles = try await spectra(of: profileFile).filter { $0.msLevel == 1 }
        let vendor = Dictionary(uniqueKeysWithValues: try await spectra(of: vendorFile).map { ($0.nativeID, $0) })
        var agreement = Agreement()
        for profile in profiles where (medianSpacing(profile) < 0.03) == isFourierTransform {
            let reference = try #require(vendor[profile.nativeID])
            let samples = profile.intensities.filter { $0 > 0 }.sorted()
            let picker = PeakPicker(
                parameters: CentroidingParameters(intensity: isFourierTransform ? .height : .area))
            agreement.add(
                picked: picker.pick(profile), vendor: reference, profile: profile,
                lowest: 3 * samples[samples.count / 2], tolerance: tolerance)
        }
        return agreement
    }

    private static func medianSpacing(_ spectrum: Spectrum) -> Double {
        let distances = zip(spectrum.mz, spectrum.mz.dropFirst()).map { $1 - $0 }.sorted()
        return distances[distances.count / 2]
    }

    private static func spectra(of file: String) async throws -> [Spectrum] {
        try await SpectrumFile(path: TestData.path(file)).readAll().compactMap(\.spectrum)
    }
}

/// How well picked peaks agree with those of a reference.
private struct Agreement {
    var expected = 0
    var errorsPPM: [Double] = []
    var heightRatios: [Double] = []

    var foundShare: Double { Double(errorsPPM.count) / Double(expected) }

    mutating func add(
        picked: Spectrum, vendor: Spectrum, profile: Spectrum, lowest: Double, tolerance: (Double) -> Double
    ) {
        var next = 0
        for (mz, height) in zip(vendor.mz, vendor.intensities) {
            guard signal(of: profile, at: mz) > lowest else { continue }
            expected += 1
            while next < picked.mz.count - 1 && abs(picked.mz[next + 1] - mz) <= abs(picked.mz[next] - mz) { next += 1 }
            guard abs(picked.mz[next] - mz) <= tolerance(mz) else { continue }
            errorsPPM.append(abs(picked.mz[next] / mz - 1) * 1e6)
            heightRatios.append(picked.intensities[next] / height)
        }
    }

    func quantile(_ share: Double, of values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[Int(Double(values.count - 1) * share)]
    }

    /// The higher of the two samples around a place.
    private func signal(of profile: Spectrum, at mz: Double) -> Double {
        // The first sample at or beyond the place, by halving.
        var range = profile.mz.indices
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            range = profile.mz[middle] < mz ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        let next = range.lowerBound
        guard next > 0, next < profile.mz.count else { return 0 }
        return max(profile.intensities[next], profile.intensities[next - 1])
    }
}
