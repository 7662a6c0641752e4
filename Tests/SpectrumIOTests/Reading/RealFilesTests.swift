import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Facts about real files, found with pyteomics 4.
@Suite struct RealFilesTests {
    private static let mzML = "bsa-lfq/BSA1.mzML.gz"
    private static let mzXML = "shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz"
    private static let mgf = "yeast-calibratible/SmallCalibratibleYeast.mgf.gz"

    @Test("BSA1 has its 564 MS1 and 1,120 MS2 spectra", .enabled(if: TestData.isAvailable(mzML)))
    func bsa() async throws {
        let reading = try await Reading(path: TestData.path(Self.mzML), jobs: 2)
        #expect(reading.summary.countsByLevel == [1: 564, 2: 1120])
        #expect(reading.summary.peakCount == 479_455)
        #expect(reading[1683]?.nativeID == "spectrum=3561")
        #expect(reading[0]?.intensities.prefix(1) == [Double(Float(3431.0261))])
    }

    @Test("an mzXML excerpt has its 1,001 scans", .enabled(if: TestData.isAvailable(mzXML)))
    func shewanella() async throws {
        let reading = try await Reading(path: TestData.path(Self.mzXML), jobs: 2)
        #expect(reading.spectra.count == 1001)
        #expect(reading.summary.peakCount == 143_220)
        #expect(reading[0]?.scanNumber == 45_000)
        #expect(reading[0]?.mz.prefix(2) == [Double(Float(101.071846)), Double(Float(110.07146))])
        #expect(reading[1]?.precursors.map(\.mz) == [1216.253295898438])
        #expect(reading[1]?.precursors.map(\.charge) == [3])
    }

    @Test("an MGF file has its 118 entries", .enabled(if: TestData.isAvailable(mgf)))
    func yeast() async throws {
        let reading = try await Reading(path: TestData.path(Self.mgf))
        #expect(reading.spectra.count == 118)
        #expect(reading.summary.peakCount == 20_252)
        #expect(reading[0]?.scanNumber == 2)
        #expect(reading[0]?.retentionTimeSeconds == 1443.6643)
        #expect(reading[0]?.precursors == [Precursor(mz: 488.73, charge: 2)])
        #expect(reading[0]?.mz.first == 101.070694)
    }

    @Test(
        "the number of jobs changes nothing", .enabled(if: TestData.isAvailable(mzML, mzXML, mgf)),
        arguments: [mzML, mzXML, mgf])
    func jobs(file: String) async throws {
        let one = try await Reading(path: TestData.path(file), jobs: 1)
        #expect(try await Reading(path: TestData.path(file), jobs: 2) == one)
        #expect(try await Reading(path: TestData.path(file), jobs: 7) == one)
    }
}
