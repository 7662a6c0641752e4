/// How proteins are cut into peptides: the enzyme, its faults, and the limits peptides have to keep.
public struct DigestionRules: Sendable, Hashable {
    /// The protease.
    public var enzyme: Enzyme
    /// How many cleavage sites a peptide may hold inside. Not limited for ``CleavageSpecificity/none``.
    public var missedCleavages: Int
    /// How many ends of a peptide have to be cleavage sites.
    public var specificity: CleavageSpecificity
    /// Allowed number of residues.
    public var lengths: ClosedRange<Int>
    /// Allowed monoisotopic masses of the neutral peptidoform, in Da.
    public var massesDaltons: ClosedRange<Double>
    /// Whether a protein's initial methionine may have been removed, so that its second residue can begin a peptide.
    public var losesInitiatorMethionine: Bool

    /// Creates rules; the defaults are those of the `search` stage.
    public init(
        enzyme: Enzyme = .trypsin, missedCleavages: Int = 2, specificity: CleavageSpecificity = .full,
        lengths: ClosedRange<Int> = 7...50, massesDaltons: ClosedRange<Double> = 500...5000,
        losesInitiatorMethionine: Bool = true
    ) {
        self.enzyme = enzyme
        self.missedCleavages = missedCleavages
        self.specificity = specificity
        self.lengths = lengths
        self.massesDaltons = massesDaltons
        self.losesInitiatorMethionine = losesInitiatorMethionine
    }
}

/// How many ends of a peptide the enzyme must have made. The ends of the protein count as made.
public enum CleavageSpecificity: String, Sendable, Hashable, CaseIterable {
    /// Both ends are cleavage sites.
    case full
    /// At least one end is a cleavage site.
    case semi
    /// Any stretch of residues.
    case none
}

/// A stretch of a protein that digestion produces.
public struct PeptideSpan: Sendable, Hashable {
    /// Positions of the residues in the protein, from 0.
    public var residues: Range<Int>
    /// Cleavage sites inside.
    public var missedCleavages: Int
    /// Whether the peptide begins the protein, with or without its initial methionine.
    public var isProteinNTerminal: Bool
    /// Whether the peptide ends the protein.
    public var isProteinCTerminal: Bool

    package init(residues: Range<Int>, missedCleavages: Int, isProteinNTerminal: Bool, isProteinCTerminal: Bool) {
        self.residues = residues
        self.missedCleavages = missedCleavages
        self.isProteinNTerminal = isProteinNTerminal
        self.isProteinCTerminal = isProteinCTerminal
    }
}
