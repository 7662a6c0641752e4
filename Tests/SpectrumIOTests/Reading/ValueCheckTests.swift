import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Values that are impossible or out of order.
@Suite struct ValueCheckTests {
    private static let minutes = "unitAccession=\"UO:0000031\""

    private func timed(_ times: [String]) -> String {
        MzMLText.file(
            times.enumerated().map { index, time in
                MzMLText.spectrum("scan=\(index + 1)", MzMLText.ms1 + MzMLText.scanTime(time, Self.minutes))
            })
    }

    @Test("times that go back are counted, and the first is said")
    func timeGoesBack() async throws {
        let reading = try await Reading(timed(["1", "2", "1.5", "1.5", "3", "0"]))
        #expect(reading.problems == [.timeGoesBack])
        #expect(reading.summary.problems.first?.count == 2)
        #expect(reading.summary.problems.first?.firstIndex == 2)
        #expect("\(reading.summary.problems)".contains("(first: index 2): 90.0 s after 120.0 s"))
    }

    @Test("times are compared across blocks, whatever the number of jobs")
    func acrossBlocks() async throws {
        // About five blocks, each with times that begin anew now and then.
        let times = (0..<30_000).map { "\(Double($0 % 4001) / 100)" }
        let text = Array(timed(times).utf8)
        let one = try await Reading(text, jobs: 1)
        #expect(one.summary.problems.first?.count == 7)
        #expect(one.summary.problems.first?.firstIndex == 4001)
        #expect(try await Reading(text, jobs: 3).summary == one.summary)
    }

    @Test("entries of MGF files have no order in time")
    func mgf() async throws {
        let entry = "BEGIN IONS\nPEPMASS=500\nRTINSECONDS=%\n100 1\nEND IONS\n"
        let reading = try await Reading(["2", "1"].map { entry.replacing("%", with: $0) }.joined())
        #expect(reading.spectra.count == 2)
        #expect(reading.problems.isEmpty)
    }

    @Test("times that are no finite numbers are left out and said", arguments: ["nan", "inf", "-inf", "1e999"])
    func notFiniteTime(time: String) async throws {
        let mgf = try await Reading("BEGIN IONS\nPEPMASS=500\nRTINSECONDS=\(time)\n100 1\nEND IONS\n")
        #expect(mgf[0]?.retentionTimeSeconds == nil)
        #expect(mgf.problems == [.unreadableRetentionTime])
        let mzML = try await Reading(timed([time]))
        #expect(mzML[0]?.retentionTimeSeconds == nil)
        #expect(mzML.problems == [.unreadableRetentionTime])
    }

    @Test("numbers of a precursor that are not finite are left out and said")
    func notFinitePrecursor() async throws {
        let terms = MzMLText.precursor(
            isolation: MzMLText.term("MS:1000827", "500") + MzMLText.term("MS:1000828", "inf"),
            ions: [MzMLText.term("MS:1000744", "500.25") + MzMLText.term("MS:1000042", "nan")],
            activation: MzMLText.term("MS:1000045", "-inf"))
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms2 + terms)]))
        #expect(reading[0]?.precursors == [Precursor(mz: 500.25, sourceSpectrumID: "scan=1")])
        #expect(reading.problems == [.notFiniteNumber])
    }

    @Test("negative intensities are kept and counted by spectrum; negative m/z and what is not finite are set aside")
    func peaks() async throws {
        func entry(_ peaks: String) -> String { "BEGIN IONS\nPEPMASS=500\n\(peaks)\nEND IONS\n" }
        let reading = try await Reading(
            [entry("100 -1\n200 -2"), entry("100 1"), entry("-100 1"), entry("100 nan")].joined())
        #expect(reading[0]?.intensities == [-1, -2])
        #expect((0..<4).map(reading.reason) == [nil, nil, .invalidValues, .invalidValues])
        #expect(reading.problems == [.negativeIntensities])
        #expect(reading.summary.problems.first?.count == 1)
    }

    @Test("identifiers used again are counted, from the second on")
    func repeatedIdentifiers() async throws {
        let ids = ["scan=1", "scan=2", "scan=1", "scan=3", "scan=2", "scan=1"]
        let reading = try await Reading(MzMLText.file(ids.map { MzMLText.spectrum($0, MzMLText.ms1) }))
        #expect(reading.problems == [.repeatedNativeID])
        #expect(reading.summary.problems.first?.count == 3)
        #expect(reading.summary.problems.first?.firstIndex == 2)
    }
}
