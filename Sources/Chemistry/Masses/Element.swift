/// A chemical element by its most abundant isotope, or one isotope used for labelling.
///
/// The raw value is the symbol; a labelling isotope carries its mass number in front, as in `13C`.
public enum Element: String, CaseIterable, Sendable, Hashable {
    case carbon = "C"
    case hydrogen = "H"
    case silver = "Ag"
    case aluminium = "Al"
    case arsenic = "As"
    case boron = "B"
    case bromine = "Br"
    case calcium = "Ca"
    case chlorine = "Cl"
    case copper = "Cu"
    case fluorine = "F"
    case iron = "Fe"
    case mercury = "Hg"
    case iodine = "I"
    case potassium = "K"
    case lithium = "Li"
    case magnesium = "Mg"
    case nitrogen = "N"
    case sodium = "Na"
    case nickel = "Ni"
    case oxygen = "O"
    case phosphorus = "P"
    case sulfur = "S"
    case selenium = "Se"
    case silicon = "Si"
    case zinc = "Zn"
    case carbon13 = "13C"
    case deuterium = "2H"
    case nitrogen15 = "15N"
    case oxygen18 = "18O"

    /// Symbol of the element, with the mass number in front where it is a labelling isotope.
    public var symbol: String { rawValue }

    /// Whether this is a single isotope used for labelling, not the element at its natural abundances.
    public var isLabel: Bool {
        switch self {
        case .carbon13, .deuterium, .nitrogen15, .oxygen18: true
        default: false
        }
    }

    /// The element that a labelling isotope is one of; any other element itself.
    public var atNaturalAbundance: Element {
        switch self {
        case .carbon13: .carbon
        case .deuterium: .hydrogen
        case .nitrogen15: .nitrogen
        case .oxygen18: .oxygen
        default: self
        }
    }

    /// Mass of the most abundant isotope (of the isotope itself for a label) in Da, as a neutral atom.
    ///
    /// > Source: NIST Atomic Weights and Isotopic Compositions, version 4.1 (Coursey, Schwab, Tsai, Dragoset), relative
    /// > atomic masses of Wang et al., Chin. Phys. C 36 (2012) 1603, doi:10.1088/1674-1137/36/12/003.
    public var monoisotopicMass: Double {
        switch self {
        case .carbon: 12.0
        case .hydrogen: 1.00782503223
        case .silver: 106.9050916
        case .aluminium: 26.98153853
        case .arsenic: 74.92159457
        case .boron: 11.00930536
        case .bromine: 78.9183376
        case .calcium: 39.962590863
        case .chlorine: 34.968852682
        case .copper: 62.92959772
        case .fluorine: 18.99840316273
        case .iron: 55.93493633
        case .mercury: 201.97064340
        case .iodine: 126.9044719
        case .potassium: 38.9637064864
        case .lithium: 7.0160034366
        case .magnesium: 23.985041697
        case .nitrogen: 14.00307400443
        case .sodium: 22.9897692820
        case .nickel: 57.93534241
        case .oxygen: 15.99491461957
        case .phosphorus: 30.97376199842
        case .sulfur: 31.9720711744
        case .selenium: 79.9165218
        case .silicon: 27.97692653465
        case .zinc: 63.92914201
        case .carbon13: 13.00335483507
        case .deuterium: 2.01410177812
        case .nitrogen15: 15.00010889888
        case .oxygen18: 17.99915961286
        }
    }

    /// Natural abundances as fractions, by neutrons above the lightest isotope; `nil` for elements whose isotope
    /// pattern is not needed.
    ///
    /// > Source: NIST Atomic Weights and Isotopic Compositions, version 4.1.
    package var isotopeAbundances: [Double]? {
        switch self {
        case .carbon: [0.9893, 0.0107]
        case .hydrogen: [0.999885, 0.000115]
        case .nitrogen: [0.99636, 0.00364]
        case .oxygen: [0.99757, 0.00038, 0.00205]
        case .sulfur: [0.9499, 0.0075, 0.0425, 0, 0.0001]
        case .phosphorus, .fluorine, .sodium, .iodine, .carbon13, .deuterium, .nitrogen15, .oxygen18: [1]
        default: nil
        }
    }
}
