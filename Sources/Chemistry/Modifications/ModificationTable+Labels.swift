extension ModificationTable {
    /// Residues grown or made with heavy isotopes, and reagents that differ only in isotopes.
    static let isotopeLabels: [ModificationDefinition] = [
        row(56, "Acetyl:2H(3)", atoms(c: 2, h: -1, o: 1, d: 3), [.on(.lysine), .at(.peptideNTerm)]),
        row(188, "Label:13C(6)", atoms(c: -6, c13: 6), [.on(.lysine, .arginine, .leucine, .isoleucine)]),
        row(193, "Label:18O(2)", atoms(o: -2, o18: 2), [.at(.peptideCTerm)]),
        row(199, "Dimethyl:2H(4)", atoms(c: 2, d: 4), [.on(.lysine, .arginine), .at(.peptideNTerm)]),
        row(258, "Label:18O(1)", atoms(o: -1, o18: 1), [.at(.peptideCTerm)]),
        row(259, "Label:13C(6)15N(2)", atoms(c: -6, n: -2, c13: 6, n15: 2), [.on(.lysine, .leucine)]),
        row(267, "Label:13C(6)15N(4)", atoms(c: -6, n: -4, c13: 6, n15: 4), [.on(.arginine)]),
        row(268, "Label:13C(5)15N(1)", atoms(c: -5, n: -1, c13: 5, n15: 1), [.on(.valine, .proline, .methionine)]),
        row(269, "Label:13C(9)15N(1)", atoms(c: -9, n: -1, c13: 9, n15: 1), [.on(.phenylalanine)]),
        row(298, "Methyl:2H(3)", atoms(c: 1, h: -1, d: 3), [.on(.asparticAcid, .glutamicAcid), .at(.peptideCTerm)]),
        row(330, "Dimethyl:2H(6)13C(2)", atoms(h: -2, c13: 2, d: 6), [.on(.lysine, .arginine), .at(.peptideNTerm)]),
        row(481, "Label:2H(4)", atoms(h: -4, d: 4), [.on(.lysine, .alanine, .phenylalanine, .tyrosine)]),
        row(510, "Dimethyl:2H(4)13C(2)", atoms(c13: 2, d: 4), [.on(.lysine, .arginine), .at(.peptideNTerm)]),
        row(
            695, "Label:13C(6)15N(1)", atoms(c: -6, n: -1, c13: 6, n15: 1), [.on(.leucine, .isoleucine)]),
    ]

    /// Isobaric tags and their unlabelled forms.
    static let massTags: [ModificationDefinition] = [
        row(214, "iTRAQ4plex", atoms(c: 4, h: 12, n: 1, o: 1, c13: 3, n15: 1), tagSites),
        row(730, "iTRAQ8plex", atoms(c: 7, h: 24, n: 3, o: 3, c13: 7, n15: 1), tagSites),
        row(737, "TMT6plex", atoms(c: 8, h: 20, n: 1, o: 2, c13: 4, n15: 1), tagSites),
        row(738, "TMT2plex", atoms(c: 11, h: 20, n: 2, o: 2, c13: 1), tagSites),
        row(739, "TMT", atoms(c: 12, h: 20, n: 2, o: 2), tagSites),
        row(2016, "TMTpro", atoms(c: 8, h: 25, n: 1, o: 3, c13: 7, n15: 2), tagSites),
        row(2017, "TMTpro_zero", atoms(c: 15, h: 25, n: 3, o: 3), tagSites),
    ]

    /// Amine-reactive tags sit on lysine and on the N-terminus.
    private static let tagSites: [ModificationSite] = [.on(.lysine), .at(.peptideNTerm)]
}
