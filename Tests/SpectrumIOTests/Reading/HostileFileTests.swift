import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Files made to exhaust memory, to fetch something, or to pass text off as other text.
@Suite struct HostileFileTests {
    private static let spectra = [MzMLText.spectrum("scan=1", MzMLText.ms1)]
    private static let mzXML =
        "<mzXML><msRun scanCount=\"1\"><scan num=\"1\" msLevel=\"1\" peaksCount=\"0\"></scan></msRun></mzXML>"

    /// What reading the text is refused with.
    private func refusal(_ bytes: [UInt8]) async throws -> String {
        let error = await #expect(throws: SpectrumReadError.self) { try await Reading(bytes) }
        return error.map { "\($0)" } ?? ""
    }

    private func refusal(_ text: String) async throws -> String { try await refusal(Array(text.utf8)) }

    // MARK: - Entities

    private static let laughs = (1...9).map { level in
        "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }.joined()

    @Test(
        "a document type declaration is refused before anything in it is read",
        arguments: [
            "<!DOCTYPE mzML [<!ENTITY l0 \"ha\">\(laughs)]>",
            "<!DOCTYPE mzML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE mzML SYSTEM \"http://localhost:1/mzml.dtd\">",
            "<!DOCTYPE mzML PUBLIC \"-//x//y\" \"file:///etc/x\">",
            "<!DOCTYPE mzML [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>", "<!DOCTYPE mzML>",
            "<!DOCTYPE mzML [<!ATTLIST spectrum id CDATA \"x\">]>",
            "<!DOCTYPE mzML [<!ENTITY x \"<spectrum id='a'>\">]>",
        ])
    func documentType(declaration: String) async throws {
        let use = MzMLText.spectrum("scan=1", MzMLText.ms1 + "<userParam name=\"a\" value=\"&l9;&x;\"/>")
        let prolog = "<?xml version=\"1.0\"?>\n\(declaration)\n"
        let mzML = try await refusal(MzMLText.file([use], prolog: prolog))
        #expect(mzML.contains("declares a document type at byte 22, which is refused"), "\(mzML)")
        #expect(mzML.hasSuffix("remove the DOCTYPE"))
        #expect(try await refusal(prolog + Self.mzXML).contains("declares a document type at byte "))
    }

    @Test("a reference to an entity that is not declared is refused")
    func undeclared() async throws {
        let use = MzMLText.spectrum("scan=1", MzMLText.ms1 + "<userParam name=\"a\" value=\"&l9;\"/>")
        #expect(try await refusal(MzMLText.file([use])).contains("Entity 'l9' not defined"))
    }

    // MARK: - Sizes

    private static let nest = (open: String(repeating: "<a>", count: 300), close: String(repeating: "</a>", count: 300))

    @Test(
        "elements nested deeper than any schema has them are refused wherever they are",
        arguments: ["<cvList", "<binaryDataArrayList", "<chromatogramList"])
    func depth(place: String) async throws {
        let text = MzMLText.file(Self.spectra).replacing(place, with: Self.nest.open + Self.nest.close + place)
        #expect(try await refusal(text).contains("the depth to which elements are nested at byte "))
    }

    @Test("scans nested without end are refused")
    func scanDepth() async throws {
        let text = Self.mzXML.replacing("</scan>", with: Self.nest.open + Self.nest.close + "</scan>")
        #expect(try await refusal(text).contains("is over the limit of 256"))
        let scans =
            "<mzXML><msRun>" + String(repeating: "<scan num=\"1\" msLevel=\"1\" peaksCount=\"0\">", count: 500_000)
        #expect(try await refusal(scans).contains("is over the limit of 256"))
    }

    @Test("a million unclosed elements in one spectrum take no memory for each")
    func unclosed() async throws {
        let text = MzMLText.file([
            MzMLText.spectrum("scan=1", MzMLText.ms1 + String(repeating: "<a>", count: 1_000_000))
        ])
        #expect(try await refusal(text).contains("is over the limit of 256"))
    }

    @Test("a comment larger than any is refused in mzXML, where it would have to be kept")
    func comment() async throws {
        let text = Self.mzXML.replacing("<scan", with: "<!--\(String(repeating: "x", count: 17 << 20))--><scan")
        #expect(try await refusal(text).contains("a tag or comment at byte "))
    }

    @Test("an absurd number of spectra reserves nothing", arguments: ["9223372036854775807", "99999999999999999999"])
    func counts(count: String) async throws {
        let reading = try await Reading(MzMLText.file(Self.spectra, count: count), acceptingFewerSpectra: true)
        #expect(reading.spectra.count == 1)
        #expect(reading.problems == [count.count == 19 ? .fewerSpectraThanDeclared : .unreadableCount])
    }

    @Test("an array that inflates to more than it declares is set aside without filling memory")
    func inflateBomb() async throws {
        let zeros = [UInt8](repeating: 0, count: 64 << 20)
        let packed = Base64.encode(Deflater().zlib(zeros))
        for length in ["3", "50000000"] {
            let mz = MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000574"], packed)
            let intensities = MzMLText.array("MS:1000515", ["MS:1000521"], Arrays.intensities32)
            let spectrum = MzMLText.spectrum("scan=1", MzMLText.ms1, length: length, arrays: mz + intensities)
            #expect(try await Reading(MzMLText.file([spectrum])).reason(0) == .arrayLengthMismatch)
        }
    }

    // MARK: - Text

    @Test("bytes that are no text in the declared encoding are an error with their place")
    func wrongEncoding() async throws {
        let text = MzMLText.file(Self.spectra + [MzMLText.spectrum("probe=M#ller", MzMLText.ms1)])
        let latin = Array(text.utf8).map { $0 == UInt8(ascii: "#") ? 0xFC : $0 }
        let inSpectrum = try await refusal(latin)
        #expect(inSpectrum.contains("after spectrum \"scan=1\": Input is not proper UTF-8"), "\(inSpectrum)")
        let inHeader = try await refusal(
            Array(text.utf8).map { $0 == UInt8(ascii: "#") ? 0x20 : $0 }.replacing(
                Array("a.raw".utf8), with: [0x61, 0xFC, 0x62]))
        #expect(inHeader.contains("Input is not proper UTF-8"), "\(inHeader)")
    }

    @Test("bytes that the declared encoding does not have are refused before, in and after the spectra")
    func unconvertible() async throws {
        let prolog = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>"
        let mzML = MzMLText.file([MzMLText.spectrum("probe=ab", MzMLText.ms1)], prolog: prolog)
        let mzXML = prolog + Self.mzXML.replacing("<scan", with: "<software name=\"ab\"/><scan")
        // 81 stands for no character in windows-1252.
        for (text, place) in [
            (mzML, "a.raw"), (mzML, "probe=ab"), (mzML, "</spectrumList>"), (mzXML, "ab"), (mzXML, "</msRun>"),
        ] {
            let damaged = Array(text.utf8).replacing(Array(place.utf8), with: Array(place.utf8) + [0x81])
            let sentence = try await refusal(damaged)
            #expect(sentence.contains("Input is not proper text in the declared encoding"), "\(place): \(sentence)")
        }
    }

    @Test("an encoding that libxml2 does not know is refused by name")
    func unknownEncoding() async throws {
        let text = MzMLText.file(Self.spectra, prolog: "<?xml version=\"1.0\" encoding=\"x-klingon\"?>")
        #expect(try await refusal(text).contains("Unsupported encoding x-klingon"))
    }

    @Test(
        "text of two or four bytes a character is named",
        arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32])
    func wide(encoding: String.Encoding) async throws {
        let data = try #require(MzMLText.file(Self.spectra).data(using: encoding))
        #expect(try await refusal(Array(data)).hasSuffix("is UTF-16 or UTF-32 text; save or convert it as UTF-8"))
    }

    @Test("a title that is no UTF-8 is kept as far as it is text, and it is said")
    func wrongTitle() async throws {
        let text = Array("BEGIN IONS\nTITLE=M#ller\nPEPMASS=500\n100 1\nEND IONS\n".utf8)
        let reading = try await Reading(text.map { $0 == UInt8(ascii: "#") ? 0xFC : $0 })
        #expect(reading[0]?.nativeID == "M\u{FFFD}ller")
        #expect(reading.problems == [.wrongText])
    }
}
