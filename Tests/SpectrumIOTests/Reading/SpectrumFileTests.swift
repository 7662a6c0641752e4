import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct SpectrumFileTests {
    @Test(
        "what is no spectra file is refused with what was looked for",
        arguments: ["text\n", "<html></html>", "\u{89}HDF"])
    func unknown(text: String) throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(text, to: "a.mzML")
        #expect(throws: SpectrumReadError.unknownFormat(path: path)) { try SpectrumFile(path: path) }
    }

    @Test("an empty file and a missing one are refused")
    func emptyAndMissing() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write("", to: "a.mzML")
        #expect(throws: SpectrumReadError.empty(path: path)) { try SpectrumFile(path: path) }
        #expect(throws: SpectrumReadError.self) { try SpectrumFile(path: folder.path("none.mzML")) }
    }

    @Test("a gzip file reads as the plain one, and a cut one is an error")
    func gzip() async throws {
        let text = MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)])
        let packed = Deflater().gzip(Array(text.utf8))
        #expect(try await Reading(packed) == Reading(text))
        await #expect(throws: SpectrumReadError.self) { try await Reading(Array(packed.dropLast(9))) }
    }

    @Test("the digest is that of the file on disk")
    func digest() async throws {
        let folder = try TemporaryDirectory()
        let text = MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)])
        let file = try SpectrumFile(path: folder.write(text, to: "a.mzML"))
        let summary = try await file.read(jobs: 1, takingDigest: true, transform: { _ in }, deliver: { _ in })
        #expect(summary.fileSHA256 == Digest.sha256(of: text))
    }

    @Test("many blocks are numbered in file order for any number of jobs")
    func jobs() async throws {
        // 40,000 spectra are about five blocks.
        let spectra = (0..<40_000).map { MzMLText.spectrum("scan=\($0 + 1)", MzMLText.ms1) }
        let text = Array(MzMLText.file(spectra).utf8)
        let one = try await Reading(text, jobs: 1)
        #expect(one.spectra.map(\.index) == Array(0..<40_000))
        #expect(one.spectra.map(\.nativeID) == (1...40_000).map { "scan=\($0)" })
        #expect(try await Reading(text, jobs: 2) == one)
        #expect(try await Reading(text, jobs: 7) == one)
    }

    @Test("an error of the caller stops the reading and comes out")
    func callerError() async throws {
        struct Stop: Error {}
        let folder = try TemporaryDirectory()
        let path = try folder.write(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)]), to: "a.mzML")
        await #expect(throws: Stop.self) {
            try await SpectrumFile(path: path).read(jobs: 2, transform: { _ in throw Stop() }, deliver: { (_: Int) in })
        }
    }
}
