/// An amino acid with a known residue composition: the 20 standard ones, selenocysteine and pyrrolysine.
///
/// The letters B (D or N), Z (E or Q), X (any) and `*` (stop) stand for no single composition and are no cases here.
/// J (I or L) has one composition: ``ResidueMasses`` knows its mass.
public enum AminoAcid: UInt8, CaseIterable, Sendable, Hashable {
    case alanine = 0x41
    case cysteine = 0x43
    case asparticAcid = 0x44
    case glutamicAcid = 0x45
    case phenylalanine = 0x46
    case glycine = 0x47
    case histidine = 0x48
    case isoleucine = 0x49
    case lysine = 0x4B
    case leucine = 0x4C
    case methionine = 0x4D
    case asparagine = 0x4E
    case pyrrolysine = 0x4F
    case proline = 0x50
    case glutamine = 0x51
    case arginine = 0x52
    case serine = 0x53
    case threonine = 0x54
    case selenocysteine = 0x55
    case valine = 0x56
    case tryptophan = 0x57
    case tyrosine = 0x59

    /// The upper-case one-letter code as an ASCII byte.
    public var letter: UInt8 { rawValue }

    /// Composition of the residue: the free amino acid without water.
    ///
    /// > Source: IUPAC-IUB, Nomenclature and Symbolism for Amino Acids and Peptides, 1984, Pure Appl. Chem. 56, 595; for
    /// > pyrrolysine Hao et al., Science 296 (2002) 1462 (residue C12H19N3O2).
    public var composition: Composition {
        switch self {
        case .alanine: Self.residue(carbon: 3, hydrogen: 5, nitrogen: 1, oxygen: 1)
        case .cysteine: Self.residue(carbon: 3, hydrogen: 5, nitrogen: 1, oxygen: 1, sulfur: 1)
        case .asparticAcid: Self.residue(carbon: 4, hydrogen: 5, nitrogen: 1, oxygen: 3)
        case .glutamicAcid: Self.residue(carbon: 5, hydrogen: 7, nitrogen: 1, oxygen: 3)
        case .phenylalanine: Self.residue(carbon: 9, hydrogen: 9, nitrogen: 1, oxygen: 1)
        case .glycine: Self.residue(carbon: 2, hydrogen: 3, nitrogen: 1, oxygen: 1)
        case .histidine: Self.residue(carbon: 6, hydrogen: 7, nitrogen: 3, oxygen: 1)
        case .isoleucine, .leucine: Self.residue(carbon: 6, hydrogen: 11, nitrogen: 1, oxygen: 1)
        case .lysine: Self.residue(carbon: 6, hydrogen: 12, nitrogen: 2, oxygen: 1)
        case .methionine: Self.residue(carbon: 5, hydrogen: 9, nitrogen: 1, oxygen: 1, sulfur: 1)
        case .asparagine: Self.residue(carbon: 4, hydrogen: 6, nitrogen: 2, oxygen: 2)
        case .pyrrolysine: Self.residue(carbon: 12, hydrogen: 19, nitrogen: 3, oxygen: 2)
        case .proline: Self.residue(carbon: 5, hydrogen: 7, nitrogen: 1, oxygen: 1)
        case .glutamine: Self.residue(carbon: 5, hydrogen: 8, nitrogen: 2, oxygen: 2)
        case .arginine: Self.residue(carbon: 6, hydrogen: 12, nitrogen: 4, oxygen: 1)
        case .serine: Self.residue(carbon: 3, hydrogen: 5, nitrogen: 1, oxygen: 2)
        case .threonine: Self.residue(carbon: 4, hydrogen: 7, nitrogen: 1, oxygen: 2)
        case .selenocysteine: Self.residue(carbon: 3, hydrogen: 5, nitrogen: 1, oxygen: 1) + Composition([.selenium: 1])
        case .valine: Self.residue(carbon: 5, hydrogen: 9, nitrogen: 1, oxygen: 1)
        case .tryptophan: Self.residue(carbon: 11, hydrogen: 10, nitrogen: 2, oxygen: 1)
        case .tyrosine: Self.residue(carbon: 9, hydrogen: 9, nitrogen: 1, oxygen: 2)
        }
    }

    /// Monoisotopic mass of the residue in Da.
    public var monoisotopicMass: Double { composition.monoisotopicMass }

    private static func residue(
        carbon: Int, hydrogen: Int, nitrogen: Int, oxygen: Int, sulfur: Int = 0
    ) -> Composition {
        Composition([
            .carbon: carbon, .hydrogen: hydrogen, .nitrogen: nitrogen, .oxygen: oxygen, .sulfur: sulfur,
        ])
    }
}
