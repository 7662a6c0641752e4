import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// What the programs that write MGF make of it.
@Suite struct MGFDialectTests {
    private static func entry(_ parameters: String, peaks: String = "100 10\n200.5 20\n300.25 5.5") -> String {
        "BEGIN IONS\n\(parameters)\n\(peaks)\nEND IONS\n"
    }

    private func charges(_ peaks: String) async throws -> Reading {
        try await Reading(Self.entry("PEPMASS=500", peaks: peaks))
    }

    @Test("fragment charges in a third column, in all their spellings, become the charge array")
    func fragmentCharges() async throws {
        let reading = try await charges("100 10\t1+\n200 20 +2\n300\t30\t3\n400 40\n500 50 2-")
        #expect(
            reading[0]?.extraArrays == [
                ExtraArray(name: "charge array", accession: "MS:1000516", values: [1, 2, 3, 0, -2])
            ])
        #expect(reading.problems.isEmpty)
    }

    @Test("fragment charges are sorted with their peaks")
    func sortedCharges() async throws {
        #expect(try await charges("300 30 3\n100 10 1\n200 20")[0]?.extraArrays.map(\.values) == [[1, 0, 3]])
    }

    @Test("other text after an intensity is left out and said, and the peaks stay")
    func annotations() async throws {
        let reading = try await charges("100 10 1\n138.0 0.013 b1+1\n200 20 +-2")
        #expect(reading[0]?.mz == [100, 138, 200])
        #expect(reading[0]?.extraArrays == [])
        #expect(reading.problems == [.extraArrayLeftOut])
        #expect(reading.summary.problems[0].description.contains("\"b1+1\" after an intensity"))
    }

    @Test("Mascot: lists of charges, ranges of scans and times, precursor charge beside the mass")
    func mascot() async throws {
        let reading = try await Reading(
            Self.entry("TITLE=a\nPEPMASS=500.25 1e5 3+\nSCANS=5-10\nRTINSECONDS=10.5-12")
                + Self.entry("TITLE=b\nCHARGE=2+,3+ and 4+\nPEPMASS=600"))
        #expect(reading[0]?.precursors == [Precursor(mz: 500.25, charge: 3, intensity: 1e5)])
        #expect(reading[0]?.scanNumber == nil)
        #expect(reading[0]?.retentionTimeSeconds == 10.5)
        #expect(reading[1]?.precursors == [Precursor(mz: 600, possibleCharges: [2, 3, 4])])
    }

    // MARK: - Real files, facts read in their text

    private static let bruker = "ecoli-iontrap/Test1000Ecoli.mgf.gz"
    private static let distiller = "formats/jmzreader/custom_tags.mgf"

    @Test("Bruker DataAnalysis has charges beside the peaks", .enabled(if: TestData.isAvailable(bruker)))
    func brukerFile() async throws {
        let reading = try await Reading(path: TestData.path(Self.bruker))
        let first = try #require(reading[0])
        #expect(first.nativeID == "Cmpd 1, +MSn(759.7913), 7.3 min")
        #expect(first.precursors == [Precursor(mz: 759.79133, charge: 2, intensity: 7931)])
        // Its peaks have an empty third column; the first charge of the file is beside the peak at 665.14233.
        #expect(first.extraArrays.isEmpty)
        let charged = try #require(
            reading.spectra.compactMap(\.spectrum).first { $0.mz.contains(665.14233) && !$0.extraArrays.isEmpty })
        #expect(charged.extraArrays.map(\.name) == ["charge array"])
        let peak = try #require(charged.mz.firstIndex(of: 665.14233))
        #expect(charged.extraArrays.first?.values[peak] == 1)
    }

    @Test("Mascot Distiller has scans and times", .enabled(if: TestData.isAvailable(distiller)))
    func distillerFile() async throws {
        let first = try #require(try await Reading(path: TestData.path(Self.distiller))[0])
        #expect(first.scanNumber == 136)
        #expect(first.retentionTimeSeconds == 19.179)
        #expect(first.precursors == [Precursor(mz: 371.30721, charge: 1, intensity: 3294.0259)])
    }
}
