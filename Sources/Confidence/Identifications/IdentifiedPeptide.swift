/// A peptide over all runs: one sequence, with I and L as one, whatever its modifications.
public struct IdentifiedPeptide: Sendable, Hashable {
    /// The sequence of the best match. For a decoy, the decoy's own sequence.
    public var sequence: String
    /// ProForma peptidoforms among its matches within the accepted rate at PSM level, and that of its best match in any
    /// case; by falling best score.
    public var peptidoforms: [String]
    /// Proteins the peptide may come from, as ascending positions in ``Identifications/proteins``.
    public var proteins: [Int]
    /// Whether the peptide is a decoy.
    public var isDecoy: Bool
    /// Whether one of its proteins is a contaminant.
    public var isContaminant: Bool
    /// Whether its target-decoy partner scored better, so that the peptide is out of the competition (q-value 1).
    public var isBeatenByPartner: Bool
    /// Number of its matches within the accepted rate at PSM level.
    public var psmCount: Int
    /// Position of its best match in ``Identifications/psms``.
    public var bestPSM: Int
    /// Score of its best match.
    public var score: Double
    /// q-value at peptide level.
    public var qValue: Double
    /// Probability that the peptide is false.
    public var posteriorErrorProbability: Double

    /// Creates a peptide from its parts.
    public init(
        sequence: String, peptidoforms: [String], proteins: [Int], isDecoy: Bool, isContaminant: Bool,
        isBeatenByPartner: Bool, psmCount: Int, bestPSM: Int, score: Double, qValue: Double,
        posteriorErrorProbability: Double
    ) {
        self.sequence = sequence
        self.peptidoforms = peptidoforms
        self.proteins = proteins
        self.isDecoy = isDecoy
        self.isContaminant = isContaminant
        self.isBeatenByPartner = isBeatenByPartner
        self.psmCount = psmCount
        self.bestPSM = bestPSM
        self.score = score
        self.qValue = qValue
        self.posteriorErrorProbability = posteriorErrorProbability
    }
}
