import Foundation
import TestSupport
import Testing

@Suite("The command convert")
struct ConvertTests {
    private static let prepared = Result { try Experiment(runCount: 1, fragmentSpectra: 60) }

    private let experiment: Experiment

    init() throws { experiment = try Self.prepared.get() }

    private func convert(_ output: String, _ options: [String] = []) throws -> ExecutableResult {
        try MoselleExecutable.run(
            ["convert", experiment.spectra[0], experiment.path(output), "--progress", "none"] + options)
    }

    @Test("the name of the output decides the format, and the way back gives the same bytes")
    func formats() throws {
        for name in ["c.mzML", "c.mzXML.gz", "c.mgf"] {
            let result = try convert(name)
            #expect(result.exitStatus == 0, "\(result.standardError)")
            #expect(result.standardOutput.contains("spectra written to \(experiment.path(name))"))
        }
        try FileManager.default.createDirectory(atPath: experiment.path("way"), withIntermediateDirectories: true)
        #expect(try convert("way/b1.mzML.gz").exitStatus == 0)
        let back = try MoselleExecutable.run([
            "convert", experiment.path("way/b1.mzML.gz"), experiment.path("back.mzML"),
        ])
        #expect(back.exitStatus == 0)
        #expect(
            try Data(contentsOf: URL(filePath: experiment.path("back.mzML")))
                == Data(contentsOf: URL(filePath: experiment.path("c.mzML"))))
        let inspected = try MoselleExecutable.run(["inspect", experiment.path("c.mgf")])
        #expect(inspected.standardOutput.contains("60"))
    }

    @Test("options choose spectra, and the summary says how many were not asked for")
    func selection() throws {
        let result = try convert("part.mzML", ["--ms-level", "2", "--scans", "1..30"])
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.contains(" not asked for"))
    }

    @Test(
        "what cannot be done is said in a sentence and leaves no file",
        arguments: [
            ("x.raw", [String](), 64, "ends in none of .mzML, .mzXML and .mgf"),
            ("x.mzML", ["--scans", "9..3"], 64, "--scans"), ("x.mzML", ["--scans", "5.2..5.8"], 64, "a whole number"),
            ("x.mzML", ["--ms-level", "4"], 1, "none of its"),
            ("no-folder/x.mzML", [], 1, "no such file or folder"), ("b1.mzML", [], 1, "is the input itself"),
        ])
    func wrong(_ output: String, _ options: [String], _ status: Int, _ message: String) throws {
        let before = try Data(contentsOf: URL(filePath: experiment.spectra[0]))
        let result = try convert(output, options)
        #expect(result.exitStatus == status)
        #expect(result.standardError.contains(message), "\(result.standardError)")
        #expect(output == "b1.mzML" || !experiment.exists(output))
        #expect(try Data(contentsOf: URL(filePath: experiment.spectra[0])) == before)
    }

    @Test("a damaged spectrum is left out, counted, and makes the exit status 1")
    func damage() throws {
        var text = try String(contentsOfFile: experiment.spectra[0], encoding: .utf8)
        let start = try #require(text.range(of: "<binary>"))
        text.replaceSubrange(start, with: "<binary>!!")
        try experiment.folder.write(text, to: "damaged.mzML")
        let result = try MoselleExecutable.run(
            ["convert", experiment.path("damaged.mzML"), experiment.path("rest.mzML"), "--progress", "none"])
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("1 not readable: array does not decode"))
        #expect(experiment.exists("rest.mzML"))
    }
}
