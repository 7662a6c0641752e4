import ArgumentParser
import Foundation
import Workflow

/// Arguments that name a workflow and change what it says; `run`, `check` and `plan` share them.
struct WorkflowArguments: ParsableArguments {
    @Argument(help: "Workflow file (YAML).")
    var workflow: String

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Spectra files or globs instead of those in the workflow: mzML, mzXML, MGF or MS2, plain or gzip.",
            valueName: "file"))
    var spectra: [String] = []

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("FASTA files or globs instead of those in the workflow.", valueName: "file"))
    var proteins: [String] = []

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "FASTA files or globs of proteins known not to be in the samples, instead of those in the workflow.",
            valueName: "file"))
    var entrapment: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Table of samples and groups instead of the one in the workflow. No stage reads it as yet: it is kept in the run "
                + "record.", valueName: "file"))
    var samples: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Table of what is true of the runs instead of the one in the workflow.", valueName: "file"))
    var truth: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Set a parameter of a stage, such as search.precursor-tolerance='5 ppm'. May be repeated.",
            valueName: "stage.parameter=value"))
    var settings: [String] = []

    /// What these arguments change.
    var overrides: WorkflowOverrides {
        WorkflowOverrides(
            spectra: spectra.isEmpty ? nil : spectra, proteins: proteins.isEmpty ? nil : proteins,
            entrapment: entrapment.isEmpty ? nil : entrapment, samples: samples, truth: truth, settings: settings)
    }

    /// The workflow, where there are no errors in it; warnings go to stderr.
    ///
    /// - Throws: `ExitCode` 2 after printing every error.
    func checked(by engine: WorkflowEngine) throws -> CheckedWorkflow {
        let result = engine.check(path: workflow, overrides: overrides)
        for diagnostic in result.diagnostics where diagnostic.severity != .note {
            Terminal.say("\(diagnostic)")
        }
        guard let workflow = result.workflow else { throw ExitStatus.wrongWorkflow.code }
        return workflow
    }
}

extension ExitStatus {
    /// The status as ArgumentParser takes it.
    var code: ExitCode { ExitCode(rawValue) }
}
