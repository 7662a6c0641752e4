import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("Reporter ions in an inspection")
struct ReporterIonTests {
    /// m/z as the makers of the tags and the literature state them.
    private static let published: [String: Double] = [
        "126": 126.127726, "127N": 127.124761, "127C": 127.131081, "128N": 128.128116, "128C": 128.134436,
        "129N": 129.131471, "129C": 129.137790, "130N": 130.134825, "130C": 130.141145, "131N": 131.138180,
        "131C": 131.144500, "132N": 132.141535, "132C": 132.147855, "133N": 133.144890, "133C": 133.151210,
        "134N": 134.148245, "134C": 134.154565, "135N": 135.151600, "113": 113.1073, "114": 114.1107, "115": 115.1077,
        "116": 116.1111, "117": 117.1144, "118": 118.1115, "119": 119.1148, "121": 121.1215,
    ]
    private static let ten = ["126", "127N", "127C", "128N", "128C", "129N", "129C", "130N", "130C", "131N"]

    private func findings(
        _ spectra: [[Double]], signal: SignalMode = .centroid, msLevel: Int = 2
    ) async throws -> [SpectrumFileInspection.ReporterIonFinding] {
        let spectra = spectra.enumerated().map { index, mz in
            Spectrum(
                index: index, nativeID: "scan=\(index + 1)", msLevel: msLevel, signal: signal, mz: mz.sorted(),
                intensities: mz.map { _ in 1 })
        }
        let written = try WrittenFile(spectra, .mzML)
        return try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false).reporterIons
    }

    private func mz(_ channels: [String], shift: Double = 0) -> [Double] {
        channels.compactMap { Self.published[$0] }.map { $0 + shift } + [500.25]
    }

    @Test(
        "names the smallest product with all channels in use",
        arguments: [
            ("TMT6plex", ["126", "127N", "128C", "129N", "130C", "131N"]), ("TMT10plex", ten),
            ("TMT11plex", ten + ["131C"]), ("TMTpro16plex", ten + ["131C", "132N", "132C", "133N", "133C", "134N"]),
            ("TMTpro18plex", ten + ["131C", "132N", "132C", "133N", "133C", "134N", "134C", "135N"]),
            ("iTRAQ4plex", ["114", "115", "116", "117"]),
            ("iTRAQ8plex", ["113", "114", "115", "116", "117", "118", "119", "121"]),
        ])
    func products(_ name: String, _ channels: [String]) async throws {
        let found = try #require(try await findings([mz(channels)]).first)
        #expect(found.tags == name)
        #expect(found.share == 1)
        #expect(Set(found.channels.filter { $0.value == 1 }.keys) == Set(channels))
    }

    @Test("half of the channels are enough, fewer are not")
    func half() async throws {
        let found = try await findings([
            mz(["126", "128C", "130C"]), mz(["126", "128C"]), mz(["115", "116"]), mz(["115"]),
        ])
        #expect(found.map(\.tags) == ["TMT6plex", "iTRAQ4plex"])
        #expect(found.map(\.spectra) == [1, 1])
        #expect(found.map(\.spectraLookedAt) == [4, 4])
        #expect(found.allSatisfy { $0.isNotable })
    }

    @Test("peaks count up to 3 mTh from a reporter ion, and none for its neighbour of 6 mTh")
    func tolerance() async throws {
        #expect(try await findings([mz(Self.ten, shift: 0.0029)]).first?.tags == "TMT10plex")
        #expect(try await findings([mz(Self.ten, shift: 0.0031)]).isEmpty)
        // 127C is 6.3 mTh above 127N.
        let found = try #require(try await findings([mz(["126", "127C", "128C", "129C", "130C"])]).first)
        #expect(found.channels["127N"] == 0)
    }

    @Test("peaks without intensity and profile signal do not count")
    func signal() async throws {
        #expect(try await findings([mz(Self.ten)], signal: .profile).isEmpty)
        let spectrum = Spectrum(
            index: 0, nativeID: "scan=1", msLevel: 2, mz: mz(Self.ten), intensities: [Double](repeating: 0, count: 11))
        let written = try WrittenFile([spectrum], .mzML)
        let found = try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false)
        #expect(found.reporterIons.isEmpty)
    }

    @Test("a share below 5 % is not notable")
    func chance() async throws {
        let others = [[Double]](repeating: [126.1, 128.2, 300], count: 20)
        let found = try await findings([mz(Self.ten)] + others)
        #expect(found.first?.spectra == 1)
        #expect(found.first?.isNotable == false)
    }

    @Test(
        "real files show the tags their samples were labelled with, at the level where they are measured",
        .enabled(
            if: TestData.isAvailable(
                "tmt-itraq/MS3_TMT11_Mouse_snip.mzML.gz", "tmt-itraq/itraq/Test_Orbi_iTRAQ_8plex.mgf")),
        arguments: [
            ("tmt-itraq/MS3_TMT11_Mouse_snip.mzML.gz", "TMT11plex", 3),
            ("tmt-itraq/itraq/Test_Orbi_iTRAQ_8plex.mgf", "iTRAQ8plex", 2),
        ])
    func realFiles(_ name: String, _ tags: String, _ msLevel: Int) async throws {
        let found = try await SpectrumFileInspection.inspect(TestData.path(name), jobs: 1, takingDigest: false)
        let notable = found.reporterIons.filter(\.isNotable)
        #expect(notable.map(\.tags) == [tags])
        #expect(notable.map(\.msLevel) == [msLevel])
    }

    @Test(
        "label-free files show none", .enabled(if: TestData.isAvailable("bsa-lfq/BSA1.mzML.gz")))
    func labelFree() async throws {
        let path = TestData.path("bsa-lfq/BSA1.mzML.gz")
        let found = try await SpectrumFileInspection.inspect(path, jobs: 1, takingDigest: false)
        #expect(found.reporterIons.allSatisfy { !$0.isNotable })
    }
}
