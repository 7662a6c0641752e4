/// Labels that a peptide carries on all of their sites or not at all: one channel of an experiment with heavy isotopes,
/// such as SILAC.
///
/// A label adds to a fixed modification of its place. Beside a variable one it depends on what the label is: one that
/// exchanges isotopes of a residue, or of which only the mass is known, is part of the residue and stays; a reagent finds
/// its place taken, and no label is on an end that carries a variable modification.
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

    /// Mass in Da the set adds to a residue that carries a variable modification.
    public func massDaltons(onModifiedResidue letter: UInt8) -> Double {
        modifications.reduce(0) { sum, label in
            label.staysBesideVariable && label.site.residues.contains(letter) ? sum + label.massDaltons : sum
        }
    }

    /// Mass in Da the set adds to an end of every peptide; 0 where it has no label for it.
    public func massDaltons(at end: ModificationPosition) -> Double {
        modifications.reduce(0) { sum, label in
            label.site.position == end && label.site.residues.isEmpty ? sum + label.massDaltons : sum
        }
    }

    /// The labels of a peptide with their places; those of a protein's end only where the peptide stands there.
    ///
    /// - Parameter modified: places that carry variable modifications.
    public func modifications(
        on sequence: [UInt8], beginsProtein: Bool, endsProtein: Bool, modified: Set<ModificationLocation> = []
    ) -> [LocalisedModification] {
        modifications.flatMap { label in
            label.site.locations(in: sequence, beginsProtein: beginsProtein, endsProtein: endsProtein)
                .filter { label.staysBesideVariable || !modified.contains($0) }
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

extension ModificationSpecification {
    /// Whether it stays, as a label, on a place that carries a variable modification.
    fileprivate var staysBesideVariable: Bool { site.position == .anywhere && !definition.changesElements }
}
