import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct SpectrumAccessTests {
    private func access(_ bytes: [UInt8]) throws -> (access: SpectrumAccess, folder: TemporaryDirectory) {
        let folder = try TemporaryDirectory()
        return (try SpectrumAccess(SpectrumFile(path: folder.write(bytes, to: "a"))), folder)
    }

    /// Reads every spectrum by position, last first, and by identifier.
    private func expectEqual(_ bytes: [UInt8]) async throws {
        let streamed = try await Reading(bytes).spectra
        let (access, folder) = try access(bytes)
        for spectrum in streamed.reversed() {
            #expect(try access.spectrum(at: spectrum.index) == spectrum)
            #expect(try access.spectrum(id: spectrum.nativeID) == spectrum)
        }
        #expect(try access.spectrum(at: streamed.count) == nil)
        #expect(try access.spectrum(at: -1) == nil)
        #expect(try access.spectrum(id: "scan=none") == nil)
        _ = folder
    }

    @Test(
        "spectra are those of ordinary reading in every format, plain and gzip",
        arguments: WrittenSpectrumFormat.allCases)
    func formats(format: WrittenSpectrumFormat) async throws {
        let written = try WrittenFile(IndexedText.spectra, format)
        try await expectEqual(written.bytes)
        try await expectEqual(Deflater().gzip(written.bytes))
    }

    @Test("an MS2 file has no index, also where its text looks like XML")
    func ms2() async throws {
        let entries = (1...3).map { "S\t\($0)\t\($0)\t500.25\nI\tFilter\t<spectrum id='<'>\nZ\t2\t999.49\n100 1\n" }
        try await expectEqual(Array(entries.joined().utf8))
        let (access, folder) = try access(Array(entries.joined().utf8))
        #expect(access.index == nil)
        _ = folder
    }

    @Test("text of an array outside of any is none of the spectrum read before")
    func strayText() async throws {
        let whole = (1...3).map { MzMLText.spectrum("scan=\($0)", MzMLText.ms1) }
        let stray = MzMLText.spectrum("scan=9", MzMLText.ms1, arrays: "<binary>AAAA</binary><binary>AAAA</binary>")
        try await expectEqual(Array(MzMLText.file([whole[0], stray, whole[1], stray.replacing("9", with: "8")]).utf8))
    }

    @Test("spectra that are set aside are so with the same words")
    func setAside() async throws {
        let broken = MzMLText.spectrum("scan=2", MzMLText.ms1, length: "4")
        let text = MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1), broken])
        try await expectEqual(Array(text.utf8))
    }

    @Test("text beyond ASCII, prefixes and entities in identifiers are read as by ordinary reading")
    func encodings() async throws {
        let text = MzMLText.file(
            [
                MzMLText.spectrum("probe=M\u{FC}ller &amp; Co", MzMLText.ms1),
                MzMLText.spectrum("a=&lt;b>", MzMLText.ms2),
            ],
            prolog: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n")
        try await expectEqual(text.unicodeScalars.map { UInt8($0.value) })
        let prefixed = text.replacing("\u{FC}", with: "ue").replacing("</", with: "\u{1}").replacing(
            "<?", with: "\u{2}"
        )
        .replacing("<", with: "<ms:").replacing("\u{1}", with: "</ms:").replacing("\u{2}", with: "<?")
        .replacing("xmlns=", with: "xmlns:ms=")
        try await expectEqual(Array(prefixed.utf8))
    }

    @Test("nested, empty and unnumbered mzXML scans are read as by ordinary reading")
    func nestedScans() async throws {
        let peaks = "<peaks precision=\"32\" byteOrder=\"network\" pairOrder=\"m/z-int\">\(Arrays.pairs32)</peaks>"
        let text =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><mzXML><msRun scanCount=\"4\">"
            + "<parentFile fileName=\"\u{FC}.raw\"/><dataProcessing centroided=\"1\"/>"
            + "<scan num=\"10\" msLevel=\"1\" peaksCount=\"3\">\(peaks)"
            + "<scan num=\"11\" msLevel=\"2\" peaksCount=\"3\"><precursorMz>500.25</precursorMz>\(peaks)</scan>\n</scan>"
            + "<scan num=\"12\" msLevel=\"2\" peaksCount=\"0\" /><scan msLevel=\"1\" peaksCount=\"2\">\(peaks)</scan>"
            + "</msRun></mzXML>\n"
        try await expectEqual(text.unicodeScalars.map { UInt8($0.value) })
    }

    /// The third entry is moved to where it is still in order but at no spectrum, or names another.
    @Test(
        "an entry that does not point at its spectrum is noticed when it is used, and the right spectrum is given",
        arguments: [WrittenSpectrumFormat.mzML, .mzXML], [1, 10, 100])
    func wrongEntry(format: WrittenSpectrumFormat, shift: Int) throws {
        let written = try WrittenFile(IndexedText.spectra, format)
        let name = format == .mzML ? "idRef=\"scan=3\"" : "id=\"3\""
        let entry = try Regex("<offset \(name)>(\\d+)<")
        let offset = try #require(written.text.firstMatch(of: entry)?.output[1].substring.flatMap { Int($0) })
        let indexed = try IndexedText(
            format, replacing: ["<offset \(name)>\\d+<": "<offset \(name)>\(offset + shift)<"])
        let access = try SpectrumAccess(indexed.file)
        #expect(try access.spectrum(at: 1)?.nativeID == "scan=2")
        #expect(access.index?.origin == .file)
        #expect(try access.spectrum(at: 2)?.spectrum?.mz[3] == 2002)
        #expect("\(try #require(access.index).origin)".contains("\"scan=3\" does not point at that spectrum"))
    }

    @Test("entries that name each other's spectra, or a name that no spectrum has, are noticed")
    func wrongNames() throws {
        let swapped = try IndexedText(replacing: ["idRef=\"scan=3\"": "idRef=\"scan=9\""])
        let access = try SpectrumAccess(swapped.file)
        #expect(access.index?.origin == .file)
        #expect(try access.spectrum(id: "scan=3")?.spectrum?.mz[3] == 2002)
        #expect(access.index?.origin != .file)
        #expect(try SpectrumAccess(swapped.file).spectrum(id: "scan=9") == nil)
    }

    @Test("an index of all but the first spectrum, in a file that declares one too few, is noticed by the position")
    func wrongPosition() throws {
        let indexed = try IndexedText(replacing: [
            "<offset idRef=\"scan=1\">\\d+</offset>": "", "spectrumList count=\"5\"": "spectrumList count=\"4\"",
        ])
        let access = try SpectrumAccess(indexed.file)
        #expect(access.index?.origin == .file)
        #expect(try access.spectrum(at: 0)?.nativeID == "scan=1")
    }

    @Test("of a truncated file the spectra that are whole are given, and the last is an error")
    func truncated() throws {
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        let cut = try #require(written.text.range(of: "</spectrum>", options: .backwards)).lowerBound
        let (access, folder) = try access(Array(written.text[..<cut].utf8))
        #expect(try access.spectrum(id: "scan=4")?.spectrum?.mz[3] == 2003)
        let error = #expect(throws: SpectrumReadError.self) { try access.spectrum(id: "scan=5") }
        #expect("\(error.map { "\($0)" } ?? "")".contains("without </spectrum>; it is truncated"))
        _ = folder
    }
}
