/// Why proteins cannot be explained.
public enum ExplanationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The folder has no run record.
    case noRecord(folder: String)
    /// The run record cannot be read.
    case unreadableRecord(path: String, reason: String)
    /// The run record was written in another form than this program knows.
    case otherFormat(path: String, version: Int)
    /// No stage that estimates error rates finished.
    case nothingAssessed(folder: String)
    /// Several stages did, and it was not said which one is meant.
    case severalStages([String])
    /// The stage that was named is not one of those.
    case unknownStage(String, known: [String])
    /// A file that is needed is gone.
    case removed(folder: String, file: String, what: String)
    /// A file that is needed cannot be read.
    case unreadable(reason: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noRecord(let folder):
            "There is no run.json in '\(folder)'; name the output folder of a run (moselle run ... --output FOLDER)."
        case .unreadableRecord(let path, let reason):
            "The run record '\(path)' cannot be read: \(reason); run the workflow again into this folder."
        case .otherFormat(let path, let version):
            "The run record '\(path)' has version \(version), which this program does not know; use the program that "
                + "wrote it."
        case .nothingAssessed(let folder):
            "The run in '\(folder)' has no finished stage that estimates error rates; run it again, its run.json says "
                + "what failed."
        case .severalStages(let stages):
            "The run estimated error rates in several stages; say with --stage which is meant: "
                + "\(stages.joined(separator: ", "))."
        case .unknownStage(let stage, let known):
            "No stage '\(stage)' of the run estimated error rates; those that did are \(known.joined(separator: ", "))."
        case .removed(let folder, let file, let what):
            "'\(folder)/\(file)', \(what), is gone; 'moselle run \(folder)/workflow.yaml --output \(folder)' makes it again, "
                + "and only what depends on it."
        case .unreadable(let reason):
            "What the run kept cannot be read: \(reason)"
        }
    }
}
