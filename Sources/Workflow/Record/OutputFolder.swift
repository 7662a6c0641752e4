/// The files of an output folder that the engine itself writes; the others are those of report stages.
enum OutputFolder {
    /// The workflow as it was run.
    static let workflow = "workflow.yaml"
    /// The log.
    static let log = "log.jsonl"
    /// The run record.
    static let record = "run.json"
    /// The run record as a research object.
    static let crate = "ro-crate-metadata.json"
    /// The folder of artefacts.
    static let work = "work"

    /// The files, relative to the folder.
    static let files = [workflow, log, record, crate]
}
