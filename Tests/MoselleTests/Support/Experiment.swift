import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport

/// Synthetic runs, the proteins they come from, and the executable to search them with.
final class Experiment: Sendable {
    let folder: TemporaryDirectory
    let proteins: [SyntheticProtein]
    let runs: [String: SyntheticRun]

    /// A workflow of the repository that suits the runs.
    static let workflow = TestData.packageRoot.appending(path: "Workflows/closed-search.yaml").path

    /// Makes `b1.mzML`, `b2.mzML` and so on, and `proteins.fasta`, of which a third is in the sample.
    ///
    /// The sizes leave some matches to decoys, without which no error rate is stated.
    init(runCount: Int, fragmentSpectra: Int, proteinCount: Int = 450) throws {
        folder = try TemporaryDirectory()
        proteins = SyntheticProtein.make(count: proteinCount, seed: 7)
        var settings = SyntheticRunSettings()
        settings.fragmentSpectra = fragmentSpectra
        settings.foreignShare = 0.35
        let sample = Array(proteins.prefix(proteinCount / 3))
        var runs: [String: SyntheticRun] = [:]
        for number in 1...runCount {
            let run = SyntheticRun(proteins: sample, settings: settings, seed: UInt64(number))
            runs["b\(number)"] = run
            try Self.write(run.spectra, to: folder.path("b\(number).mzML"))
        }
        self.runs = runs
        try folder.write(SyntheticProtein.fasta(proteins), to: "proteins.fasta")
    }

    /// Writes spectra as an mzML file.
    static func write(_ spectra: [Spectrum], to path: String) throws {
        let writer = try SpectrumFileWriter(
            path: path, format: .mzML,
            description: SpectrumFileDescription(runID: "run", softwareVersion: "1", spectrumCount: spectra.count))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
    }

    func path(_ name: String) -> String { folder.path(name) }

    /// Paths of all runs, by name.
    var spectra: [String] { runs.keys.sorted().map { path("\($0).mzML") } }

    /// Arguments of a search; options that are given again replace these.
    func arguments(
        spectra: [String]? = nil, proteins: String? = nil, output: String = "out", _ options: [String] = []
    ) -> [String] {
        ["run", Self.workflow, "--spectra"] + (spectra ?? self.spectra)
            + ["--proteins", proteins ?? path("proteins.fasta"), "--output", path(output)] + options
    }

    /// Searches all runs, or those given.
    func search(
        spectra: [String]? = nil, proteins: String? = nil, output: String = "out", _ options: [String] = []
    ) throws -> ExecutableResult {
        try MoselleExecutable.run(arguments(spectra: spectra, proteins: proteins, output: output, options))
    }

    /// A table of an output folder.
    func table(_ name: String, of output: String = "out") throws -> Table {
        try Table(contentsOf: path("\(output)/\(name)"))
    }

    /// The bytes of all tables of an output folder, by name.
    func tables(of output: String) throws -> [String: Data] {
        var bytes: [String: Data] = [:]
        for name in Table.names { bytes[name] = try Data(contentsOf: URL(filePath: path("\(output)/\(name)"))) }
        return bytes
    }

    func record(of output: String = "out") throws -> RecordFile {
        try RecordFile(contentsOf: path("\(output)/run.json"))
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
