import ArgumentParser
import Glibc
import Stages
import Workflow

/// The program: what it is called, and the commands it has.
@main
struct Moselle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moselle",
        abstract: "From mass-spectrometry runs to tables of peptides and proteins with known error rates.",
        discussion: """
            A workflow file names the input files and the stages they go through. To search your own data:

              moselle run Workflows/closed-search.yaml --output results \\
                --spectra runs/*.mzML.gz --proteins human.fasta

            The tables psms.tsv, peptides.tsv, proteins.tsv and spectra.tsv, and the run record run.json, are then in results. \
            'moselle stages' explains every stage and parameter, 'moselle check' finds mistakes in a workflow without running it.

            Exit status: 0 all done, also where spectra were set aside; 1 something failed, or nothing was identified; 2 the \
            workflow or its inputs are wrong, or another run uses the output folder, and nothing was run; 64 wrong command \
            line; 130 or 143 interrupted, run again to go on.
            """,
        version: ProgramInfo.moselle.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, PlanCommand.self, TaskCommand.self, ExplainCommand.self,
            VerifyCommand.self,
            CleanCommand.self, StagesCommand.self, InspectCommand.self, ShowCommand.self, ConvertCommand.self,
            SimulateCommand.self,
        ])

    static func main() async {
        // A limit on the size of files is then an answer of the write that meets it, which becomes a sentence.
        signal(SIGXFSZ, SIG_IGN)
        MoselleStages.prepareLibraries()
        await main(nil)
    }
}

extension ProgramInfo {
    /// This program.
    static let moselle = ProgramInfo(name: "moselle", version: "0.1.0")
}
