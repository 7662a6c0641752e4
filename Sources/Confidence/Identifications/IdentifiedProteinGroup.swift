/// Proteins that the evidence cannot tell apart, reported as one.
///
/// A group and its decoy mirror are one row: the better member of the two, as ``isDecoy`` says. Counts are of the
/// row's own label.
public struct IdentifiedProteinGroup: Sendable, Hashable {
    /// Proteins of the group, as positions in ``Identifications/proteins``: the leading one first (most accepted
    /// peptides, then first accession), the others by accession.
    public var proteins: [Int]
    /// Proteins that were folded into the group because their evidence is a part of its evidence; ascending positions
    /// in ``Identifications/proteins``.
    public var subsetProteins: [Int]
    /// Gene of the leading protein, where known.
    public var gene: String?
    /// Description of the leading protein, where known.
    public var description: String?
    /// Whether a protein of the group is a contaminant.
    public var isContaminant: Bool
    /// Whether the decoy mirror was the better member.
    public var isDecoy: Bool
    /// Number of accepted peptides that the group explains, shared ones included.
    public var peptideCount: Int
    /// Number of accepted peptides that no other group explains, not even one that is not reported itself.
    public var uniquePeptideCount: Int
    /// Number of matches to the group's peptides that are accepted at PSM level and at peptide level.
    public var psmCount: Int
    /// Share of the leading protein's residues inside accepted peptides, 0 to 1; `nil` for decoys and where the
    /// sequence is not known.
    public var coverage: Double?
    /// Score of the best peptide that no other group explains; see ``ProteinGrouping/scoringPairs(of:)``.
    public var score: Double
    /// q-value at protein level.
    public var qValue: Double
    /// Probability that the group is false.
    public var posteriorErrorProbability: Double
    /// The accepted peptides counted in ``peptideCount``, as ascending positions in ``Identifications/peptides``.
    public var peptides: [Int]
    /// Those of ``peptides`` that are not unique and count for this group, as they count for one group only;
    /// ascending.
    public var razorPeptides: [Int]

    /// Number of ``razorPeptides``.
    public var razorPeptideCount: Int { razorPeptides.count }

    /// Creates a group from its parts.
    public init(
        proteins: [Int], subsetProteins: [Int], gene: String?, description: String?, isContaminant: Bool, isDecoy: Bool,
        peptideCount: Int, uniquePeptideCount: Int, psmCount: Int, coverage: Double?, score: Double, qValue: Double,
        posteriorErrorProbability: Double, peptides: [Int],
        razorPeptides: [Int] = []
    ) {
        self.proteins = proteins
        self.subsetProteins = subsetProteins
        self.gene = gene
        self.description = description
        self.isContaminant = isContaminant
        self.isDecoy = isDecoy
        self.peptideCount = peptideCount
        self.uniquePeptideCount = uniquePeptideCount
        self.psmCount = psmCount
        self.coverage = coverage
        self.score = score
        self.qValue = qValue
        self.posteriorErrorProbability = posteriorErrorProbability
        self.peptides = peptides
        self.razorPeptides = razorPeptides
    }
}

/// Proteins that are not reported because several groups explain all their accepted peptides between them.
public struct ExplainedProteins: Sendable, Hashable {
    /// Proteins with the same peptides, as ascending positions in ``Identifications/proteins``.
    public var proteins: [Int]
    /// The groups, as ascending positions in ``Identifications/proteinGroups``.
    public var groups: [Int]

    /// Creates a record of proteins that others explain.
    public init(proteins: [Int], groups: [Int]) {
        self.proteins = proteins
        self.groups = groups
    }
}
