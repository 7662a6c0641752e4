import ArgumentParser
import Foundation
import Foundations
import ProteinDatabase
import Simulation
import SpectrumIO
import Workflow

/// `moselle simulate`: synthetic runs of which everything is known.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Make synthetic runs with a table of what is true of them.",
        discussion: """
            From the proteins of a FASTA it makes the runs of a study: samples in groups with known differences, peptides \
            that leave a column one after the other, survey spectra with isotope envelopes, and fragment spectra of the ions \
            an instrument would choose, with its faults: noise, drifting m/z, co-isolated peptides, wrong isotopes, \
            missing charges, and peptides that are in no protein of the FASTA. Its models are rough and its own; use it to \
            test and to time a search, not to learn about real samples.

            Into the folder go the runs, design.sdrf.tsv, and the truth: truth.spectra.tsv (a row for each peptide in each \
            fragment spectrum), truth.proteins.tsv (amount and fold change by group), truth.samples.tsv (amount by sample); \
            simulation.json says how they were made. The same options give the same bytes for any number of threads.

            Examples:
              moselle simulate --proteins human.fasta --output study --groups control=3 --groups case=3
              moselle simulate --proteins yeast.fasta --output big --fragment-spectra 100000 --seed 7
              moselle simulate --proteins human.fasta --output tmt --tmt TMT10plex --groups a=5 --groups b=5
              moselle run Workflows/closed-search.yaml --spectra 'study/*.mzML' --proteins human.fasta --output results
            """)

    private static let defaults = SimulationSettings()

    @Option(help: ArgumentHelp("FASTA file to take proteins from; may be repeated.", valueName: "file"))
    var proteins: [String] = []

    @Option(help: ArgumentHelp("Folder to write into; made where it is not there.", valueName: "folder"))
    var output: String

    @Option(help: "Begins the random numbers: another seed gives another study of the same kind.")
    var seed = defaults.seed

    @OptionGroup(title: "Study") var study: StudyOptions
    @OptionGroup(title: "Samples") var sample: SampleOptions
    @OptionGroup(title: "Instrument") var instrument: InstrumentOptions
    @OptionGroup(title: "Files") var files: FileOptions

    @Option(help: "Threads to use. The files are the same for any number.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: "How to show progress: auto (a line on a terminal that changes, else plain lines), plain, json or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        guard !proteins.isEmpty else { throw ValidationError("Name a FASTA file with --proteins.") }
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
    }

    func run() async throws {
        let signals = Signals(notice: "Stopping; runs that are finished stay.")
        let progress = WritingProgress(style: self.progress)
        do {
            let report = try await signals.cancelling { try await simulate(progress) }
            progress.finish()
            try Terminal.show(SimulationText.of(report, folder: output))
        } catch is CancellationError {
            progress.finish()
            throw (signals.exitStatus ?? .interrupted).code
        } catch let status as ExitCode {
            throw status
        } catch let error as SimulationError {
            progress.finish()
            Terminal.say("error: \(error)")
            throw error.exitStatus.code
        } catch {
            progress.finish()
            Terminal.say("error: \(error)")
            throw ExitStatus.wrongWorkflow.code
        }
    }

    private func simulate(_ progress: WritingProgress) async throws -> StudyWriter.Report {
        let database = try ProteinDatabase(paths: proteins)
        for warning in database.warnings { Terminal.say("warning: \(warning)") }
        let design = try study.design()
        var settings = SimulationSettings()
        settings.seed = seed
        try sample.apply(to: &settings)
        try instrument.apply(to: &settings)
        let abundances = try sample.abundances.map {
            try AbundanceTable(path: $0, groups: design.groups.map(\.name), proteins: database.proteins)
        }
        progress.say("\(database.proteins.count) proteins, \(design.runs.count) runs")
        let simulation = try StudySimulation(
            proteins: database.proteins, design: design, settings: settings, abundances: abundances)
        var options = try files.writingOptions(jobs: jobs)
        options.facts = try facts()
        let writer = try StudyWriter(simulation, to: output, options: options)
        return try await writer.write { run, done, total in progress.show(run: run, done: done, total: total) }
    }
}

extension SimulateCommand {
    /// What the record says about the program and its inputs; nothing that differs between machines.
    private func facts() throws -> [String: String] {
        var facts = ["program": ProgramInfo.moselle.name, "version": ProgramInfo.moselle.version]
        for (number, path) in proteins.enumerated() {
            facts["proteins.\(number + 1)"] = try Self.nameAndDigest(of: path)
        }
        if let path = sample.abundances { facts["abundances"] = try Self.nameAndDigest(of: path) }
        return facts
    }

    private static func nameAndDigest(of path: String) throws -> String {
        let name = URL(filePath: path).lastPathComponent
        return "\(name) sha256:\(try Digest.sha256(ofFile: path))"
    }
}

extension SimulationError {
    /// What the shell is told: results that cannot be written are another matter than inputs that are wrong.
    fileprivate var exitStatus: ExitStatus {
        if case .unwritable = self { return .incomplete }
        return .wrongWorkflow
    }
}
