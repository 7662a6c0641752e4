import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct SpectrumIndexTests {
    @Test("the own index of a file in good order is used", arguments: [WrittenSpectrumFormat.mzML, .mzXML])
    func own(format: WrittenSpectrumFormat) throws {
        let indexed = try IndexedText(format)
        let index = try #require(try indexed.file.index())
        #expect(index.origin == .file)
        #expect(index.entries.map(\.nativeID) == ["scan=1", "scan=2", "scan=3", "scan=4", "scan=5"])
        #expect(index.position(ofID: "scan=4") == 3)
        #expect(index.position(ofID: "scan=6") == nil)
    }

    @Test(
        "an index that is wrong in form is not used, and it is said why; a pass over the file gives the right one",
        arguments: [
            ("<indexListOffset>[^<]*</indexListOffset>", "", "the file ends without <indexListOffset>"),
            ("<indexListOffset>", "<indexListOffset>x", "its indexListOffset is no number"),
            ("<indexListOffset>", "<indexListOffset>9", "does not lie in the file before it"),
            ("<indexListOffset>[^<]*<", "<indexListOffset>0<", "does not lie in the file before it"),
            ("<indexListOffset>[^<]*<", "<indexListOffset>-7<", "does not lie in the file before it"),
            ("<indexListOffset>[^<]*<", "<indexListOffset>9223372036854775807<", "does not lie in the file before it"),
            ("<indexListOffset>[^<]*<", "<indexListOffset>99999999999999999999<", "is no number"),
            ("<indexListOffset>[^<]*<", "<indexListOffset>400<", "does not point at <indexList>"),
            ("<offset idRef=\"scan=3\">[^<]*</offset>", "", "its index has 4 entries for 5 declared spectra"),
            ("(<offset idRef=\"scan=3\">)[^<]*<", "<offset idRef=\"scan=3\">1<", "do not ascend within the file"),
            ("(<offset idRef=\"scan=3\">)[^<]*<", "<offset idRef=\"scan=3\">?<", "do not ascend within the file"),
            ("(<offset idRef=\"scan=5\">)[^<]*<", "<offset idRef=\"scan=5\">99999999<", "do not ascend within"),
            ("idRef=\"scan=3\"", "idRef=\"scan=4\"", "its index has an identifier twice"),
            ("</index>", "</indx>", "its index is not well-formed"),
            ("<spectrumList count", "<spectrumList coumt", "does not declare how many spectra it holds"),
        ])
    func wrongForm(pattern: String, replacement: String, reason: String) throws {
        let indexed = try IndexedText(replacing: [pattern: replacement])
        let index = try #require(try indexed.file.index())
        #expect("\(index.origin)".contains(reason), "\(index.origin)")
        #expect(index.entries.map(\.nativeID) == IndexedText.spectra.map(\.nativeID))
    }

    @Test("an index is found behind white space, as OpenMS points at it")
    func blankBefore() throws {
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        let stated = try #require(written.text.firstMatch(of: /<indexListOffset>(\d+)</).flatMap { Int($0.1) })
        let moved = try IndexedText(
            replacing: ["<indexListOffset>[^<]*<": "<indexListOffset>\(stated - 3)<"])
        #expect(try moved.origin() == "the file's own index")
    }

    @Test("comments and CDATA that look like spectra are in no index, and tags may span pieces")
    func lookalikes() throws {
        let trap = "<!-- <spectrum id=\"x\"> --><![CDATA[<spectrum id=\"y\">]]>"
        let long = "<userParam name=\"a\" value=\"\(String(repeating: "> ' ", count: 1_500_000))\"/>"
        let text = MzMLText.file([
            MzMLText.spectrum("scan=1", MzMLText.ms1 + trap), MzMLText.spectrum("scan=&lt;2>", MzMLText.ms1 + long),
            MzMLText.spectrum("scan=3", MzMLText.ms1),
        ])
        let folder = try TemporaryDirectory()
        let index = try #require(try SpectrumFile(path: folder.write(text, to: "a")).index())
        #expect(index.entries.map(\.nativeID) == ["scan=1", "scan=<2>", "scan=3"])
        #expect(index.entries.allSatisfy { Array(text.utf8)[$0.byteOffset...].starts(with: "<spectrum ".utf8) })
    }

    @Test("a gzip file is passed over, with offsets in its content, and MGF has no index")
    func others() throws {
        let written = try WrittenFile(IndexedText.spectra, .mzML)
        let folder = try TemporaryDirectory()
        let packed = try SpectrumFile(path: folder.write(Deflater().gzip(written.bytes), to: "a.gz"))
        let plain = try SpectrumFile(path: written.path)
        #expect(try packed.index()?.origin == .scan(because: "the file is gzip"))
        #expect(try packed.index()?.entries == plain.index()?.entries)
        let mgf = try WrittenFile(IndexedText.spectra, .mgf)
        #expect(try SpectrumFile(path: mgf.path).index() == nil)
    }
}
