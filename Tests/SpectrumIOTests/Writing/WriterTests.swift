import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct WriterTests {
    private static let survey = Spectrum(
        index: 0, nativeID: "scan=1", scanNumber: 1, msLevel: 1, retentionTimeSeconds: 0.1, polarity: .negative,
        signal: .profile)
    private static let fragments = Spectrum(
        index: 1, nativeID: "scan=2", scanNumber: 2, msLevel: 2, retentionTimeSeconds: 61.2345678901,
        polarity: .positive,
        signal: .centroid,
        precursors: [
            Precursor(
                mz: 500.123456789012, charge: 2, intensity: 12345.5,
                isolationWindow: IsolationWindow(targetMZ: 500, lowerOffset: 0.7, upperOffset: 0.8),
                activation: Activation(methods: [.hcd, .other], collisionEnergy: 27.5), sourceSpectrumID: "scan=1"),
            Precursor(mz: 501, possibleCharges: [2, 3]),
        ], mz: [100.1, 200.123456789012345, 1999.999], intensities: [1.5, 0.25, 1e6])

    private func writeMzML(_ path: String, count: Int = 2) throws {
        let writer = try MzMLWriter(
            path: path, description: .init(runID: "1 \"run\" & <more>", softwareVersion: "1", spectrumCount: count))
        try writer.write(Self.survey)
        try writer.write(Self.fragments)
        try writer.finish()
    }

    @Test("mzML reads back as it was")
    func mzMLRoundTrip() async throws {
        let folder = try TemporaryDirectory()
        try writeMzML(folder.path("a.mzML"))
        let reading = try await Reading(path: folder.path("a.mzML"))
        #expect(reading.spectra == [.spectrum(Self.survey), .spectrum(Self.fragments)])
        #expect(reading.problems.isEmpty)
        #expect(try SpectrumFile(path: folder.path("a.mzML")).header.declaredSpectrumCount == 2)
    }

    @Test("equal spectra give equal bytes")
    func deterministic() throws {
        let folder = try TemporaryDirectory()
        try writeMzML(folder.path("a.mzML"))
        try writeMzML(folder.path("b.mzML"))
        #expect(
            try Data(contentsOf: folder.url.appending(path: "a.mzML"))
                == Data(contentsOf: folder.url.appending(path: "b.mzML")))
    }

    @Test("the index points at the spectra and the checksum covers the file up to its own tag")
    func index() throws {
        let folder = try TemporaryDirectory()
        try writeMzML(folder.path("a.mzML"))
        let text = try String(contentsOfFile: folder.path("a.mzML"), encoding: .utf8)
        let offsets = text.matches(of: /<offset idRef="([^"]*)">(\d+)</).compactMap { Int($0.2) }
        #expect(offsets.count == 2)
        for (index, offset) in offsets.enumerated() {
            #expect(
                String(decoding: Array(text.utf8)[offset...], as: UTF8.self).hasPrefix("<spectrum index=\"\(index)\""))
        }
        let list = try #require(text.firstMatch(of: /<indexListOffset>(\d+)</).flatMap { Int($0.1) })
        #expect(String(decoding: Array(text.utf8)[list...], as: UTF8.self).hasPrefix("<indexList "))

        let tag = try #require(text.range(of: "<fileChecksum>"))
        let digest = Digest(.sha1)
        digest.update(Array(text[..<tag.upperBound].utf8))
        #expect(text[tag.upperBound...].hasPrefix(digest.finalize() + "</fileChecksum>"))
    }

    @Test("a wrong number of spectra is refused and leaves no file")
    func wrongCount() throws {
        let folder = try TemporaryDirectory()
        #expect(throws: SpectrumWriteError.self) { try writeMzML(folder.path("a.mzML"), count: 3) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("an identifier that mzML does not allow becomes the title")
    func title() async throws {
        let folder = try TemporaryDirectory()
        let writer = try MzMLWriter(
            path: folder.path("a.mzML"), description: .init(runID: "r", softwareVersion: "1", spectrumCount: 1))
        var spectrum = Self.fragments
        spectrum.nativeID = "my <title>"
        try writer.write(spectrum)
        try writer.finish()
        #expect(try await Reading(path: folder.path("a.mzML")).spectra.map(\.nativeID) == ["index=0"])
        #expect(try String(contentsOfFile: folder.path("a.mzML"), encoding: .utf8).contains("my &lt;title&gt;"))
    }

    @Test("MGF reads back as it was")
    func mgfRoundTrip() async throws {
        let folder = try TemporaryDirectory()
        let writer = try MGFWriter(path: folder.path("a.mgf"))
        var spectrum = Self.fragments
        spectrum.index = 0
        spectrum.precursors = [Precursor(mz: 500.123456789012, charge: 2, intensity: 12345.5)]
        try writer.write(spectrum)
        try writer.finish()
        #expect(try await Reading(path: folder.path("a.mgf")).spectra == [.spectrum(spectrum)])
    }

    @Test("MGF refuses what it cannot say")
    func notRepresentable() throws {
        let folder = try TemporaryDirectory()
        let writer = try MGFWriter(path: folder.path("a.mgf"))
        #expect(throws: SpectrumWriteError.self) { try writer.write(Self.survey) }
        #expect(throws: SpectrumWriteError.self) { try writer.write(Self.fragments) }
    }
}
