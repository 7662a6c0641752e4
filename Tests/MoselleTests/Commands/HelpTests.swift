import Foundation
import TestSupport
import Testing

@Suite("Help and wrong command lines")
struct HelpTests {
    /// Help is wrapped to the width of the terminal.
    private func unwrapped(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

    @Test("the program says what it is for, which commands it has and what its exit status means")
    func program() throws {
        let result = try MoselleExecutable.run(["--help"])
        #expect(result.exitStatus == 0)
        for command in [
            "run", "check", "plan", "task", "verify", "clean", "stages", "inspect", "show", "explain",
            "convert", "simulate",
        ] {
            #expect(result.standardOutput.contains("\n  \(command)  "), "\(command)")
        }
        for part in ["moselle run Workflows/closed-search.yaml", "Exit status: 0", "130 or 143", "psms.tsv"] {
            #expect(unwrapped(result.standardOutput).contains(part), "\(part)")
        }
        #expect(try MoselleExecutable.run([]).standardOutput == result.standardOutput)
    }

    @Test(
        "each command says what it does and names its options",
        arguments: [
            (
                "run",
                [
                    "--spectra", "--proteins", "--truth", "--set", "--output", "--jobs", "--memory", "--strict",
                    "--fresh",
                ]
            ),
            ("run", ["--progress", "Examples:", "used again", "4 GB", "default: results"]),
            ("check", ["--json", "--set", "Exit status", "without running it"]), ("plan", ["--output", "re-used"]),
            ("task", ["<plan>", "<id>", "plans that another version of the program wrote", "at the same time"]),
            ("verify", ["SHA-256", "run.json"]),
            ("clean", ["--dry-run", "tables and record stay", "no run makes"]),
            ("stages", ["<name>", "default, meaning", "--schema"]),
            (
                "inspect",
                [
                    "--json", "--spectrum", "--spectra", "--jobs", "--no-checksum", "every array", "status 1",
                    "total_ion_current, set_aside, peaks_crc32", "zlib.crc32(",
                ]
            ),
            ("simulate", ["--groups", "--tmt", "--wrong-isotope", "--profile", "truth.spectra.tsv", "same bytes"]),
            ("explain", ["--json", "--stage", "Example", "results/demo P02768", "Exit status: 0", "no spectra"]),
            ("show", ["--table", "--schema", ".npz", "numpy.load"]),
        ])
    func command(_ name: String, _ parts: [String]) throws {
        let result = try MoselleExecutable.run([name, "--help"])
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.hasPrefix("OVERVIEW: "))
        let text = unwrapped(result.standardOutput)
        for part in parts { #expect(text.contains(part), "\(part)") }
    }

    @Test("what is asked for and cannot be written is an error", arguments: ["stages", "check Workflows/demo.yaml"])
    func fullDisk(_ arguments: String) throws {
        let program = try MoselleExecutable.url().path
        let result = try RunningExecutable(
            executable: URL(filePath: "/bin/sh"), arguments: ["-c", "\"$0\" \(arguments) > /dev/full", program],
            folder: TestData.packageRoot, environment: [:], input: ""
        ).wait()
        #expect(result.exitStatus == 1)
        #expect(result.standardError.hasPrefix("error: standard output cannot be written: "))
    }

    @Test(
        "a wrong command line ends with status 64 and says what is wrong",
        arguments: [
            (["nonsense"], "Unexpected argument 'nonsense'"), (["run"], "Missing expected argument '<workflow>'"),
            (["run", "--jbs", "2", "w.yaml"], "Did you mean '--jobs'?"),
            (["run", "w.yaml", "--output", ""], "--output has to name a folder"),
            (["plan", "w.yaml", "--output", ""], "--output has to name a folder"),
            (["run", "w.yaml", "--jobs", "0"], "--jobs has to be at least 1"),
            (["run", "w.yaml", "--memory", "4"], "'4' lacks its unit; write for example 4 MB or 4 GB"),
            (["run", "w.yaml", "--progress", "loud"], "Please provide one of 'auto', 'plain', 'json' or 'none'"),
            (["simulate", "--output", "o"], "Name a FASTA file with --proteins"),
            (["inspect"], "Missing expected argument '<files> ...'"),
            (["inspect", "a", "--jobs", "0"], "--jobs has to be at least 1"),
            (["stages", "search", "--schema"], "leave the name out"),
            (["task", "p", "i", "--memory", "4"], "lacks its unit"),
            (["stages", "serch"], "Did you mean 'search'?"), (["show"], "Missing expected argument '<artefact>'"),
        ])
    func wrong(_ arguments: [String], _ message: String) throws {
        let result = try MoselleExecutable.run(arguments)
        #expect(result.exitStatus == 64)
        #expect(result.standardOutput.isEmpty)
        #expect(result.standardError.contains(message), "\(result.standardError)")
        #expect(result.standardError.contains("Usage: moselle"))
    }

    @Test("stages lists the stages in short, and one stage with all its parameters")
    func stages() throws {
        let all = try MoselleExecutable.run(["stages"])
        for stage in ["pick-peaks", "search", "confidence", "tables"] {
            #expect(all.standardOutput.contains("\(stage)  "), "\(stage)")
        }
        let search = try MoselleExecutable.run(["stages", "search"])
        #expect(search.exitStatus == 0)
        for part in ["precursor-tolerance", "Default: 10 ppm", "min-matched-fragments", "Oxidation@M", "from-fasta"] {
            #expect(search.standardOutput.contains(part), "\(part)")
        }
    }
}
