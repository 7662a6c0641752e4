import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("inspect --spectra")
struct InspectSpectraTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// The peaks of a spectrum in MGF, where every number is written out.
    private static let mgf = """
        BEGIN IONS
        TITLE=a
        PEPMASS=500.25
        CHARGE=2+ and 3+
        RTINSECONDS=12.5
        100.5 3
        200.25 7.5
        END IONS

        """

    @Test("prints a table with a line for each spectrum, from a file and from standard input")
    func table() throws {
        let path = try folder.write(Self.mgf, to: "a.mgf")
        let result = try MoselleExecutable.run(["inspect", path, "--spectra"])
        #expect(result.exitStatus == 0)
        #expect(result.standardError.isEmpty)
        let table = try Table(text: result.standardOutput)
        #expect(table.rows.count == 1)
        #expect(table.column("native_id") == ["index=0"] || table.column("native_id") == ["a"])
        #expect(table.column("precursor_possible_charges") == ["2,3"])
        #expect(table.numbers("total_ion_current") == [10.5])
        // zlib.crc32(struct.pack("<4d", 100.5, 200.25, 3, 7.5))
        #expect(table.column("peaks_crc32") == ["3867523838"])
        let piped = try MoselleExecutable.run(["inspect", "-", "--spectra"], input: Self.mgf)
        #expect(piped.standardOutput == result.standardOutput)
    }

    @Test("a damaged spectrum has its line and makes the exit status 1")
    func damaged() throws {
        let path = try folder.write(Self.mgf.replacing("7.5", with: "nan"), to: "a.mgf")
        let result = try MoselleExecutable.run(["inspect", path, "--spectra"])
        #expect(result.exitStatus == 1)
        let table = try Table(text: result.standardOutput)
        #expect(table.rows.count == 1)
        #expect(table.column("set_aside") != [""])
        #expect(table.column("peaks_crc32") == [""])
    }

    @Test("says what it does not take together, and what is no spectra file")
    func refusals() throws {
        let path = try folder.write(Self.mgf, to: "a.mgf")
        #expect(try MoselleExecutable.run(["inspect", path, path, "--spectra"]).exitStatus == 64)
        #expect(try MoselleExecutable.run(["inspect", path, "--spectra", "--json"]).exitStatus == 64)
        #expect(try MoselleExecutable.run(["inspect", path, "--spectra", "--spectrum", "a"]).exitStatus == 64)
        let proteins = try MoselleExecutable.run([
            "inspect", try folder.write(">a\nPEPTIDE\n", to: "a.fasta"), "--spectra",
        ])
        #expect(proteins.exitStatus == 1)
        #expect(proteins.standardError.contains("is not mzML, mzXML, MGF or MS2"))
    }

    @Test("a table that cannot be written to its end is an error")
    func fullDisk() throws {
        let path = try folder.write(Self.mgf, to: "a.mgf")
        let program = try MoselleExecutable.url().path
        let result = try RunningExecutable(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", "\"$0\" inspect \"$1\" --spectra > /dev/full", program, path], folder: nil,
            environment: [:], input: ""
        ).wait()
        #expect(result.exitStatus == 1)
        #expect(result.standardError.contains("standard output cannot be written"))
    }
}
