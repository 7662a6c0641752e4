/// Where along a peptide a modification can be: on residues anywhere, or at one end of the peptide or protein.
public enum ModificationPosition: String, CaseIterable, Sendable, Hashable {
    /// On a residue, wherever it is in the peptide.
    case anywhere
    /// At the N-terminus of any peptide.
    case peptideNTerm = "N-term"
    /// At the C-terminus of any peptide.
    case peptideCTerm = "C-term"
    /// At the N-terminus of a peptide that begins its protein, with or without the initiator methionine.
    case proteinNTerm = "protein-N-term"
    /// At the C-terminus of a peptide that ends its protein.
    case proteinCTerm = "protein-C-term"

    /// Whether the modification sits on the N-terminus.
    public var isNTerminal: Bool { self == .peptideNTerm || self == .proteinNTerm }
    /// Whether the modification sits on the C-terminus.
    public var isCTerminal: Bool { self == .peptideCTerm || self == .proteinCTerm }
}

/// A place a modification can be: a position and the residues it is limited to.
public struct ModificationSite: Sendable, Hashable {
    /// Where along the peptide.
    public let position: ModificationPosition
    /// The residues it can be on, or for a terminus the residues the terminus may have; empty at a terminus means any.
    public let residues: ResidueSet

    /// Creates a site.
    ///
    /// - Precondition: a site anywhere names at least one residue.
    public init(position: ModificationPosition, residues: ResidueSet = .empty) {
        precondition(position != .anywhere || !residues.isEmpty, "a site anywhere needs residues")
        self.position = position
        self.residues = residues
    }

    /// A site on residues anywhere in the peptide.
    public static func on(_ aminoAcids: AminoAcid...) -> ModificationSite {
        ModificationSite(position: .anywhere, residues: ResidueSet(aminoAcids))
    }

    /// A site at a terminus, limited to some terminal residues if any are named.
    public static func at(_ position: ModificationPosition, _ aminoAcids: AminoAcid...) -> ModificationSite {
        ModificationSite(position: position, residues: ResidueSet(aminoAcids))
    }

    /// Whether a residue fits: one that the site names, or any at a terminus that names none.
    public func allows(residue letter: UInt8) -> Bool { residues.isEmpty || residues.contains(letter) }

    /// Where this site falls on a peptide, in order: residue indices, or the terminus.
    ///
    /// - Parameters:
    ///   - sequence: the peptide's residues as ASCII bytes.
    ///   - beginsProtein: the peptide stands at its protein's N-terminus.
    ///   - endsProtein: the peptide stands at its protein's C-terminus.
    public func locations(
        in sequence: [UInt8], beginsProtein: Bool, endsProtein: Bool
    ) -> [ModificationLocation] {
        guard let first = sequence.first, let last = sequence.last else { return [] }
        switch position {
        case .anywhere: return sequence.indices.filter { residues.contains(sequence[$0]) }.map { .residue($0) }
        case .proteinNTerm where !beginsProtein: return []
        case .proteinCTerm where !endsProtein: return []
        case .peptideNTerm, .proteinNTerm: return allows(residue: first) ? [.nTerminus] : []
        case .peptideCTerm, .proteinCTerm: return allows(residue: last) ? [.cTerminus] : []
        }
    }

    /// Whether some peptide has a place that both sites fall on.
    public func overlaps(_ other: ModificationSite) -> Bool {
        let sameEnd =
            position.isNTerminal && other.position.isNTerminal || position.isCTerminal && other.position.isCTerminal
        guard sameEnd || position == other.position else { return false }
        return residues.isEmpty || other.residues.isEmpty || !residues.intersection(other.residues).isEmpty
    }
}

extension ModificationSite: CustomStringConvertible {
    /// The site as it is written behind `@`: `STY`, `N-term`, `N-term:Q`, `protein-N-term`.
    public var description: String {
        if position == .anywhere { return residues.description }
        return residues.isEmpty ? position.rawValue : "\(position.rawValue):\(residues)"
    }
}
