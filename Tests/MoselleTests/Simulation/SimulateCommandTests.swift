import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("The command simulate")
struct SimulateCommandTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write(SyntheticProtein.fasta(SyntheticProtein.make(count: 120, seed: 3)), to: "proteins.fasta")
    }

    private func simulate(to output: String, _ options: [String] = []) throws -> ExecutableResult {
        try MoselleExecutable.run(
            ["simulate", "--proteins", folder.path("proteins.fasta"), "--output", folder.path(output)]
                + ["--fragment-spectra", "150", "--progress", "none"] + options)
    }

    private func files(of output: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(output))
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, try Data(contentsOf: folder.url.appending(path: "\(output)/\(name)")))
            })
    }

    private func spectra(_ path: String) async throws -> [Spectrum] {
        try await SpectrumFile(path: folder.path(path)).readAll().compactMap(\.spectrum)
    }

    // MARK: What it writes

    @Test("the same options give the same bytes with any number of threads, another seed gives others")
    func determinism() throws {
        let options = ["--groups", "a=1", "--groups", "b=1", "--run-format", "b_1=mzXML,profile"]
        for (output, jobs, seed) in [("one", "1", "5"), ("four", "4", "5"), ("other", "2", "6")] {
            let result = try simulate(to: output, options + ["--jobs", jobs, "--seed", seed])
            try #require(result.exitStatus == 0, "\(result.standardError)")
        }
        let one = try files(of: "one")
        #expect(
            one.keys.sorted() == [
                "a_1.mzML", "b_1.mzXML", "design.sdrf.tsv", "simulation.json", "truth.proteins.tsv",
                "truth.samples.tsv", "truth.spectra.tsv",
            ])
        #expect(try files(of: "four") == one)
        #expect(try files(of: "other")["a_1.mzML"] != one["a_1.mzML"])
    }

    @Test(
        "what a file says of a precursor is what the truth says it says, in every format",
        arguments: ["mzML", "mzXML", "mgf"])
    func stated(format: String) async throws {
        let result = try simulate(to: "out", ["--format", format, "--missing-charge", "20 %", "--gzip"])
        try #require(result.exitStatus == 0, "\(result.standardError)")
        let spectra = try await spectra("out/sample_1.\(format).gz").filter { $0.msLevel == 2 }
        let truth = try Table(contentsOf: folder.path("out/truth.spectra.tsv")).rows.filter { $0["component"] == "1" }
        try #require(spectra.count == truth.count && spectra.count > 100)
        for (spectrum, row) in zip(spectra, truth) {
            #expect(spectrum.nativeID == row["spectrum_id"])
            #expect(spectrum.scanNumber == row["scan"].flatMap(Int.init))
            #expect(spectrum.precursors.first?.mz == row.number("stated_mz"))
            #expect(spectrum.precursors.first?.charge == row["stated_charge"].flatMap(Int.init))
        }
        #expect(truth.contains { $0["stated_charge"] == "" })
    }

    @Test("fold changes between groups are those of the table of abundances")
    func foldChanges() throws {
        let accessions = SyntheticProtein.make(count: 120, seed: 3).map(\.accession)
        let rows = accessions.prefix(60).enumerated().map { "\($1)\t\(100 / Double($0 + 1))\t\($0 % 3 - 1)" }
        try folder.write(
            (["protein\tabundance\tlog2_fold_change.case"] + rows).joined(separator: "\n") + "\n", to: "abundances.tsv")
        let result = try simulate(
            to: "out", ["--groups", "control=2", "--groups", "case=2", "--abundances", folder.path("abundances.tsv")])
        try #require(result.exitStatus == 0, "\(result.standardError)")
        let proteins = try Table(contentsOf: folder.path("out/truth.proteins.tsv")).rows
        #expect(proteins.count == 240)
        for (number, accession) in accessions.enumerated() {
            let row = try #require(proteins.first { $0["protein"] == accession && $0["group"] == "case" })
            #expect(row["log2_fold_change"] == (number < 60 ? "\(Double(number % 3 - 1))" : ""), "\(row)")
        }
        let samples = try Table(contentsOf: folder.path("out/truth.samples.tsv")).rows
        #expect(samples.count == 4 * 60)
        let design = try Table(
            text: String(contentsOfFile: folder.path("out/design.sdrf.tsv"), encoding: .utf8)
                .replacing("comment[modification parameters]", with: "m", maxReplacements: 0))
        #expect(
            design.column("comment[data file]") == ["control_1.mzML", "control_2.mzML", "case_1.mzML", "case_2.mzML"])
        #expect(design.column("factor value[group]") == ["control", "control", "case", "case"])
    }

    @Test("tagged samples share a run, whose fragment spectra hold reporter ions in proportion to their amounts")
    func isobaricTags() async throws {
        let result = try simulate(
            to: "out",
            [
                "--tmt", "TMT6plex", "--groups", "a=3", "--groups", "b=3", "--changed", "60 %", "--fold-change", "4",
                "--foreign", "0 %", "--isolation-width", "0.4", "--modification", "Carbamidomethyl@C=100%",
            ])
        try #require(result.exitStatus == 0, "\(result.standardError)")
        let design = try Table(contentsOf: folder.path("out/design.sdrf.tsv"))
        #expect(design.column("comment[label]") == ["TMT126", "TMT127", "TMT128", "TMT129", "TMT130", "TMT131"])
        #expect(design.column("source name") == ["a_1", "b_1", "a_2", "b_2", "a_3", "b_3"])
        let truth = try Table(contentsOf: folder.path("out/truth.spectra.tsv")).rows
        #expect(
            truth.filter { $0["origin"] == "database" }.allSatisfy { $0["peptidoform"]?.contains("[TMT6plex]") == true }
        )

        let changes = try Table(contentsOf: folder.path("out/truth.proteins.tsv")).rows
            .filter { $0["group"] == "b" }
            .reduce(into: [:]) { $0[$1["protein"] ?? ""] = $1.number("log2_fold_change") }
        let alone = Dictionary(grouping: truth) { $0["spectrum_id"] ?? "" }.compactMapValues {
            $0.count == 1 ? $0[0] : nil
        }
        var compared = 0
        for spectrum in try await spectra("out/set_1.mzML") where spectrum.msLevel == 2 {
            guard let row = alone[spectrum.nativeID], let protein = row["proteins"], let change = changes[protein]
            else {
                continue
            }
            func reporter(_ mz: Double) -> Double {
                zip(spectrum.mz, spectrum.intensities).filter { abs($0.0 - mz) < 0.003 }.map(\.1).reduce(0, +)
            }
            let a = reporter(126.127_726) + reporter(128.134_436) + reporter(130.141_145)
            let b = reporter(127.124_761) + reporter(129.131_471) + reporter(131.138_180)
            guard a > 3e3, b > 3e3 else { continue }
            compared += 1
            #expect(abs(log2(b / a) - change) < 1.5, "\(protein): \(log2(b / a)) where \(change) is true")
        }
        #expect(compared > 20)
    }

    // MARK: Wrong use

    @Test(
        "a wrong option is refused with a sentence that says what would be right",
        arguments: [
            (["--missing-charge", "5"], "--missing-charge", 64), (["--groups", "a"], "--groups", 64),
            (["--groups", "a=2", "--groups", "a=1"], "named twice", 64),
            (["--fragment-spectra", "0"], "--fragment-spectra has to be from 1 to", 64),
            (["--format", "raw"], "--format", 64), (["--tmt", "TMT7"], "known are TMT6plex", 2),
            (["--run-format", "case_9=mgf"], "its runs are sample_1", 2),
            (["--modification", "Oxydation@M=5%"], "Oxidation", 2),
            (["--jobs", "0"], "--jobs has to be at least 1", 64),
        ])
    func wrongOption(_ options: [String], _ message: String, _ status: Int) throws {
        let result = try simulate(to: "out", options)
        #expect(result.exitStatus == status)
        #expect(result.standardError.contains(message), "\(result.standardError)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test("mistakes in inputs name the file, and files of others are not written over")
    func wrongInputs() throws {
        let missing = try MoselleExecutable.run(["simulate", "--proteins", "none.fasta", "--output", folder.path("o")])
        #expect(missing.exitStatus == 2 && missing.standardError.contains("none.fasta"))
        try folder.write(">A;B\nMKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSR\n", to: "list.fasta")
        let list = try MoselleExecutable.run([
            "simulate", "--proteins", folder.path("list.fasta"), "--output", folder.path("o"),
        ])
        #expect(list.exitStatus == 2 && list.standardError.contains("The accession 'A;B' holds a ';'"))
        try folder.write("protein\tabundance\nP1\t5\n", to: "bad.tsv")
        let bad = try simulate(to: "o", ["--abundances", folder.path("bad.tsv")])
        #expect(bad.exitStatus == 2 && bad.standardError.contains("bad.tsv:2: protein 'P1' is not in the FASTA"))
        try FileManager.default.createDirectory(atPath: folder.path("mine"), withIntermediateDirectories: true)
        try folder.write("precious", to: "mine/sample_1.mzML")
        let foreign = try simulate(to: "mine")
        #expect(foreign.exitStatus == 2 && foreign.standardError.contains("was not made by a simulation"))
        #expect(try String(contentsOfFile: folder.path("mine/sample_1.mzML"), encoding: .utf8) == "precious")
        let nowhere = try simulate(to: "proteins.fasta/out")
        #expect(nowhere.exitStatus == 1 && nowhere.standardError.contains("cannot be made"))
    }

    @Test("a signal ends it at once, with the status of the signal and without half a file")
    func signal() throws {
        let program = try MoselleExecutable.start([
            "simulate", "--proteins", folder.path("proteins.fasta"), "--output", folder.path("out"),
            "--fragment-spectra", "2000000", "--gradient-minutes", "200", "--jobs", "1",
        ])
        while program.isRunning, try !program.errorSoFar().contains("proteins, 1 runs") { usleep(2_000) }
        usleep(300_000)
        program.interrupt()
        let result = try program.wait()
        #expect(result.exitStatus == 130)
        #expect(result.standardError.contains("Stopping"))
        let left = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) ?? []
        #expect(left.isEmpty, "\(left)")
    }
}
