import Foundation
import SpectrumModel
import TestSupport
import Testing

/// What is only found while a run is read or searched: it is set aside, named, and the others go on.
@Suite("Runs that cannot be used")
struct UnusableRunTests {
    private static let experiment = Result { try Experiment(runCount: 2, fragmentSpectra: 200) }
    private let experiment: Experiment
    private let folder: TemporaryDirectory

    init() throws {
        experiment = try Self.experiment.get()
        folder = try TemporaryDirectory()
    }

    private func spectra(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    @Test("a truncated mzML fails with the byte and the spectrum where it ends")
    func truncated() throws {
        let bytes = try spectra(experiment.spectra[0])
        let cut = try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "cut.mzML")
        let result = try experiment.search(spectra: [cut], output: "cut")
        #expect(result.exitStatus == 1)
        let text = result.standardOutput
        #expect(text.contains("error: cut: pick-peaks, search: failed: \(cut): ends at byte \(bytes.count / 2)"))
        #expect(text.contains("it is truncated"))
        #expect(text.contains("error: confidence and tables: not done: no run succeeded"))
        #expect(!experiment.exists("cut/psms.tsv"))
    }

    @Test("a truncated run among others is set aside, and the others' results are written")
    func amongOthers() throws {
        let bytes = try spectra(experiment.spectra[0])
        let cut = try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "cut.mzML")
        let result = try experiment.search(spectra: experiment.spectra + [cut], output: "others")
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("2 of 3 runs done"))
        #expect(try Set(experiment.table("psms.tsv", of: "others").column("run")) == ["b1", "b2"])
        #expect(try experiment.record(of: "others").outcome.runs.map(\.status) == ["done", "done", "failed"])
        #expect(try experiment.search(output: "alone").exitStatus == 0)
        #expect(try experiment.tables(of: "others") == experiment.tables(of: "alone"))
    }

    @Test("with --strict nothing is joined where one run fails")
    func strict() throws {
        let bytes = try spectra(experiment.spectra[0])
        let cut = try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "a-cut.mzML")
        let result = try experiment.search(
            spectra: experiment.spectra + [cut], output: "strict", ["--strict", "--jobs", "1"])
        #expect(result.exitStatus == 1)
        let notDone = "error: b1 and b2: not done: another task failed, and the run is strict"
        #expect(result.standardOutput.contains(notDone))
        #expect(!experiment.exists("strict/psms.tsv"))
    }

    @Test("a run without fragment spectra says what it holds instead")
    func surveyOnly() throws {
        let run = try #require(experiment.runs["b1"])
        let surveys = run.spectra.filter { $0.msLevel == 1 }
        let path = folder.path("surveys.mzML")
        try Experiment.write(surveys, to: path)
        let result = try experiment.search(spectra: [path], output: "surveys")
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("\(path): the file holds no fragment spectra (MS2)"))
        #expect(result.standardOutput.contains("(\(surveys.count) of MS level 1)"))
    }

    @Test("proteins of which nothing matches give no empty table")
    func nothingMatches() throws {
        let fasta = try folder.write(">A\nGGGGGGGGGGGGGK\n>B\nAAAAAAAAAAAAAAAR\n", to: "other.fasta")
        let result = try experiment.search(proteins: fasta, output: "nothing")
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("error: confidence: failed: No spectrum of the 2 runs has a match"))
        #expect(result.standardOutput.contains("warning: b1 and b2: not one of "))
        #expect(!experiment.exists("nothing/psms.tsv"))
    }

    @Test("where no peptide is within the limits, the limits are named")
    func noPeptides() throws {
        let fasta = try folder.write(">A\nPEPTIDEK\n", to: "short.fasta")
        let result = try experiment.search(
            proteins: fasta, output: "short", ["--set", "search.peptide-length=20..30"])
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("error: b1 and b2: failed: no peptide of the 1 proteins is within"))
    }

    @Test("where nothing is identified the run ends with status 1 and says how far it was from it")
    func nothingIdentified() throws {
        // Spectra of other proteins: targets and decoys match alike.
        let other = SyntheticProtein.make(count: 60, seed: 99)
        let fasta = try folder.write(SyntheticProtein.fasta(other), to: "foreign.fasta")
        let result = try experiment.search(
            proteins: fasta, output: "foreign", ["--set", "search.fragment-tolerance=0.5 Da"])
        #expect(result.exitStatus == 1)
        let reason = "error: confidence: nothing was identified at 1 %; the best matches are "
        #expect(result.standardOutput.contains(reason))
        #expect(try experiment.record(of: "foreign").outcome.faults.count == 1)
        #expect(try experiment.table("psms.tsv", of: "foreign").rows.isEmpty)
    }

    @Test("spectra that cannot be read are set aside one by one, or the file as a whole where they are many")
    func damagedSpectra() throws {
        let run = try #require(experiment.runs["b1"])
        let damaged = try damagedRun(run.spectra, every: run.spectra.count)
        let few = try experiment.search(spectra: [damaged], output: "few")
        #expect(few.exitStatus == 0, "\(few.standardOutput)")
        #expect(few.standardOutput.contains("1 spectra cannot be read and were set aside; the first: spectrum \"contr"))
        let account = try experiment.table("spectra.tsv", of: "few")
        #expect(account.numbers("spectra").reduce(0, +) == Double(run.spectra.count))
        let many = try experiment.search(spectra: [try damagedRun(run.spectra, every: 10)], output: "many")
        #expect(many.exitStatus == 1)
        #expect(many.standardOutput.contains("raise 'max-bad-spectra' of pick-peaks to go on without them"))
    }

    /// A run in which every so many spectra have an array that is no base64.
    private func damagedRun(_ spectra: [Spectrum], every: Int) throws -> String {
        let path = folder.path("damaged-\(every).mzML")
        try Experiment.write(spectra, to: path)
        let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "<binary>")
        // Each spectrum has two arrays, and the first part stands before the first array.
        let text = parts.enumerated().map { number, part in
            number % 2 == 1 && number / 2 % every == 0 ? "!" + part.dropFirst() : part
        }
        return try folder.write(text.joined(separator: "<binary>"), to: "damaged-\(every).mzML")
    }
}
