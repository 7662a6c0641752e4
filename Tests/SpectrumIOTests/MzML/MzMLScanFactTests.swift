import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzMLScanFactTests {
    private let millisecond = "unitAccession=\"UO:0000028\""

    private func scan(_ terms: String, windows: [(String, String)] = []) -> String {
        let list = windows.map {
            "<scanWindow>" + MzMLText.term("MS:1000501", $0) + MzMLText.term("MS:1000500", $1) + "</scanWindow>"
        }
        return "<scan>\(terms)<scanWindowList count=\"\(windows.count)\">\(list.joined())</scanWindowList></scan>"
    }

    private func reading(_ scans: String, terms: String = "") async throws -> Reading {
        let text = MzMLText.ms1 + terms + "<scanList count=\"1\">\(scans)</scanList>"
        return try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", text)]))
    }

    @Test("windows, injection time, filter string and compensation voltage are kept")
    func facts() async throws {
        let terms =
            MzMLText.term("MS:1000512", "FTMS + p NSI &lt;x&gt; cv=-40.00 Full ms")
            + MzMLText.term("MS:1000927", "12.5", more: millisecond)
        let reading = try await reading(
            scan(terms, windows: [("350", "1600.5"), ("100", "200")]), terms: MzMLText.term("MS:1001581", "-40.0"))
        #expect(
            reading[0]?.scan
                == ScanDescription(
                    windows: [ScanWindow(lowerMZ: 350, upperMZ: 1600.5), ScanWindow(lowerMZ: 100, upperMZ: 200)],
                    injectionTimeMilliseconds: 12.5, filterString: "FTMS + p NSI <x> cv=-40.00 Full ms",
                    ionMobilities: [IonMobility(.compensationVoltage, -40)]))
        #expect(reading.problems.isEmpty)
    }

    @Test("times are converted to milliseconds, and one without unit has the term's own")
    func units() async throws {
        for (unit, expected) in [(millisecond, 0.5), ("unitAccession=\"UO:0000010\"", 500), ("", 0.5)] {
            let reading = try await reading(
                scan(MzMLText.term("MS:1000927", "0.5", more: unit) + MzMLText.term("MS:1002476", "0.5", more: unit)))
            #expect(reading[0]?.scan.injectionTimeMilliseconds == expected)
            #expect(reading[0]?.scan.ionMobilities[.driftTime] == expected)
        }
    }

    @Test("of several scans the first that states a fact gives it")
    func severalScans() async throws {
        let first = scan("", windows: [("100", "200")])
        let second = scan(MzMLText.term("MS:1002815", "1.25"), windows: [("300", "400")])
        let third = scan(MzMLText.term("MS:1002815", "0.5"))
        let reading = try await reading(first + second + third)
        #expect(reading[0]?.scan.windows == [ScanWindow(lowerMZ: 100, upperMZ: 200)])
        #expect(reading[0]?.scan.ionMobilities == [IonMobility(.inverseReducedMobility, 1.25)])
    }

    @Test("numbers that are none are left out and it is said")
    func unreadable() async throws {
        let terms = ["MS:1000927", "MS:1002815"].map { MzMLText.term($0, "none") }.joined()
        let reading = try await reading(scan(terms, windows: [("x", "200"), ("200", "100")]))
        #expect(reading[0]?.scan == ScanDescription())
        #expect(reading.problems == [.unreadableScanFact])
    }

    @Test("each selected ion has its own mobility, and each precursor the spectrum it came from")
    func precursors() async throws {
        let ions = [("500", "1.5"), ("600", "0.75")].map {
            MzMLText.term("MS:1000744", $0) + MzMLText.term("MS:1002815", $1)
        }
        let one = MzMLText.precursor(ions: ions)
        let two = MzMLText.precursor(ions: [MzMLText.term("MS:1000744", "700")])
            .replacing("scan=1", with: "scan=2")
        let both = (one + two).replacing("</precursorList><precursorList count=\"1\">", with: "")
        let level3 = MzMLText.term("MS:1000511", "3")
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=3", level3 + both)]))
        let precursors = try #require(reading[0]?.precursors)
        #expect(precursors.map(\.mz) == [500, 600, 700])
        #expect(precursors.map { $0.ionMobilities[.inverseReducedMobility] } == [1.5, 0.75, nil])
        #expect(precursors.map(\.sourceSpectrumID) == ["scan=1", "scan=1", "scan=2"])
    }

    @Test("limits that are called offsets are limits", arguments: [(758.5, 761.0, 1.5, 1.0), (1.5, 1.0, 1.5, 1.0)])
    func limitsAsOffsets(lower: Double, upper: Double, lowerOffset: Double, upperOffset: Double) async throws {
        let terms =
            MzMLText.term("MS:1000827", "760") + MzMLText.term("MS:1000828", "\(lower)")
            + MzMLText.term("MS:1000829", "\(upper)")
        let spectrum = MzMLText.spectrum("scan=1", MzMLText.ms2 + MzMLText.precursor(isolation: terms, ions: []))
        let reading = try await Reading(MzMLText.file([spectrum]))
        let expected = IsolationWindow(targetMZ: 760, lowerOffset: lowerOffset, upperOffset: upperOffset)
        #expect(reading[0]?.precursors.first?.isolationWindow == expected)
        #expect(reading.problems == (lower > 100 ? [.limitsAsOffsets] : []))
    }

    @Test("limits of the isolation window stand for its target and offsets")
    func isolationLimits() async throws {
        let limits = MzMLText.term("MS:1000794", "499") + MzMLText.term("MS:1000793", "502")
        for (terms, target) in [(limits, 500.5), (MzMLText.term("MS:1000827", "500") + limits, 500)] {
            let precursor = MzMLText.precursor(isolation: terms, ions: [])
            let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms2 + precursor)]))
            let window = reading[0]?.precursors.first?.isolationWindow
            #expect(window?.targetMZ == target)
            #expect(window?.lowerMZ == 499)
            #expect(window?.upperMZ == 502)
        }
    }

    // MARK: - Real files, facts read in their text

    private static let faims = "tmt-itraq/tmt18test.mzML.gz"
    private static let multinotch = "tmt-itraq/TMT10-Trial-8.mzML.gz"

    @Test("a FAIMS run states its voltage and filter", .enabled(if: TestData.isAvailable(faims)))
    func faimsRun() async throws {
        let reading = try await Reading(path: TestData.path(Self.faims))
        #expect(reading[0]?.scan.ionMobilities == [IonMobility(.compensationVoltage, -40)])
        #expect(reading[0]?.scan.filterString == "FTMS + c NSI cv=-40.00 Full ms [350.0000-1600.0000]")
        #expect(reading[0]?.scan.injectionTimeMilliseconds == 0.694419264793)
        #expect(reading[0]?.scan.windows == [ScanWindow(lowerMZ: 350, upperMZ: 1600)])
    }

    @Test("a multinotch MS3 spectrum has its six precursors", .enabled(if: TestData.isAvailable(multinotch)))
    func multinotchRun() async throws {
        let spectra = try await Reading(path: TestData.path(Self.multinotch)).spectra.compactMap(\.spectrum)
        let notched = try #require(spectra.first { $0.precursors.count > 1 })
        #expect(notched.precursors.compactMap(\.mz).prefix(5) == [748.609985351563, 755.27, 768.57, 784.43, 786.49])
        #expect(notched.precursors.count == 6)
        // Five notches of the MS2 scan, and the ion of the survey scan that they came from.
        let sources = notched.precursors.compactMap { $0.sourceSpectrumID?.split(separator: " ").last }
        #expect(sources == ["scan=501", "scan=501", "scan=501", "scan=501", "scan=501", "scan=497"])
    }
}
