import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// What files state about themselves, held against their content.
@Suite struct FileClaimTests {
    private func summary(_ bytes: [UInt8], takingDigest: Bool = true) async throws -> SpectrumFileSummary {
        let folder = try TemporaryDirectory()
        let file = try SpectrumFile(path: folder.write(bytes, to: "a"))
        return try await file.read(jobs: 2, takingDigest: takingDigest, transform: { _ in }, deliver: { _ in })
    }

    /// The account of a written file in which each regular expression is replaced.
    private func summary(
        _ format: WrittenSpectrumFormat, replacing changes: KeyValuePairs<String, String>
    ) async throws -> SpectrumFileSummary {
        var text = try WrittenFile(IndexedText.spectra, format).text
        for (pattern, replacement) in changes {
            let changed = try text.replacing(Regex(pattern), with: replacement)
            try #require(changed != text, "\(pattern) is not in the file")
            text = changed
        }
        return try await summary(Array(text.utf8))
    }

    @Test(
        "index and checksum of a file as it was written are right, plain and gzip",
        arguments: [WrittenSpectrumFormat.mzML, .mzXML])
    func right(format: WrittenSpectrumFormat) async throws {
        let written = try WrittenFile(IndexedText.spectra, format)
        for bytes in [written.bytes, Deflater().gzip(written.bytes)] {
            let summary = try await summary(bytes)
            #expect(summary.index == .right)
            #expect(summary.checksum == .right)
            #expect(summary.problems.isEmpty)
        }
    }

    @Test("a checksum is not looked at without digest, and there is none in MGF")
    func notAsked() async throws {
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        #expect(try await summary(written.bytes, takingDigest: false).checksum == nil)
        let mgf = try await summary(try WrittenFile(IndexedText.spectra, .mgf).bytes)
        #expect(mgf.checksum == nil)
        #expect(mgf.index == .absent)
    }

    @Test("a file without index and checksum states none")
    func absent() async throws {
        let summary = try await summary(Array(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)]).utf8))
        #expect(summary.index == .absent)
        #expect(summary.checksum == .absent)
        #expect(summary.problems.isEmpty)
    }

    @Test(
        "one changed byte makes the checksum wrong, and both digests are said",
        arguments: [WrittenSpectrumFormat.mzML, .mzXML])
    func changedByte(format: WrittenSpectrumFormat) async throws {
        let written = try WrittenFile(IndexedText.spectra, format)
        let element = format == .mzML ? "<fileChecksum>" : "<sha1>"
        let stated = try #require(written.sha1(upToAndIncluding: element))
        let summary = try await summary(format, replacing: ["encoding=\"utf-8\"": "encoding=\"UTF-8\""])
        #expect(summary.checksum == .wrong)
        #expect(summary.problems.map(\.kind) == [.wrongChecksum])
        #expect(
            "\(summary.problems)".contains(
                "SHA-1 stated in the file is not that of its content: stated \(stated), found "))
    }

    @Test("a checksum in capitals is one, zeros and blanks are placeholders", arguments: ["", "0", "0000", " \n "])
    func placeholders(text: String) async throws {
        let placeholder = try await summary(.mzML, replacing: ["<fileChecksum>[^<]*<": "<fileChecksum>\(text)<"])
        #expect(placeholder.checksum == .absent)
        #expect(placeholder.problems.isEmpty)
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        let stated = try #require(written.sha1(upToAndIncluding: "<fileChecksum>"))
        #expect(try await summary(.mzML, replacing: [stated: stated.uppercased()]).checksum == .right)
    }

    @Test("a checksum is right at any size of what stands before it")
    func sizes() async throws {
        for count in [0, 1, 4000, 4095, 4096, 4097, 262_144, 300_000] {
            let comment = "<!--\(String(repeating: "x", count: count))-->"
            var text =
                "<?xml version=\"1.0\"?><indexedmzML>\(comment)<mzML version=\"1.1.0\"><run/></mzML><fileChecksum>"
            let digest = Digest(.sha1)
            digest.update(Array(text.utf8))
            text += "\(digest.finalize())</fileChecksum></indexedmzML>"
            #expect(try await summary(Array(text.utf8)).checksum == .right, "\(count) bytes")
        }
    }

    @Test("entries that do not point at their spectrum are counted, and the first is said")
    func wrongOffsets() async throws {
        let summary = try await summary(
            .mzML, replacing: ["idRef=\"scan=2\">": "idRef=\"scan=2\">1", "idRef=\"scan=4\">": "idRef=\"scan=9\">"])
        #expect(summary.index == .wrong)
        #expect(summary.problems.map(\.kind) == [.wrongChecksum, .wrongIndexOffset])
        let problem = try #require(summary.problems.last)
        #expect(problem.count == 2)
        #expect(
            problem.description.contains(
                "2 x index entry does not point at its spectrum: entry 2 of the index states byte 1"))
    }

    @Test("entries of scans are checked as well, and those that are no numbers")
    func wrongScanOffsets() async throws {
        let summary = try await summary(.mzXML, replacing: ["<offset id=\"3\">\\d+": "<offset id=\"3\">x"])
        #expect(summary.problems.map(\.kind) == [.wrongChecksum, .wrongIndexOffset])
        #expect("\(summary.problems)".contains("entry 3 of the index states no number for the spectrum at byte "))
    }

    @Test("an index with too few entries, and one that is not where it is said to be, are said")
    func incomplete() async throws {
        let few = try await summary(.mzML, replacing: ["<offset idRef=\"scan=3\">\\d+</offset>": ""])
        #expect(few.problems.map(\.kind) == [.wrongChecksum, .incompleteIndex])
        #expect("\(few.problems)".contains("4 entries for 5 spectra"))
        let moved = try await summary(.mzXML, replacing: ["<indexOffset>": "<indexOffset>1"])
        #expect(moved.problems.map(\.kind) == [.wrongChecksum, .wrongIndexPlace])
        let none = try await summary(.mzXML, replacing: ["<indexOffset>\\d+": "<indexOffset>none"])
        #expect("\(none.problems)".contains("stated place of the index is wrong: no number, found at byte "))
    }

    @Test("inspection passes the claims on")
    func inspection() async throws {
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        let inspection = try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: true)
        #expect(inspection.index == .right)
        #expect(inspection.checksum == .right)
    }
}
