import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// The document around the spectra.
@Suite struct MzMLDocumentTests {
    private let two = [MzMLText.spectrum("scan=1", MzMLText.ms1), MzMLText.spectrum("scan=2", MzMLText.ms2)]

    @Test("a file cut at any byte is an error")
    func truncated() async throws {
        let text = Array(MzMLText.file(two).utf8)
        let folder = try TemporaryDirectory()
        for cut in stride(from: 1, to: text.count - 1, by: 7) {
            let path = try folder.write(Array(text[..<cut]), to: "cut.mzML")
            await #expect(throws: SpectrumReadError.self, "cut at \(cut)") { try await Reading(path: path) }
        }
    }

    @Test("truncation says where, after which spectrum, and what is missing")
    func truncationMessage() async throws {
        let text = MzMLText.file(two)
        let cut = try #require(text.range(of: "<binary>", options: .backwards)).upperBound
        let bytes = Array(text[..<cut].utf8)
        let error = await #expect(throws: SpectrumReadError.self) { try await Reading(bytes) }
        guard case .truncated(_, let offset, "scan=1", let missing) = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
        #expect(offset == bytes.count)
        #expect(missing == "</spectrum>")
    }

    @Test("fewer spectra than declared is an error, unless that is accepted")
    func fewerSpectra() async throws {
        let text = MzMLText.file(two, count: "3")
        let error = await #expect(throws: SpectrumReadError.self) { try await Reading(text) }
        #expect("\(error.map { "\($0)" } ?? "")".contains("declares 3 spectra but holds 2"))
        let reading = try await Reading(text, acceptingFewerSpectra: true)
        #expect(reading.spectra.count == 2)
        #expect(reading.problems == [.fewerSpectraThanDeclared])
    }

    @Test("more spectra than declared, or a count that is none, is said")
    func otherCounts() async throws {
        #expect(try await Reading(MzMLText.file(two, count: "1")).problems == [.moreSpectraThanDeclared])
        #expect(try await Reading(MzMLText.file(two, count: "-1")).problems == [.unreadableCount])
    }

    @Test("comments and CDATA that look like spectra do not matter")
    func lookalikes() async throws {
        let trap =
            "<!-- </spectrum><spectrum id=\"x\"> --><userParam name=\"a\"/><![CDATA[</spectrumList></spectrum>]]>"
        let spectra = [
            MzMLText.spectrum("scan=1", MzMLText.ms1 + trap), trap.replacing("<userParam name=\"a\"/>", with: ""),
            two[1],
        ]
        let reading = try await Reading(MzMLText.file(spectra, count: "2"))
        #expect(reading.spectra.map(\.nativeID) == ["scan=1", "scan=2"])
    }

    @Test("elements with a namespace prefix are read")
    func prefixed() async throws {
        let text = MzMLText.file(two).replacing("</", with: "\u{1}").replacing("<?", with: "\u{2}")
            .replacing("<", with: "<ms:").replacing("\u{1}", with: "</ms:").replacing("\u{2}", with: "<?")
            .replacing("xmlns=", with: "xmlns:ms=")
        let reading = try await Reading(text)
        #expect(reading.spectra.map(\.nativeID) == ["scan=1", "scan=2"])
        #expect(reading[0]?.mz == Arrays.mz)
    }

    @Test("Latin-1 text, a byte order mark and DOS line ends are read")
    func encodings() async throws {
        let latin = MzMLText.file(
            [MzMLText.spectrum("probe=Müller", MzMLText.ms1)],
            prolog: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n")
        let bytes = latin.unicodeScalars.map { UInt8($0.value) }
        #expect(try await Reading(bytes)[0]?.nativeID == "probe=Müller")
        let marked = try await Reading([0xEF, 0xBB, 0xBF] + Array(MzMLText.file(two).utf8))
        #expect(marked.spectra.count == 2)
    }

    @Test("a document that declares entities is refused")
    func entities() async throws {
        let prolog = "<?xml version=\"1.0\"?><!DOCTYPE mzML [<!ENTITY a \"aaaaaaaaaa\">]>"
        let error = await #expect(throws: SpectrumReadError.self) {
            try await Reading(MzMLText.file(two, prolog: prolog))
        }
        guard case .declaresEntities = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
    }

    @Test("XML that is not well-formed is an error wherever it is", arguments: ["<run ", "<scan>", "</mzML>"])
    func notWellFormed(after place: String) async throws {
        let spectra = [two[0], MzMLText.spectrum("scan=2", MzMLText.ms2 + MzMLText.scanTime("1", ""))]
        let text = MzMLText.file(spectra).replacing(place, with: "<wrong><</wrong>" + place)
        await #expect(throws: SpectrumReadError.self) { try await Reading(text) }
    }

    @Test("elements nested as no schema has it are no reason to crash")
    func wrongNesting() async throws {
        let inside = "<selectedIon><precursor></precursor>\(MzMLText.term("MS:1000744", "500"))</selectedIon>"
        let wrong = MzMLText.spectrum("scan=3", MzMLText.ms1 + inside)
        let spectra = [two[0], "<scan>\n", two[1], "</scan>\n", wrong]
        let reading = try await Reading(MzMLText.file(spectra, count: "3"))
        #expect(reading.spectra.map(\.nativeID) == ["scan=1", "scan=2", "scan=3"])
    }

    @Test("mzML before 1.0 is refused by name")
    func oldVersion() async throws {
        let error = await #expect(throws: SpectrumReadError.self) {
            try await Reading(MzMLText.file(two, version: "0.99.10"))
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("mzML version 0.99.10 is not read"))
    }

    @Test("the header tells what the file says about itself")
    func header() throws {
        let folder = try TemporaryDirectory()
        let header = try SpectrumFile(path: folder.write(MzMLText.file(two), to: "a.mzML")).header
        #expect(header.formatVersion == "1.1.0")
        #expect(header.sourceFileNames == ["a.raw"])
        #expect(header.nativeIDFormat == "x nativeID format")
        #expect(header.software == ["pwiz 3.0"])
        #expect(header.instrument == "Q Exactive")
        #expect(header.runStartTime == "2020-01-02T03:04:05Z")
        #expect(header.declaredSpectrumCount == 2)
    }
}
