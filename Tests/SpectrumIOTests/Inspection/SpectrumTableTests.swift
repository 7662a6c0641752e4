import SpectrumIO
import SpectrumModel
import Synchronization
import TestSupport
import Testing

@Suite("SpectrumTable")
struct SpectrumTableTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// The lines of the table of a file, split into fields.
    private func lines(_ path: String, jobs: Int = 1) async throws -> [[String]] {
        let text = Text()
        _ = try await SpectrumTable.write(path, jobs: jobs) { text.append($0) }
        return text.whole.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func lines(ofText text: String) async throws -> [[String]] {
        try await lines(folder.write(text, to: "a.dat"))
    }

    private final class Text: Sendable {
        private let storage = Mutex("")
        var whole: String { storage.withLock { $0 } }
        func append(_ text: String) { storage.withLock { $0 += text } }
    }

    @Test("has a line for each spectrum, with every fact and the checksum that Python computes")
    func facts() async throws {
        let written = try WrittenFile(Example.both, .mzML)
        // zlib.crc32(struct.pack("<4d", 100.1, 200.12345678901235, 300.25, 1999.999)
        //            + struct.pack("<4d", 1.5, 1e6, 0.25, 1e6))
        let expected = [
            SpectrumTable.columns,
            ["0", "scan=1", "1", "1", "profile", "0.75", "negative"] + Array(repeating: "", count: 7)
                + ["0", "", "", "", "", "0.0", "", "0"],
            [
                "1", "scan=2", "2", "2", "centroid", "75.75", "positive", "500.123456789012", "2", "",
                "499.373456789012", "500.873456789012", "hcd", "scan=1", "4", "100.1", "1999.999",
                "200.12345678901235", "1000000.0", "2000001.75", "", "4124547613",
            ],
        ]
        let lines = try await lines(written.path)
        try #require(lines.count == 3)
        for (line, fields) in zip(lines, expected) { #expect(line == fields) }
    }

    @Test("numbers of 32 bits are widened before the checksum")
    func narrow() async throws {
        let arrays =
            MzMLText.array("MS:1000514", ["MS:1000521", "MS:1000576"], Arrays.mz32)
            + MzMLText.array("MS:1000515", ["MS:1000521", "MS:1000576"], Arrays.intensities32)
        let text = MzMLText.file([
            MzMLText.spectrum("scan=1", MzMLText.ms1, arrays: arrays), MzMLText.spectrum("scan=2", MzMLText.ms1),
        ])
        // zlib.crc32(struct.pack("<6d", 100, 200.5, 300.25, 10, 20, 5.5))
        #expect(try await lines(ofText: text).dropFirst().map(\.last) == ["3784964016", "3784964016"])
    }

    @Test("has a line for a spectrum that is set aside, with its reason and without figures of peaks")
    func setAside() async throws {
        let unreadable = MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000576"], "?")
        let text = MzMLText.file([
            MzMLText.spectrum(
                "scan=4", MzMLText.ms2 + MzMLText.scanTime("3", "unitName=\"second\""), arrays: unreadable),
            MzMLText.spectrum("scan=5", MzMLText.ms1),
        ])
        let lines = try await lines(ofText: text)
        #expect(lines.count == 3)
        #expect(
            lines[1]
                == ["0", "scan=4", "4", "2", "", "3.0"] + Array(repeating: "", count: 14)
                + [SetAsideReason.undecodableArray.rawValue, ""])
        #expect(lines[2].suffix(2).first == "")
    }

    @Test("several precursors are joined by semicolons, possible charges by commas")
    func severalPrecursors() async throws {
        let spectrum = Example.fragments(of: [
            Precursor(mz: 400.5, charge: 3, activation: Activation(methods: [.etd, .hcd])),
            Precursor(mz: 600.25, possibleCharges: [2, 3]),
        ])
        let written = try WrittenFile([spectrum], .mzML)
        let fields = try await lines(written.path)[1]
        #expect(Array(fields[7..<14]) == ["400.5;600.25", "3;", ";2,3", ";", ";", "hcd+etd;", ";"])
    }

    @Test("a tab or line end in an identifier does not move what follows it")
    func controlCharacters() async throws {
        let text = MzMLText.file([MzMLText.spectrum("scan=1&#9;x&#10;y", MzMLText.ms1)])
        #expect(try await lines(ofText: text)[1][1...3] == ["scan=1 x y", "1", "1"])
    }

    @Test("what stands before damage is delivered before the error")
    func damage() async throws {
        let whole = MzMLText.file((1...3).map { MzMLText.spectrum("scan=\($0)", MzMLText.ms1) })
        let end = try #require(whole.firstRange(of: "scan=3"))
        let path = try folder.write(String(whole[..<end.lowerBound]), to: "cut.mzML")
        let text = Text()
        await #expect(throws: SpectrumReadError.self) {
            _ = try await SpectrumTable.write(path, jobs: 1) { text.append($0) }
        }
        #expect(text.whole.split(separator: "\n").count == 3)
    }

    @Test(
        "is the same for any number of workers",
        .enabled(if: TestData.isAvailable("bsa-lfq/BSA1.mzML.gz")))
    func workers() async throws {
        let path = TestData.path("bsa-lfq/BSA1.mzML.gz")
        let one = try await lines(path, jobs: 1)
        #expect(one.count == 1685)
        #expect(try await lines(path, jobs: 3) == one)
    }
}
