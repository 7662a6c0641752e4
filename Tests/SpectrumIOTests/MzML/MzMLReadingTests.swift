import SpectrumIO
import SpectrumModel
import Testing

@Suite struct MzMLReadingTests {
    private let minute = "unitAccession=\"UO:0000031\" unitName=\"minute\""

    @Test("a fragment spectrum is read with everything that it states")
    func fragmentSpectrum() async throws {
        let isolation =
            MzMLText.term("MS:1000827", "500.5") + MzMLText.term("MS:1000828", "0.7")
            + MzMLText.term("MS:1000829", "0.8")
        let ion =
            MzMLText.term("MS:1000744", "500.25") + MzMLText.term("MS:1000041", "3")
            + MzMLText.term("MS:1000042", "1e5")
        let activation =
            MzMLText.term("MS:1000598") + MzMLText.term("MS:1000422") + MzMLText.term("MS:1000045", "28")
        let text = MzMLText.file([
            MzMLText.spectrum(
                "controllerType=0 controllerNumber=1 scan=7",
                MzMLText.ms2 + MzMLText.scanTime("1.5", minute)
                    + MzMLText.precursor(isolation: isolation, ions: [ion], activation: activation))
        ])
        let expected = Spectrum(
            index: 0, nativeID: "controllerType=0 controllerNumber=1 scan=7", scanNumber: 7, msLevel: 2,
            retentionTimeSeconds: 90, polarity: .positive, signal: .profile,
            precursors: [
                Precursor(
                    mz: 500.25, charge: 3, intensity: 1e5,
                    isolationWindow: IsolationWindow(targetMZ: 500.5, lowerOffset: 0.7, upperOffset: 0.8),
                    activation: Activation(methods: [.hcd, .etd], collisionEnergy: 28), sourceSpectrumID: "scan=1")
            ], mz: Arrays.mz, intensities: Arrays.intensities)
        #expect(try await Reading(text).spectra == [.spectrum(expected)])
    }

    @Test("all number types and zlib give the same peaks")
    func encodings() async throws {
        let zlib =
            MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000574"], Arrays.mz64zlib)
            + MzMLText.array("MS:1000515", ["MS:1000521", "MS:1000574"], Arrays.intensities32zlib)
        let narrow =
            MzMLText.array("MS:1000514", ["MS:1000521"], Arrays.mz32)
            + MzMLText.array("MS:1000515", ["MS:1000519"], Arrays.int32)
        let reading = try await Reading(
            MzMLText.file([
                MzMLText.spectrum("scan=1", MzMLText.ms1, arrays: zlib),
                MzMLText.spectrum("scan=2", MzMLText.ms1, arrays: narrow),
            ]))
        #expect(reading[0]?.mz == Arrays.mz)
        #expect(reading[0]?.intensities == Arrays.intensities)
        #expect(reading[1]?.mz == Arrays.mz)
        #expect(reading[1]?.intensities == [1, 2, -3])
    }

    @Test("parameter groups count as if they stood where they are referred to")
    func groups() async throws {
        let reference = { (id: String) in "<referenceableParamGroupRef ref=\"\(id)\"/>" }
        let groups =
            "<referenceableParamGroup id=\"s\">\(MzMLText.ms2)</referenceableParamGroup>"
            + "<referenceableParamGroup id=\"m\">\(MzMLText.term("MS:1000514") + MzMLText.term("MS:1000523"))"
            + "</referenceableParamGroup>"
        let arrays =
            "<binaryDataArray>\(reference("m"))<binary>\(Arrays.mz64)</binary></binaryDataArray>"
            + MzMLText.array("MS:1000515", ["MS:1000521"], Arrays.intensities32)
        let reading = try await Reading(
            MzMLText.file(
                [MzMLText.spectrum("scan=1", reference("s") + reference("none"), arrays: arrays)], groups: groups))
        #expect(reading[0]?.msLevel == 2)
        #expect(reading[0]?.signal == .profile)
        #expect(reading[0]?.mz == Arrays.mz)
        #expect(reading.problems == [.unknownParameterGroup])
    }

    @Test("the unit of the retention time decides, and without one there is no time")
    func timeUnits() async throws {
        let units = [minute, "unitAccession=\"UO:0000010\"", "unitName=\"second\"", "unitAccession=\"UO:0000028\"", ""]
        let spectra = units.map { MzMLText.spectrum("scan=1", MzMLText.ms1 + MzMLText.scanTime("12", $0)) }
        let reading = try await Reading(MzMLText.file(spectra))
        #expect(reading.spectra.map { $0.spectrum?.retentionTimeSeconds } == [720, 12, 12, 0.012, nil])
        #expect(reading.problems.contains(.unreadableRetentionTime))
    }

    @Test("without MS level the type of the spectrum decides, and without either it is set aside")
    func missingLevel() async throws {
        let reading = try await Reading(
            MzMLText.file([
                MzMLText.spectrum("scan=1", MzMLText.term("MS:1000579")),
                MzMLText.spectrum("scan=2", MzMLText.term("MS:1000580")), MzMLText.spectrum("scan=3", ""),
            ]))
        #expect(reading[0]?.msLevel == 1)
        #expect(reading[1]?.msLevel == 2)
        #expect(reading.reason(2) == .malformed)
    }

    @Test("bare numbers are scan numbers where all source files declare so")
    func declaredScheme() async throws {
        let spectra = [MzMLText.spectrum("17", MzMLText.ms1)]
        for (formats, scan) in [
            (["MS:1000776"], 17), (["MS:1000776", "MS:1000776"], 17), (["MS:1000768"], nil),
            (["MS:1000776", "MS:1000768"], nil), ([], nil),
        ] {
            let reading = try await Reading(MzMLText.file(spectra, nativeIDFormats: formats))
            #expect(reading[0]?.scanNumber == scan)
        }
    }

    @Test("identifiers keep their ampersands")
    func ampersand() async throws {
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("a=1&amp;2 &lt;&#65;", MzMLText.ms1)]))
        #expect(reading[0]?.nativeID == "a=1&2 <A")
    }

    @Test("peaks out of order are sorted and it is said")
    func unsorted() async throws {
        let arrays =
            MzMLText.array("MS:1000514", ["MS:1000523"], Arrays.unsortedMZ64)
            + MzMLText.array("MS:1000515", ["MS:1000521"], Arrays.intensities32)
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1, arrays: arrays)]))
        #expect(reading[0]?.mz == [100, 200.5, 300.25])
        #expect(reading[0]?.intensities == [20, 5.5, 10])
        #expect(reading.problems == [.unsortedPeaks])
    }

    @Test("the front matter becomes the header")
    func header() async throws {
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)], count: "1"))
        #expect(reading.summary.countsByLevel == [1: 1])
        #expect(reading.summary.peakCount == 3)
        #expect(reading.summary.problems.isEmpty)
    }
}
