/// Entrapments of a database: proteins that are known not to be in the sample, behind all that may be.
public struct EntrapmentPlaces: Sendable, Hashable {
    /// Position of the first entrapment; all from there on are entrapments.
    public let first: Int
    /// Whether entrapment `first + n` is protein n shuffled.
    public let isShuffled: Bool
}

extension ProteinDatabase {
    /// The protein that a shuffled entrapment was made from; `nil` for others.
    func partner(ofEntrapment number: Int) -> Protein? {
        guard let entrapment, entrapment.isShuffled, number >= entrapment.first else { return nil }
        return proteins[number - entrapment.first]
    }

    /// The database with a shuffled entrapment of every protein.
    public func withShuffledEntrapments(_ shuffle: EntrapmentShuffle) -> ProteinDatabase {
        withEntrapments(proteins.map(shuffle.entrapment(of:)), isShuffled: true)
    }

    /// The database with proteins of another one as entrapments, but for those that are in it already.
    ///
    /// - Parameter foreign: proteins that are known not to be in the sample.
    /// - Throws: ``ForeignProteinsError`` where an accession has another sequence there, or nothing is left.
    public func withForeignEntrapments(_ foreign: ProteinDatabase) throws(ForeignProteinsError) -> ProteinDatabase {
        let known = Dictionary(proteins.map { ($0.accession, $0.residues) }) { first, _ in first }
        var entrapments: [Protein] = []
        for protein in foreign.proteins {
            guard let residues = known[protein.accession] else {
                entrapments.append(protein)
                continue
            }
            guard residues == protein.residues else { throw .conflictingEntries(accession: protein.accession) }
        }
        guard !entrapments.isEmpty else { throw .nothingForeign(count: foreign.proteins.count) }
        return withEntrapments(entrapments, isShuffled: false)
    }
}

/// What is wrong with proteins that are to be entrapments.
public enum ForeignProteinsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// An accession stands among the proteins searched as well, with another sequence.
    case conflictingEntries(accession: String)
    /// Every entrapment is a protein that is searched.
    case nothingForeign(count: Int)

    /// One sentence for people.
    public var description: String {
        switch self {
        case .conflictingEntries(let accession):
            """
            accession \(accession) stands among the proteins and among the entrapments with different sequences; rename one \
            of them, or matches could not be told apart.
            """
        case .nothingForeign(let count):
            """
            all \(count) entrapment proteins are among the proteins searched; give a proteome that is not in the samples, or \
            set 'entrapment: shuffled'.
            """
        }
    }
}
