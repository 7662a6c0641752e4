import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("inspect --spectrum")
struct InspectSpectrumTests {
    private let folder: TemporaryDirectory
    private let path: String

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("a.mzML")
        let spectra = [
            Spectrum(index: 0, nativeID: "scan=7", scanNumber: 7, msLevel: 1, signal: .profile),
            Spectrum(
                index: 1, nativeID: "scan=8", scanNumber: 8, msLevel: 2, retentionTimeSeconds: 90, polarity: .positive,
                signal: .centroid,
                precursors: [
                    Precursor(
                        mz: 500.25, charge: 2,
                        isolationWindow: IsolationWindow(targetMZ: 500.25, lowerOffset: 0.75, upperOffset: 0.75),
                        activation: Activation(methods: [.hcd], collisionEnergy: 27.5))
                ], mz: [100.123456789, 200.5], intensities: [1.5, 20]),
        ]
        let writer = try SpectrumFileWriter(
            path: path, format: .mzML,
            description: SpectrumFileDescription(runID: "a", softwareVersion: "1", spectrumCount: 2))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
    }

    @Test(
        "prints the facts and the peaks as tab-separated text, by identifier or position",
        arguments: ["scan=8", "index=1"])
    func facts(wanted: String) throws {
        let result = try MoselleExecutable.run(["inspect", path, "--spectrum", wanted])
        #expect(result.exitStatus == 0)
        #expect(
            result.standardOutput == """
                # file\t\(path)
                # native id\tscan=8
                # index\t1
                # scan number\t8
                # MS level\t2
                # retention time [s]\t90.0
                # polarity\tpositive
                # signal\tcentroid
                # peaks\t2
                # total ion current\t21.5
                # precursor m/z\t500.25
                # precursor charge\t2
                # precursor isolation window [Th]\t499.5 to 501.0
                # precursor activation\thcd
                # precursor collision energy\t27.5
                mz\tintensity
                100.123456789\t1.5
                200.5\t20.0

                """)
    }

    @Test("says what it does not find, and what it does not take together")
    func refusals() throws {
        let absent = try MoselleExecutable.run(["inspect", path, "--spectrum", "scan=9"])
        #expect(absent.exitStatus == 1)
        #expect(absent.standardOutput.isEmpty)
        #expect(absent.standardError.contains("\(path): has no spectrum 'scan=9'; name a native identifier"))
        #expect(try MoselleExecutable.run(["inspect", path, path, "--spectrum", "scan=8"]).exitStatus == 64)
        #expect(try MoselleExecutable.run(["inspect", path, "--json", "--spectrum", "scan=8"]).exitStatus == 64)
    }
}
