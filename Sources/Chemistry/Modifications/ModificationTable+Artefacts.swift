extension ModificationTable {
    /// What happens to peptides unasked: oxidation, cyclisation, losses, adducts, over-alkylation.
    static let artefacts: [ModificationDefinition] = [
        row(5, "Carbamyl", atoms(c: 1, h: 1, n: 1, o: 1), [.on(.lysine, .arginine, .cysteine), .at(.peptideNTerm)]),
        row(7, "Deamidated", atoms(h: -1, n: -1, o: 1), [.on(.asparagine, .glutamine), .on(.arginine)]),
        row(10, "Met->Hse", atoms(c: -1, h: -2, o: 1, s: -1), [.at(.peptideCTerm, .methionine)]),
        row(11, "Met->Hsl", atoms(c: -1, h: -4, s: -1), [.at(.peptideCTerm, .methionine)]),
        row(
            23, "Dehydrated", atoms(h: -2, o: -1),
            [.on(.serine, .threonine, .tyrosine, .asparticAcid), .at(.peptideNTerm, .cysteine)]),
        row(27, "Glu->pyro-Glu", atoms(h: -2, o: -1), [.at(.peptideNTerm, .glutamicAcid)]),
        row(28, "Gln->pyro-Glu", atoms(h: -3, n: -1), [.at(.peptideNTerm, .glutamine)]),
        row(30, "Cation:Na", atoms(h: -1, na: 1), acids),
        row(
            35, "Oxidation", atoms(o: 1),
            [.on(.methionine), .on(.tryptophan, .histidine, .cysteine, .proline, .lysine, .tyrosine, .phenylalanine)],
            losing: [loss(atoms(c: 1, h: 4, o: 1, s: 1), from: .methionine)]),
        row(254, "Delta:H(2)C(2)", atoms(c: 2, h: 2), [.on(.histidine, .lysine), .at(.peptideNTerm)]),
        row(280, "Ethyl", atoms(c: 2, h: 4), [.on(.lysine, .glutamicAcid, .asparticAcid), .at(.peptideNTerm)]),
        row(345, "Trioxidation", atoms(o: 3), [.on(.cysteine, .tryptophan, .tyrosine)]),
        row(350, "Trp->Hydroxykynurenin", atoms(c: -1, o: 2), [.on(.tryptophan)]),
        row(351, "Trp->Kynurenin", atoms(c: -1, o: 1), [.on(.tryptophan)]),
        row(352, "Lys->Allysine", atoms(h: -3, n: -1, o: 1), [.on(.lysine)]),
        row(359, "Pro->pyro-Glu", atoms(h: -2, o: 1), [.on(.proline)]),
        row(368, "Cys->Dha", atoms(h: -2, s: -1), [.on(.cysteine)]),
        row(374, "Dehydro", atoms(h: -1), [.on(.cysteine)]),
        row(378, "Carboxyethyl", atoms(c: 3, h: 4, o: 2), [.on(.lysine)]),
        row(
            385, "Ammonia-loss", atoms(h: -3, n: -1),
            [.on(.asparagine), .at(.peptideNTerm, .cysteine), .at(.proteinNTerm, .serine, .threonine)]),
        row(392, "Quinone", atoms(h: -2, o: 2), [.on(.tyrosine, .tryptophan)]),
        row(401, "Didehydro", atoms(h: -2), [.on(.serine, .threonine, .tyrosine)]),
        row(425, "Dioxidation", atoms(o: 2), [.on(.methionine, .tryptophan), .on(.cysteine, .proline, .lysine)]),
        row(530, "Cation:K", atoms(h: -1, k: 1), acids),
        row(950, "Cation:Li", Composition([.hydrogen: -1, .lithium: 1]), acids),
        row(951, "Cation:Ca[II]", Composition([.hydrogen: -2, .calcium: 1]), acids),
        row(952, "Cation:Fe[II]", Composition([.hydrogen: -2, .iron: 1]), acids),
        row(956, "Cation:Mg[II]", Composition([.hydrogen: -2, .magnesium: 1]), acids),
        row(989, "Ammonium", atoms(h: 3, n: 1), acids),
    ]

    /// Cations replace the protons of acidic groups.
    private static let acids: [ModificationSite] = [.on(.asparticAcid, .glutamicAcid), .at(.peptideCTerm)]
}
