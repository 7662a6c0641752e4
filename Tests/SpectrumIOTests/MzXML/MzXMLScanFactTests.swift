import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzXMLScanFactTests {
    private func reading(_ attributes: String, precursors: String = "") async throws -> Reading {
        try await Reading(
            "<mzXML xmlns=\"http://sashimi.sourceforge.net/schema_revision/mzXML_3.2\"><msRun scanCount=\"1\">"
                + "<scan num=\"7\" peaksCount=\"3\" \(attributes)>\(precursors)<peaks precision=\"32\">"
                + "\(Arrays.pairs32)</peaks></scan></msRun></mzXML>")
    }

    @Test("range, filter line and compensation voltage are kept")
    func facts() async throws {
        let reading = try await reading(
            "msLevel=\"1\" startMz=\"350\" endMz=\"1600.5\" filterLine=\"FTMS &lt;x&gt;\" compensationVoltage=\"-45\"")
        #expect(
            reading[0]?.scan
                == ScanDescription(
                    windows: [ScanWindow(lowerMZ: 350, upperMZ: 1600.5)], filterString: "FTMS <x>",
                    ionMobilities: [IonMobility(.compensationVoltage, -45)]))
    }

    @Test("a range without extent is none", arguments: ["startMz=\"0\" endMz=\"0\"", "startMz=\"5\"", "endMz=\"x\""])
    func noRange(attributes: String) async throws {
        #expect(try await reading("msLevel=\"1\" \(attributes)")[0]?.scan == ScanDescription())
    }

    @Test("an MS3 scan has its precursors in the order of the file, each with the scan it came from")
    func level3() async throws {
        let precursors =
            "<precursorMz precursorScanNum=\"6\" precursorIntensity=\"0\" activationMethod=\"HCD\">400.5</precursorMz>"
            + "<precursorMz precursorScanNum=\"5\" precursorIntensity=\"9\" windowWideness=\"2\">600.25</precursorMz>"
        let spectrum = try #require(try await reading("msLevel=\"3\" polarity=\"-\"", precursors: precursors)[0])
        #expect(spectrum.msLevel == 3)
        #expect(spectrum.polarity == .negative)
        #expect(spectrum.precursors.map(\.mz) == [400.5, 600.25])
        #expect(spectrum.precursors.map(\.sourceSpectrumID) == ["scan=6", "scan=5"])
        #expect(
            spectrum.precursors[1].isolationWindow
                == IsolationWindow(targetMZ: 600.25, lowerOffset: 1, upperOffset: 1))
    }

    private static let faims = "tmt-itraq/tmt_data_18.mzXML.gz"

    @Test("a real MS3 run keeps its filter lines", .enabled(if: TestData.isAvailable(faims)))
    func realRun() async throws {
        let reading = try await Reading(path: TestData.path(Self.faims))
        let spectrum = try #require(reading.spectra.compactMap(\.spectrum).first { $0.msLevel == 3 })
        #expect(spectrum.nativeID == "scan=7")
        #expect(
            spectrum.scan
                == ScanDescription(
                    windows: [ScanWindow(lowerMZ: 100, upperMZ: 1000)],
                    filterString: "FTMS + c NSI cv=-60.00 Full ms3 496.5587@cid35.00 556.1690@hcd55.00"
                        + " [100.0000-1000.0000]"))
    }
}
