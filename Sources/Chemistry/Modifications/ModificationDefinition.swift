/// What a modification is: its name, what it adds, and where it is usually found.
///
/// Equal definitions have the same name and the same mass.
public struct ModificationDefinition: Sendable {
    /// Accession in Unimod, as in `UNIMOD:35`; `nil` for a modification given by mass or formula.
    public let unimodAccession: Int?
    /// Unimod's name ("PSI-MS name"); for a modification given by mass that mass with its sign, as in `+15.994915`.
    public let name: String
    /// Atoms added (negative counts: removed); `nil` for a modification given by mass.
    public let composition: Composition?
    /// Monoisotopic mass added, in Da; negative where mass is lost.
    public let massDaltons: Double
    /// Where it is usually found, the commonest place first; a specification may name other places.
    public let usualSites: [ModificationSite]
    /// What fragments with it may lose.
    public let neutralLosses: [NeutralLoss]

    /// Creates a modification of known composition; its mass follows from the composition.
    public init(
        unimodAccession: Int? = nil, name: String, composition: Composition, usualSites: [ModificationSite] = [],
        neutralLosses: [NeutralLoss] = []
    ) {
        self.unimodAccession = unimodAccession
        self.name = name
        self.composition = composition
        massDaltons = composition.monoisotopicMass
        self.usualSites = usualSites
        self.neutralLosses = neutralLosses
    }

    /// Creates a modification of which only the mass in Da is known; its name is the mass with its sign.
    public init(massDaltons: Double) {
        unimodAccession = nil
        name = DecimalText.signed(massDaltons)
        composition = nil
        self.massDaltons = massDaltons
        usualSites = []
        neutralLosses = []
    }

    /// Whether it adds or removes atoms, and does not just exchange isotopes of elements that are there; `false` where only
    /// the mass is known.
    public var changesElements: Bool {
        guard let composition else { return false }
        var counts: [Element: Int] = [:]
        for (element, count) in composition.elements { counts[element.atNaturalAbundance, default: 0] += count }
        return counts.values.contains { $0 != 0 }
    }

    /// Losses seen from this modification on a residue.
    public func neutralLosses(fromResidue letter: UInt8) -> [NeutralLoss] {
        neutralLosses.filter { $0.residues.contains(letter) }
    }
}

extension ModificationDefinition: Hashable {
    /// Whether name and mass agree.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.massDaltons == right.massDaltons
    }

    /// Hashes name and mass.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(massDaltons)
    }
}
