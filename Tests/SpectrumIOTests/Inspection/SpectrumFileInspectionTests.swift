import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("SpectrumFileInspection")
struct SpectrumFileInspectionTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func inspection(ofText text: String) async throws -> SpectrumFileInspection {
        try await SpectrumFileInspection.inspect(folder.write(text, to: "a.dat"), jobs: 1, takingDigest: false)
    }

    private func inspection(of spectra: [Spectrum], jobs: Int = 1) async throws -> SpectrumFileInspection {
        let written = try WrittenFile(spectra, .mzML)
        return try await SpectrumFileInspection.inspect(written.path, jobs: jobs, takingDigest: false)
    }

    private func fragments(
        _ index: Int, _ precursor: Precursor? = nil, signal: SignalMode = .centroid, mz: [Double] = [],
        time: Double? = nil,
        scan: ScanDescription = ScanDescription()
    ) -> Spectrum {
        Spectrum(
            index: index, nativeID: "scan=\(index + 1)", msLevel: 2, retentionTimeSeconds: time, signal: signal,
            precursors: precursor.map { [$0] } ?? [], scan: scan, mz: mz, intensities: mz.map { _ in 1 })
    }

    @Test("counts charges, possible charges and what is not stated apart")
    func charges() async throws {
        let found = try await inspection(of: [
            fragments(0, Precursor(mz: 400, charge: 2)), fragments(1, Precursor(mz: 400, charge: 3)),
            fragments(2, Precursor(mz: 400, charge: 2)), fragments(3, Precursor(mz: 400, possibleCharges: [2, 3])),
            fragments(4, Precursor(mz: 400)),
        ])
        #expect(found.charges == [2: 2, 3: 1, 0: 2])
        #expect(found.possibleChargesAlone == 1)
        #expect(found.withoutRetentionTime == 5)
        #expect(found.polarities == [SpectrumFileInspection.notStated: 5])
        #expect(found.chromatogram == nil)
    }

    @Test("counts activations by their methods and isolation windows by their width")
    func activation() async throws {
        func precursor(_ methods: [DissociationMethod], width: Double) -> Precursor {
            Precursor(
                mz: 400,
                isolationWindow: IsolationWindow(targetMZ: 400, lowerOffset: width / 2, upperOffset: width / 2),
                activation: Activation(methods: methods))
        }
        let found = try await inspection(of: [
            fragments(0, precursor([.hcd, .etd], width: 1.6)), fragments(1, precursor([.hcd], width: 1.6)),
            // Only the target is stated, which is no width.
            fragments(2, precursor([], width: 0)), fragments(3, Precursor(mz: 400)),
        ])
        #expect(found.activations == ["hcd+etd": 1, "hcd": 1, "not stated": 2])
        #expect(found.isolationWidths == ["1.6": 2, "not stated": 2])
    }

    @Test("levels that no instrument has are counted together")
    func deepLevels() async throws {
        let spectra = [1, 19, 20, 21, 5000].map { level in
            MzMLText.spectrum("scan=\(level)", MzMLText.term("MS:1000511", "\(level)"))
        }
        let found = try await inspection(ofText: MzMLText.file(spectra))
        #expect(found.levels.mapValues(\.spectra) == [1: 1, 19: 1, 20: 3])
    }

    @Test("spectra set aside are counted in their level and named as a problem")
    func setAside() async throws {
        let unreadable = MzMLText.array("MS:1000514", ["MS:1000523", "MS:1000576"], "?")
        let found = try await inspection(
            ofText: MzMLText.file([
                MzMLText.spectrum("scan=1", MzMLText.ms2, arrays: unreadable),
                MzMLText.spectrum("scan=2", MzMLText.ms2),
            ]))
        let level = try #require(found.levels[2])
        #expect(level.spectra == 2)
        #expect(level.profile == 1)
        #expect(level.setAside == 1)
        #expect(level.peaks.minimum == 3)
        #expect(found.setAside == [SetAsideReason.undecodableArray.rawValue: 1])
        #expect(found.problems.count == 1)
        #expect(found.problems[0].contains("scan=1"))
    }

    @Test("tells how the arrays are stored, and names the further ones with their range")
    func arrays() async throws {
        let terms = ["MS:1000523", "MS:1000574"].map { MzMLText.term($0) }.joined()
        let name = MzMLText.term("MS:1003006", name: "mean inverse reduced ion mobility array")
        let binary = "<binary>\(Arrays.mz64zlib)</binary>"
        let third = "<binaryDataArray encodedLength=\"0\">\(terms)\(name)\(binary)</binaryDataArray>"
        let found = try await inspection(
            ofText: MzMLText.file([
                MzMLText.spectrum("scan=1", MzMLText.ms1),
                MzMLText.spectrum("scan=2", MzMLText.ms1, arrays: MzMLText.arrays + third),
            ]))
        let stored = found.arrays.map { "\($0.arrays) \($0.content) \($0.numberType ?? "") \($0.compression)" }
        #expect(stored == ["2 m/z 64-bit float none", "2 intensity 32-bit float none", "1 other 64-bit float zlib"])
        #expect(found.extraArrays.map(\.name) == ["mean inverse reduced ion mobility array"])
        #expect(found.extraArrays.map(\.spectra) == [1])
        #expect(found.extraArrays.map(\.range) == [[100, 300.25]])
    }

    @Test("mzXML has its arrays in pairs, MGF has none")
    func arraysOfOtherFormats() async throws {
        let expected: [(WrittenSpectrumFormat, [String])] = [
            (.mzXML, ["m/z and intensity 64-bit float zlib"]), (.mgf, []),
        ]
        for (format, arrays) in expected {
            let written = try WrittenFile([Example.fragments(of: [Precursor(mz: 500, charge: 2)])], format)
            let found = try await SpectrumFileInspection.inspect(written.path, jobs: 1, takingDigest: false)
            #expect(found.arrays.map { "\($0.content) \($0.numberType ?? "") \($0.compression)" } == arrays)
        }
    }

    @Test(
        "MS-Numpress goes by the names of its encodings",
        .enabled(if: TestData.isAvailable("formats/msconvert/small-numpressLS.mzML")))
    func numpress() async throws {
        let path = TestData.path("formats/msconvert/small-numpressLS.mzML")
        let found = try await SpectrumFileInspection.inspect(path, jobs: 1, takingDigest: false)
        #expect(found.arrays.map(\.compression) == ["MS-Numpress linear", "MS-Numpress slof"])
        #expect(found.arrays.map(\.arrays) == [48, 48])
    }

    @Test("tells the compensation voltages of FAIMS and how many spectra have each")
    func compensationVoltages() async throws {
        let found = try await inspection(
            of: [-45.0, -60, -45].enumerated().map { index, voltage in
                fragments(index, scan: ScanDescription(ionMobilities: [IonMobility(.compensationVoltage, voltage)]))
            })
        try #require(found.ionMobility.count == 1)
        let mobility = found.ionMobility[0]
        #expect(mobility.quantity == "compensationVoltage")
        #expect(mobility.spectra == 3)
        #expect(mobility.range == [-60, -45])
        #expect(mobility.values.map(\.value) == [-60, -45])
        #expect(mobility.values.map(\.spectra) == [1, 2])
    }

    @Test("what stands before the spectra is told as the file has it")
    func header() async throws {
        let steps =
            MzMLText.term("MS:1000544", name: "Conversion to mzML") + MzMLText.term("MS:1000035", name: "peak picking")
            + MzMLText.term("MS:1000747", "12:00", name: "completion time")
        let processing =
            "<dataProcessingList count=\"1\"><dataProcessing id=\"d\"><processingMethod order=\"1\" softwareRef=\"p\">"
            + "\(steps)</processingMethod></dataProcessing></dataProcessingList>"
        let text = MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)])
        let found = try await inspection(ofText: text.replacing("<run ", with: processing + "<run "))
        #expect(found.processing == ["Conversion to mzML", "peak picking"])
        #expect(found.sourceFiles == ["a.raw"])
        #expect(found.software == ["pwiz 3.0"])
        #expect(found.instrument == "Q Exactive")
        #expect(found.runStartTime == "2020-01-02T03:04:05Z")
    }

    @Test("software outside of the vocabulary goes by the name that the file gives it")
    func customSoftware() async throws {
        let text = MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1)])
        func software(_ value: String) async throws -> [String] {
            let term = MzMLText.term("MS:1000799", value, name: "custom unreleased software tool")
            let named = "<software id=\"tool\" version=\"2\">\(term)</software></softwareList>"
            return try await inspection(ofText: text.replacing("</softwareList>", with: named)).software
        }
        #expect(try await software("Converter") == ["pwiz 3.0", "Converter 2"])
        #expect(try await software("") == ["pwiz 3.0", "tool 2"])
    }

    @Test("is the same for any number of workers", .enabled(if: TestData.isAvailable("bsa-lfq/BSA1.mzML.gz")))
    func workers() async throws {
        let path = TestData.path("bsa-lfq/BSA1.mzML.gz")
        let one = try await SpectrumFileInspection.inspect(path, jobs: 1, takingDigest: false)
        #expect(one.levels[2]?.spectra == 1120)
        #expect(try await SpectrumFileInspection.inspect(path, jobs: 3, takingDigest: false) == one)
    }
}
