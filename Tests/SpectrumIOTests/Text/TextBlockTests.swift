import SpectrumIO
import SpectrumModel
import Testing

/// Files of many blocks, each of some hundred kilobytes.
@Suite("Blocks of text files")
struct TextBlockTests {
    /// A text format: how its file begins, and an entry of nine lines with a name and a line among its peaks.
    enum Format: CaseIterable {
        case mgf, ms2

        var header: [String] { self == .mgf ? ["COM=x", ""] : ["H\tExtractor\tRawXtract", "H\tDate\tx"] }

        func entry(_ name: Int, _ line: String) -> [String] {
            let padding = String(repeating: "x", count: 400)
            let peaks = (1...4).map { "\($0)00.25\($0) \($0)0.5" }
            return switch self {
            case .mgf:
                ["BEGIN IONS", "TITLE=spectrum \(name)", "PEPMASS=500.5", "LOCUS=\(padding)", line] + peaks[..<3]
                    + ["END IONS"]
            case .ms2:
                ["S\t\(name)\t\(name)\t500.5", "I\tRTime\t1.5", "Z\t2\t1000", "D\ta\t\(padding)", line] + peaks
            }
        }
    }

    private static let entries = 20_000

    /// Every entry is read, whatever byte a block ends at: lines end in two bytes, which a cut may part.
    @Test("are put together without loss, and faults name the line of the file", arguments: Format.allCases)
    func blocks(format: Format) async throws {
        let broken = 15_000
        var lines = format.header
        for index in 1...Self.entries {
            lines += format.entry(index, index == broken ? "rubbish" : "50.5 1")
        }
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
        #expect(bytes.count > 8 << 20)
        let reading = try await Reading(bytes, jobs: 2)
        #expect(reading.spectra.map(\.index) == Array(0..<Self.entries))
        #expect(reading.message(broken - 1).contains("line \(2 + 9 * (broken - 1) + 5) "))
        #expect(reading.summary.setAside.values.reduce(0, +) == 1)
        let peaks = reading.spectra.compactMap { $0.spectrum?.peakCount }
        #expect(peaks == Array(repeating: format == .mgf ? 4 : 5, count: Self.entries - 1))
        #expect(Set(reading.spectra.map(\.nativeID)).count == Self.entries)
    }

    @Test("share the names that earlier blocks have used", arguments: Format.allCases)
    func names(format: Format) async throws {
        var lines = format.header
        for index in 1...Self.entries { lines += format.entry(index, "50.5 1") }
        lines += format.entry(1, "50.5 1")
        let reading = try await Reading((lines + [""]).joined(separator: "\n"), jobs: 2)
        #expect(reading.spectra.count == Self.entries + 1)
        #expect(reading[Self.entries]?.nativeID == "index=\(Self.entries)")
        #expect(reading[Self.entries - 1]?.nativeID != "index=\(Self.entries - 1)")
    }
}
