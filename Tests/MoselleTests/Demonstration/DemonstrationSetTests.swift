import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("The demonstration data")
struct DemonstrationSetTests {
    /// `make spectra` runs this one alone.
    @Test(
        "are written to Spectra/ on request",
        .enabled(if: ProcessInfo.processInfo.environment["MOSELLE_WRITE_SPECTRA"] == "1"))
    func write() throws {
        try FileManager.default.createDirectory(at: DemonstrationSet.folder, withIntermediateDirectories: true)
        try DemonstrationSet().write(to: DemonstrationSet.folder)
    }

    @Test("in the repository are those the seeds make")
    func isReproducible() async throws {
        let set = DemonstrationSet()
        let kept = DemonstrationSet.folder
        let fasta = try String(contentsOf: kept.appending(path: "demo.fasta"), encoding: .utf8)
        #expect(fasta == SyntheticProtein.fasta(set.proteins))
        let truth = try String(contentsOf: kept.appending(path: "demo.truth.tsv"), encoding: .utf8)
        #expect(truth == set.truthTable)

        let file = try SpectrumFile(path: kept.appending(path: "demo.mzML").path)
        let spectra = try await file.readAll().compactMap(\.spectrum)
        try #require(spectra.count == set.run.spectra.count)
        for (read, made) in zip(spectra, set.run.spectra) {
            try #require(read.nativeID == made.nativeID && read.mz.count == made.mz.count)
            // Other versions of the C library may differ in the last bits of exponentials.
            #expect(zip(read.mz, made.mz).allSatisfy { abs($0 - $1) <= 1e-9 * $1 })
            #expect(zip(read.intensities, made.intensities).allSatisfy { abs($0 - $1) <= 1e-5 * $1 })
        }
    }
}
