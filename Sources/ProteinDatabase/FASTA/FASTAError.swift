/// What is wrong with a protein database, where, and what to do about it.
public enum FASTAError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be opened or read; the text says why.
    case unreadable(reason: String)
    /// The file holds no entry.
    case empty(path: String)
    /// The first line that is not blank does not begin with `>`.
    case notFASTA(path: String, line: Int)
    /// A header without an accession.
    case missingAccession(path: String, line: Int)
    /// An entry without residues.
    case missingSequence(path: String, line: Int, accession: String)
    /// A character that stands for no residue.
    case invalidResidue(path: String, line: Int, column: Int, character: Character)
    /// Two entries share an accession and differ in sequence.
    case conflictingEntries(accession: String, first: String, second: String)
    /// Entries look like decoys, but the workflow does not say that the file holds any.
    case undeclaredDecoys(prefix: String, count: Int, total: Int, example: String)
    /// No accession carries the decoy prefix the workflow declares.
    case declaredDecoysAbsent(prefix: String, total: Int)
    /// Beside the declared decoys there are entries that look like decoys of another prefix.
    case mixedDecoyPrefixes(declared: String, other: String, count: Int, total: Int, example: String)
    /// Every entry is a decoy.
    case noTargets(prefix: String, total: Int)

    /// One sentence for people.
    public var description: String {
        switch self {
        case .unreadable(let reason):
            reason
        case .empty(let path):
            "\(path): the FASTA file holds no protein; give a file with at least one '>' entry."
        case .notFASTA(let path, let line):
            "\(path):\(line): not a FASTA file: the first entry has to begin with '>'."
        case .missingAccession(let path, let line):
            "\(path):\(line): the header has no accession behind '>'; give every protein a name."
        case .missingSequence(let path, let line, let accession):
            "\(path):\(line): protein \(accession) has no residues; the file may be truncated: complete or remove the entry."
        case .invalidResidue(let path, let line, let column, let character):
            """
            \(path):\(line):\(column): '\(character)' is not a residue; sequences hold the letters A to Z, with '*' for a \
            stop and '-' for a gap.
            """
        case .conflictingEntries(let accession, let first, let second):
            """
            \(second): accession \(accession) stands already at \(first) with another sequence; rename or remove one of \
            them, or matches could not be told apart.
            """
        case .undeclaredDecoys(let prefix, let count, let total, let example):
            """
            \(count) of \(total) proteins look like decoys ('\(prefix)', such as \(example)), but decoys are made from the \
            targets; declare them with 'decoys: { from-fasta: \(prefix) }' or remove them from the FASTA.
            """
        case .declaredDecoysAbsent(let prefix, let total):
            """
            'decoys: { from-fasta: \(prefix) }' is set, but none of the \(total) proteins has an accession that begins with \
            '\(prefix)'; correct the prefix (case counts), or let Moselle make the decoys with 'decoys: reverse'.
            """
        case .mixedDecoyPrefixes(let declared, let other, let count, let total, let example):
            """
            \(count) of the \(total) proteins without the declared decoy prefix '\(declared)' look like decoys too ('\(other)', \
            such as \(example)) and would be searched as targets; give all decoys one prefix, or remove those of the other.
            """
        case .noTargets(let prefix, let total):
            """
            all \(total) proteins carry the decoy prefix '\(prefix)', but a search needs targets as well; add them to the \
            FASTA, or correct the prefix.
            """
        }
    }
}
