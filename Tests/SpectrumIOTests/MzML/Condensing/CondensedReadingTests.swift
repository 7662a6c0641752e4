import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Blocks are condensed before libxml2 reads them. A comment keeps a block from being condensed and means nothing else,
/// so a file and the same file with comments must read the same.
@Suite("Condensed reading of mzML")
struct CondensedReadingTests {
    @Test(
        "gives what libxml2 finds in the whole text, damaged or not",
        arguments: [
            "MS:1000744\" value=\"500.25\"/>", "MS:1000744\" value='500.25'/>", "MS:1000744\" value=\"5&#48;0.25\"/>",
            "MS:1000744\" value = \"500.25\"/>", "MS:1000744\"\tvalue=\"500.25\"/>", "MS:1000744\" value=\"500.25\" />",
            "MS:1000744\" value=\"500.25\"></cvParam>", "MS:1000744\" value=\" 500.25\n\"/>",
            "MS:1000744\" value=\"500<25\"/>", "MS:1000744\" value=\"500&25\"/>", "MS:1000744\" value=\"500\u{1}\"/>",
            "MS:1000744\" value=\"500.25\" value=\"501\"/>", "MS:1000744\" value=\"500.25\">text</cvParam>",
            "MS:1000744\" value=\"500.25\"/", "MS:1000744\" value=\"500.25/>", "MS:1000744\" value=500.25/>",
            "MS:1000744\" name=\" value=\" value=\"500.25\"/>", "MS:1000744\" name=\"a>b\" value=\"500.25\"/>",
            "MS:1000744\" name=\" value=\"x\"5\" value=\"500.25\"/>", "MS:1000744\" name=\"µ\" value=\"500.25\"/>",
            "MS:1000744\" value=\"500.25\"/><?x?>", "MS:1000744\" value=\"500.25\"/>x",
        ])
    func singleTags(ending: String) async throws {
        // The usual spelling first, so that the reader knows the tag when it meets the other.
        let ions = ["MS:1000744\" value=\"400.5\"/>", "MS:1000744\" value=\"401.5\"/>", ending, ending]
        let spectra = ions.enumerated().map { index, ion in
            let precursor = MzMLText.precursor(ions: ["<cvParam cvRef=\"MS\" accession=\"\(ion)"])
            return MzMLText.spectrum("scan=\(index + 1)", MzMLText.ms2 + precursor)
        }
        try await expectSameWithComments(MzMLText.file(spectra))
    }

    @Test(
        "gives what libxml2 finds in the text of arrays",
        arguments: [
            Arrays.mz64, " \(Arrays.mz64)\n", "\(Arrays.mz64.prefix(8))\n\(Arrays.mz64.dropFirst(8))", "",
            "<!-- x -->\(Arrays.mz64)", "<![CDATA[\(Arrays.mz64)]]>", "&#65;\(Arrays.mz64.dropFirst())",
            "&amp;\(Arrays.mz64.dropFirst())", "]]>\(Arrays.mz64.dropFirst(3))", "\u{1}\(Arrays.mz64.dropFirst())",
            "é\(Arrays.mz64.dropFirst())", "*\(Arrays.mz64.dropFirst())", "\(Arrays.mz64)<cvParam/>",
            "<cvParam/>\(Arrays.mz64)", "\(Arrays.mz64)</binary><binary>", "\(Arrays.mz64)</binary></binary>",
        ])
    func arrayText(text: String) async throws {
        let spectra = [Arrays.mz64, Arrays.mz64, text, text].enumerated().map { index, text in
            MzMLText.spectrum(
                "scan=\(index + 1)", MzMLText.ms1,
                arrays: MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000576"], text)
                    + MzMLText.array("MS:1000515", ["MS:1000521", "MS:1000576"], Arrays.intensities32))
        }
        try await expectSameWithComments(MzMLText.file(spectra))
    }

    @Test("gives what libxml2 finds where text is in arrays that are not read")
    func unreadArrays() async throws {
        let twice = MzMLText.arrays + MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000576"], "\u{1}]]>")
        let unnamed = MzMLText.arrays + MzMLText.array("MS:1", ["MS:1000523", "MS:1000576"], "\u{1}")
        for arrays in [twice, unnamed] {
            let spectra = [MzMLText.arrays, arrays].enumerated().map { index, arrays in
                MzMLText.spectrum("scan=\(index + 1)", MzMLText.ms1, arrays: arrays)
            }
            let text = MzMLText.file(spectra)
            try await expectSameWithComments(text)
            await #expect(throws: SpectrumReadError.self) { _ = try await Reading(text) }
        }
    }

    @Test("keeps parameters at their places: scan, scan window, ion, window, activation, array")
    func places() async throws {
        let spectra = (1...40).map { number in
            let precursor = MzMLText.precursor(
                isolation: MzMLText.term("MS:1000827", "\(500 + number)"),
                ions: [
                    MzMLText.term("MS:1000744", "\(500 + number).25") + MzMLText.term("MS:1000041", "\(1 + number % 3)")
                ],
                activation: MzMLText.term("MS:1000422") + MzMLText.term("MS:1000045", "\(number)"))
            let time = MzMLText.scanTime("\(number)", "unitName=\"second\"")
            return MzMLText.spectrum("scan=\(number)", MzMLText.ms2 + time + precursor)
        }
        let reading = try await Reading(MzMLText.file(spectra))
        for number in 1...40 {
            let spectrum = try #require(reading[number - 1])
            #expect(spectrum.retentionTimeSeconds == Double(number))
            #expect(spectrum.precursors.first?.mz == 500.25 + Double(number))
            #expect(spectrum.precursors.first?.charge == 1 + number % 3)
            #expect(spectrum.precursors.first?.isolationWindow?.targetMZ == 500 + Double(number))
            #expect(spectrum.precursors.first?.activation.collisionEnergy == Double(number))
            #expect(spectrum.mz == Arrays.mz)
        }
    }

    @Test("goes on where a file has more kinds of tags than are kept")
    func manyKinds() async throws {
        let spectra = (1...700).map { number in
            MzMLText.spectrum(
                "scan=\(number)", MzMLText.ms2 + "<userParam name=\"fact \(number)\" value=\"\(number)\"/>")
        }
        try await expectSameWithComments(MzMLText.file(spectra + spectra))
    }

    @Test("gives the same with a namespace prefix")
    func namespacePrefix() async throws {
        let plain = MzMLText.file((1...9).map { MzMLText.spectrum("scan=\($0)", MzMLText.ms2) })
        var prefixed = plain
        for (tag, replacement) in [("</", "</ms:"), ("<", "<ms:"), ("<ms:?", "<?"), ("<ms:/ms:", "</ms:")] {
            prefixed = prefixed.split(separator: tag, omittingEmptySubsequences: false).joined(separator: replacement)
        }
        prefixed = prefixed.split(separator: " xmlns=").joined(separator: " xmlns:ms=")
        let reading = try await Reading(prefixed)
        #expect(reading.spectra.map(Fact.init) == (try await Reading(plain)).spectra.map(Fact.init))
        #expect(reading.summary.peakCount == 27)
    }

    @Test(
        "gives what libxml2 finds in real files",
        .enabled(if: TestData.isAvailable("bsa-lfq/BSA1.mzML.gz", "profile-centroid/small.mzML.gz")),
        arguments: ["bsa-lfq/BSA1.mzML.gz", "profile-centroid/small.mzML.gz"])
    func realFiles(file: String) async throws {
        let stream = try ByteStream(path: TestData.path(file))
        var bytes: [UInt8] = []
        while try stream.read(upTo: 1 << 20, appendingTo: &bytes) > 0 {}
        let reading = try await expectSameWithComments(String(decoding: bytes, as: UTF8.self))
        #expect(!reading.spectra.isEmpty)
    }

    /// Reads a text, and the same with a comment after each spectrum, and expects the same of both.
    @discardableResult
    private func expectSameWithComments(_ text: String) async throws -> Reading {
        let commented = text.replacingOccurrences(of: "</spectrum>", with: "</spectrum><!-- -->")
        let reading: Reading
        do {
            reading = try await Reading(text)
        } catch let error as SpectrumReadError {
            let other = await #expect(throws: SpectrumReadError.self) { _ = try await Reading(commented) }
            #expect(Self.kind(error) == other.map(Self.kind), "\(error)")
            return try await Reading(MzMLText.file([]))
        }
        let other = try await Reading(commented)
        #expect(reading.spectra.map(Fact.init) == other.spectra.map(Fact.init))
        // Comments move spectra away from where an index says they are.
        let moved: Set<ReadProblem.Kind> = [.wrongIndexPlace, .wrongIndexOffset]
        #expect(reading.problems == other.problems.filter { !moved.contains($0) })
        return reading
    }

    /// The kind of an error, without its place.
    private static func kind(_ error: SpectrumReadError) -> String? { Mirror(reflecting: error).children.first?.label }

    /// What is told of a spectrum, without its place.
    private enum Fact: Equatable {
        case read(Spectrum)
        case setAside(SpectrumSummary)

        init(_ entry: ReadSpectrum) {
            switch entry {
            case .spectrum(let spectrum): self = .read(spectrum)
            case .setAside(let summary, _, _): self = .setAside(summary)
            }
        }
    }
}
