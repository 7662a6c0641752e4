import ArgumentParser
import Stages
import Workflow

/// `moselle explain`: why a protein is or is not in the table.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why proteins are or are not in proteins.tsv.",
        discussion: """
            For each protein: what became of its group, and of each of its peptides by the rules of the run: the best match, \
            its q-values beside the limit, and where it fell (never matched; lost its spectrum to another peptide; q-value \
            above the limit; beaten by its decoy; counted for another group). Reads the run record and the work folder, and \
            the protein files of the run where they are unchanged; no spectra are opened.

            Example, by accession, entry name, gene, or the first word of a FASTA header:
              moselle explain results/demo P02768
              moselle explain results/demo ALBU_HUMAN IGHG1 'sp|P01859|IGHG2_HUMAN'

            Exit status: 0 all were explained, whether in the table or not; 1 one of them is not known; 2 the folder does not \
            hold what is needed.
            """)

    @Argument(help: "Output folder of a run.")
    var directory: String

    @Argument(help: "Proteins: accessions, entry names, genes.")
    var proteins: [String]

    @Option(help: ArgumentHelp("Stage that estimated the error rates, where a run has several.", valueName: "id"))
    var stage: String?

    @Flag(help: "Print everything as JSON.")
    var json = false

    func run() async throws {
        do {
            let explanations = try await ProteinExplanations(of: proteins, folder: directory, stage: stage)
            try Terminal.show(json ? explanations.json() : explanations.text)
            if !explanations.isComplete { throw ExitStatus.incomplete.code }
        } catch let error as ExplanationError {
            Terminal.say("error: \(error)")
            throw ExitStatus.wrongWorkflow.code
        }
    }
}
