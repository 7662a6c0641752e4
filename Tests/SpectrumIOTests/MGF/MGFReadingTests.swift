import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MGFReadingTests {
    private static let entry = """
        BEGIN IONS
        TITLE=run.7.7.2
        PEPMASS=500.25 1e5
        CHARGE=2+
        RTINSECONDS=90.5-92
        # a comment
        100 10
        200.5\t20 2+

        300.25   5.5
        END IONS

        """

    private func charge(_ value: String) -> (Int?, [Int]) {
        let charge = MGFCharge(value)
        return (charge?.charges.count == 1 ? charge?.charges[0] : nil, charge?.charges ?? [])
    }

    @Test("an entry is read with everything that it states")
    func entry() async throws {
        let expected = Spectrum(
            index: 0, nativeID: "run.7.7.2", scanNumber: 7, msLevel: 2, retentionTimeSeconds: 90.5, polarity: .positive,
            signal: .centroid, precursors: [Precursor(mz: 500.25, charge: 2, intensity: 1e5)], mz: Arrays.mz,
            intensities: Arrays.intensities,
            extraArrays: [ExtraArray(name: "charge array", accession: "MS:1000516", values: [0, 2, 0])])
        #expect(try await Reading(Self.entry).spectra == [.spectrum(expected)])
    }

    @Test("all line ends give the same spectra", arguments: ["\n", "\r\n", "\r", "\r\r\r", " \t\n"])
    func lineEnds(end: String) async throws {
        let text = (Self.entry + Self.entry.replacing(".7.7.", with: ".8.8.")).replacing("\n", with: end)
        let reading = try await Reading(text)
        #expect(reading.spectra.map(\.nativeID) == ["run.7.7.2", "run.8.8.2"])
        #expect(reading[1]?.mz == Arrays.mz)
    }

    @Test("charges in all their spellings")
    func charges() {
        #expect(charge("2+") == (2, [2]))
        #expect(charge("3-") == (3, [3]))
        #expect(MGFCharge("3-")?.polarity == .negative)
        #expect(charge("+2") == (2, [2]))
        #expect(charge("2.0+") == (2, [2]))
        #expect(charge("2+ and 3+") == (nil, [2, 3]))
        #expect(charge("3,2") == (nil, [2, 3]))
        #expect(charge("0") == (nil, []))
        #expect(MGFCharge("Mr") == nil)
        #expect(MGFCharge("null") == nil)
    }

    @Test("the charge of the header holds where an entry has none")
    func headerCharge() async throws {
        let text = "COM=x\nCHARGE=2+ and 3+\n" + Self.entry + Self.entry.replacing("CHARGE=2+\n", with: "")
        let reading = try await Reading(text)
        #expect(reading[0]?.precursors.first?.charge == 2)
        #expect(reading[1]?.precursors.first?.possibleCharges == [2, 3])
    }

    @Test("a title used before does not identify a spectrum")
    func repeatedTitle() async throws {
        let reading = try await Reading(Self.entry + Self.entry)
        #expect(reading.spectra.map(\.nativeID) == ["run.7.7.2", "index=1"])
        #expect(reading.problems == [.repeatedTitle])
    }

    @Test("SCANS states the scan where it is one scan")
    func scans() async throws {
        let text = ["12", "12-14", "x"].map { Self.entry.replacing("PEPMASS", with: "SCANS=\($0)\nPEPMASS") }.joined()
        #expect(try await Reading(text).spectra.map { $0.spectrum?.scanNumber } == [12, nil, nil])
    }

    @Test("a malformed line sets its entry aside with the number of the line, and the next is read")
    func malformedLine() async throws {
        let text = Self.entry.replacing("100 10", with: "100 ten") + Self.entry.replacing("7.7", with: "8.8")
        let reading = try await Reading(text)
        #expect(reading.reason(0) == .malformed)
        #expect(reading.message(0).contains("line 7 is no peak"))
        #expect(reading[1]?.nativeID == "run.8.8.2")
    }

    @Test("an entry without END IONS before the next is set aside")
    func unfinished() async throws {
        let reading = try await Reading(Self.entry.replacing("END IONS\n", with: "") + Self.entry)
        #expect(reading.reason(0) == .malformed)
        #expect(reading[1]?.peakCount == 3)
    }

    @Test("peaks that are not finite are set aside")
    func notFinite() async throws {
        #expect(try await Reading(Self.entry.replacing("100 10", with: "100 NaN")).reason(0) == .invalidValues)
    }

    @Test("lines outside of entries are counted")
    func outside() async throws {
        let reading = try await Reading("1224\n" + Self.entry + "text\n")
        #expect(reading.summary.problems.map(\.count) == [2])
        #expect(reading.problems == [.textOutsideSpectra])
    }

    @Test("a file cut anywhere but between entries is an error")
    func truncated() async throws {
        let bytes = Array((Self.entry + Self.entry.replacing("7.7", with: "8.8")).utf8)
        let folder = try TemporaryDirectory()
        let between = [Self.entry.utf8.count - 2, Self.entry.utf8.count - 1, Self.entry.utf8.count]
        for cut in 1..<(bytes.count - 2) where !between.contains(cut) {
            let path = try folder.write(Array(bytes[..<cut]), to: "cut.mgf")
            await #expect(throws: SpectrumReadError.self, "cut at \(cut)") { try await Reading(path: path) }
        }
    }
}
