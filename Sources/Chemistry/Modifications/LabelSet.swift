/// Labels that a peptide carries on all of their sites or not at all: one channel of an experiment with heavy isotopes,
/// such as SILAC.
///
/// A label adds to whatever else its place carries, fixed or variable.
///
/// > Source: Ong et al., "Stable isotope labeling by amino acids in cell culture, SILAC", Mol. Cell. Proteomics 1 (2002)
/// > 376, doi:10.1074/mcp.M200025-MCP200.
public struct LabelSet: Sendable, Hashable {
    /// What the set is called, such as `heavy`.
    public let name: String
    /// The labels with their sites.
    public let modifications: [ModificationSpecification]

    /// Difference in Da up to which two labels have the same mass. Labels of the same nominal mass differ by more: 13C
    /// and 2H by 3 mDa, 13C and 15N by 6 mDa.
    package static let massResolutionDaltons = 1e-5

    /// Creates a set of labels.
    public init(name: String, modifications: [ModificationSpecification]) {
        self.name = name
        self.modifications = modifications
    }

    /// Mass in Da the set adds to a residue, wherever it is in the peptide; 0 where it has no label for it.
    public func massDaltons(onResidue letter: UInt8) -> Double {
        modifications.reduce(0) { sum, label in
            label.site.position == .anywhere && label.site.residues.contains(letter) ? sum + label.massDaltons : sum
        }
    }

    /// Mass in Da the set adds to an end of every peptide; 0 where it has no label for it.
    public func massDaltons(at end: ModificationPosition) -> Double {
        modifications.reduce(0) { sum, label in
            label.site.position == end && label.site.residues.isEmpty ? sum + label.massDaltons : sum
        }
    }

    /// The labels of a peptide with their places; those of a protein's end only where the peptide stands there.
    public func modifications(
        on sequence: [UInt8], beginsProtein: Bool, endsProtein: Bool
    ) -> [LocalisedModification] {
        modifications.flatMap { label in
            label.site.locations(in: sequence, beginsProtein: beginsProtein, endsProtein: endsProtein)
                .map { LocalisedModification(location: $0, definition: label.definition) }
        }
    }

    /// Whether both sets add the same to every residue and end.
    func hasSameMasses(as other: LabelSet) -> Bool {
        func agree(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= Self.massResolutionDaltons }
        let ends = ModificationPosition.allCases.filter { $0 != .anywhere }
        // Sites that depend on an end and on its residue are compared as they are written.
        return sitesOfEndsWithResidue == other.sitesOfEndsWithResidue
            && ends.allSatisfy { agree(massDaltons(at: $0), other.massDaltons(at: $0)) }
            && AminoAcid.allCases.allSatisfy {
                agree(massDaltons(onResidue: $0.letter), other.massDaltons(onResidue: $0.letter))
            }
    }

    private var sitesOfEndsWithResidue: Set<ModificationSpecification> {
        Set(modifications.filter { $0.site.position != .anywhere && !$0.site.residues.isEmpty })
    }
}
