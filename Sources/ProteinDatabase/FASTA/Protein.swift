/// One protein of the database.
public struct Protein: Sendable, Hashable {
    /// Accession as the header gives it, without any decoy prefix: `P02768`, `NP_000468.1`, or the header's first word.
    public var accession: String
    /// Entry name of UniProt (`ALBU_HUMAN`), where the header states one.
    public var entryName: String?
    /// Gene name (UniProt `GN=`), where the header states one.
    public var gene: String?
    /// Description without accession and without the `OS= OX= GN= PE= SV=` fields.
    public var description: String
    /// Residues as upper-case ASCII letters, in order from the N-terminus.
    public var residues: [UInt8]
    /// Whether the protein comes from a contaminant FASTA.
    public var isContaminant: Bool
    /// Whether the header carries the declared decoy prefix.
    public var isDecoy: Bool

    /// Creates a protein from its parts.
    public init(
        accession: String, entryName: String? = nil, gene: String? = nil, description: String = "", residues: [UInt8],
        isContaminant: Bool = false, isDecoy: Bool = false
    ) {
        self.accession = accession
        self.entryName = entryName
        self.gene = gene
        self.description = description
        self.residues = residues
        self.isContaminant = isContaminant
        self.isDecoy = isDecoy
    }

    /// The sequence as text, one letter a residue.
    public var sequence: String { String(decoding: residues, as: UTF8.self) }
}
