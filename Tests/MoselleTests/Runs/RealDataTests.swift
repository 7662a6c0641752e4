import Foundation
import TestSupport
import Testing

@Suite("Searches of real runs")
struct RealDataTests {
    private static let spectra = "shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz"
    private static let proteins = "shewanella-qe/Shewanella_oneidensis_MR1_2010-04-22_Tryp_Pig_Bov.fasta.gz"

    /// Other programs accept 257 to 310 matches of this run at 1 %.
    @Test(
        "a Q Exactive run of Shewanella gives at least 250 matches and 200 peptides at 1 %",
        .enabled(if: TestData.isAvailable(spectra, proteins)), arguments: ["closed-search", "defaults"])
    func shewanella(_ workflow: String) throws {
        let folder = try TemporaryDirectory()
        let defaults = """
            moselle: 1
            stages: [{ uses: pick-peaks }, { uses: search }, { uses: confidence }, { uses: tables }]

            """
        let path = workflow == "defaults" ? try folder.write(defaults, to: "defaults.yaml") : Experiment.workflow
        let result = try MoselleExecutable.run([
            "run", path, "--spectra", TestData.path(Self.spectra), "--proteins", TestData.path(Self.proteins),
            "--output", folder.path("out"),
        ])
        #expect(result.exitStatus == 0, "\(result.standardError)")
        let psms = try Table(contentsOf: folder.path("out/psms.tsv"))
        #expect(psms.rows.count >= 250)
        #expect(psms.rows.count < 400, "more than any other program finds would be an error rate that is too low")
        #expect(try Table(contentsOf: folder.path("out/peptides.tsv")).rows.count >= 200)
        let spectra = try Table(contentsOf: folder.path("out/spectra.tsv"))
        #expect(spectra.numbers("spectra").reduce(0, +) == 1001, "79 survey and 922 fragment spectra")
        // Elutions of this excerpt lie between 78 and 81 minutes.
        #expect(psms.numbers("retention_time_min").allSatisfy { (70...90).contains($0) })
    }

    @Test(
        "an MGF of yeast with ion trap fragments gives at least 100 matches at 1 %",
        .enabled(if: TestData.isAvailable("xtandem-yeast/test_spectra.mgf.gz", "fasta/yeast.fasta.gz")))
    func yeast() throws {
        let folder = try TemporaryDirectory()
        let result = try MoselleExecutable.run([
            "run", TestData.packageRoot.appending(path: "Workflows/ion-trap.yaml").path,
            "--spectra", TestData.path("xtandem-yeast/test_spectra.mgf.gz"),
            "--proteins", TestData.path("fasta/yeast.fasta.gz"), "--output", folder.path("out"),
        ])
        #expect(result.exitStatus == 0, "\(result.standardOutput)\(result.standardError)")
        #expect(try Table(contentsOf: folder.path("out/psms.tsv")).rows.count >= 100)
    }

    private static let sameRun = [
        "SmallCalibratibleYeast.mgf.gz", "SmallCalibratibleYeast.mzml.gz", "SmallCalibratibleYeast_mixed_bits.mzml.gz",
    ].map { "yeast-calibratible/\($0)" }

    @Test(
        "one run as MGF, as mzML and as mzML of mixed precision gives the same matches",
        .enabled(if: sameRun.allSatisfy { TestData.isAvailable($0) } && TestData.isAvailable("fasta/yeast.fasta.gz")))
    func formats() throws {
        let folder = try TemporaryDirectory()
        var found: [[String]] = []
        for (number, name) in Self.sameRun.enumerated() {
            let result = try MoselleExecutable.run([
                "run", Experiment.workflow, "--spectra", TestData.path(name),
                "--proteins", TestData.path("fasta/yeast.fasta.gz"), "--output", folder.path("\(number)"),
                // MGF has no survey spectra to look precursors up in.
                "--set", "confidence.fdr=5 %", "--set", "pick-peaks.precursors=as-stated",
            ])
            #expect(result.exitStatus == 0, "\(name): \(result.standardOutput)")
            let psms = try Table(contentsOf: folder.path("\(number)/psms.tsv"))
            found.append(psms.rows.map { "\($0["peptidoform"] ?? "")/\($0["charge"] ?? "")" }.sorted())
        }
        #expect(found[0].count >= 40)
        #expect(found[1] == found[0])
        #expect(found[2] == found[0])
    }
}
