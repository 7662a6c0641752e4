/// Atoms a modified residue loses as a neutral molecule when the peptide is fragmented.
public struct NeutralLoss: Sendable, Hashable {
    /// Residues from which the loss is seen when they carry the modification.
    public let residues: ResidueSet
    /// The atoms that leave.
    public let composition: Composition
    /// Monoisotopic mass that leaves, in Da, positive.
    public let massDaltons: Double

    /// Creates a loss from the residues that show it.
    public init(from residues: ResidueSet, composition: Composition) {
        self.residues = residues
        self.composition = composition
        massDaltons = composition.monoisotopicMass
    }
}
