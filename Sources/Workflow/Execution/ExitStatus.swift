/// How a program ends, by the exit status the shell sees.
public enum ExitStatus: Int32, Sendable, Hashable, Codable {
    /// All done.
    case done = 0
    /// A task failed, or a stage reported a fault; the results of the others are written. Spectra that were set aside, each
    /// with its reason, are no failure.
    case incomplete = 1
    /// The workflow or its inputs are wrong, or another run uses the output folder; nothing was run.
    case wrongWorkflow = 2
    /// The command line is wrong.
    case wrongCommandLine = 64
    /// Stopped by SIGINT; what is finished will be re-used.
    case interrupted = 130
    /// Stopped by SIGTERM; what is finished will be re-used.
    case terminated = 143
}
