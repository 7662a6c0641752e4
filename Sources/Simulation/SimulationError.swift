/// Why a study cannot be simulated.
public enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file cannot be read; the sentence says which and why.
    case unreadable(String)
    /// A table of abundances has a mistake.
    case abundances(path: String, line: Int, reason: String)
    /// The proteins give no peptide that an instrument would see.
    case nothingToMeasure(proteins: Int)
    /// Settings that contradict each other or make no sense.
    case settings(String)
    /// A result cannot be written; the sentence says which and why.
    case unwritable(String)

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .abundances(let path, let line, let reason):
            "\(path):\(line): \(reason); correct the table of abundances."
        case .nothingToMeasure(let proteins):
            "None of the \(proteins) proteins gives a peptide that can be seen; give more proteins, or more of them."
        case .settings(let reason): reason
        case .unwritable(let reason): reason
        }
    }
}
