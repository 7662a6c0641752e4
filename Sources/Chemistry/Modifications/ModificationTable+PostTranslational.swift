extension ModificationTable {
    /// Small groups that cells add to proteins or take from them.
    static let postTranslational: [ModificationDefinition] = [
        row(1, "Acetyl", atoms(c: 2, h: 2, o: 1), [.on(.lysine), .at(.proteinNTerm), .at(.peptideNTerm)]),
        row(2, "Amidated", atoms(h: 1, n: 1, o: -1), [.at(.peptideCTerm), .at(.proteinCTerm)]),
        row(
            21, "Phospho", atoms(h: 1, o: 3, p: 1), [.on(.serine, .threonine, .tyrosine)],
            losing: [loss(atoms(h: 3, o: 4, p: 1), from: .serine, .threonine)]),
        row(
            34, "Methyl", atoms(c: 1, h: 2),
            [
                .on(.lysine, .arginine), .on(.histidine, .asparagine, .glutamine, .asparticAcid, .glutamicAcid),
                .at(.peptideNTerm), .at(.peptideCTerm),
            ]),
        row(
            36, "Dimethyl", atoms(c: 2, h: 4),
            [.on(.lysine, .arginine), .at(.peptideNTerm), .at(.proteinNTerm, .proline)]),
        row(
            37, "Trimethyl", atoms(c: 3, h: 6), [.on(.lysine, .arginine), .at(.proteinNTerm, .alanine)],
            losing: [loss(atoms(c: 3, h: 9, n: 1), from: .lysine)]),
        row(
            40, "Sulfo", atoms(o: 3, s: 1), [.on(.serine, .threonine, .tyrosine)],
            losing: [loss(atoms(o: 3, s: 1), from: .serine, .threonine, .tyrosine)]),
        row(121, "GG", atoms(c: 4, h: 6, n: 2, o: 2), [.on(.lysine)]),
        row(122, "Formyl", atoms(c: 1, o: 1), [.on(.lysine), .at(.proteinNTerm), .at(.peptideNTerm)]),
        row(275, "Nitrosyl", atoms(h: -1, n: 1, o: 1), [.on(.cysteine, .tyrosine)]),
        row(299, "Carboxy", atoms(c: 1, o: 2), [.on(.lysine, .asparticAcid, .glutamicAcid, .tryptophan)]),
        row(354, "Nitro", atoms(h: -1, n: 1, o: 2), [.on(.tyrosine), .on(.tryptophan, .phenylalanine)]),
        row(421, "Sulfide", atoms(s: 1), [.on(.cysteine, .asparticAcid)]),
        row(535, "LRGG", atoms(c: 16, h: 29, n: 7, o: 4), [.on(.lysine)]),
        row(747, "Malonyl", atoms(c: 3, h: 2, o: 3), [.on(.lysine, .cysteine, .serine)]),
        row(765, "Met-loss", atoms(c: -5, h: -9, n: -1, o: -1, s: -1), [.at(.proteinNTerm, .methionine)]),
        row(766, "Met-loss+Acetyl", atoms(c: -3, h: -7, n: -1, s: -1), [.at(.proteinNTerm, .methionine)]),
        row(1289, "Butyryl", atoms(c: 4, h: 6, o: 1), [.on(.lysine)]),
        row(1363, "Crotonyl", atoms(c: 4, h: 4, o: 1), [.on(.lysine)]),
        row(1848, "Glutaryl", atoms(c: 5, h: 6, o: 3), [.on(.lysine)]),
        row(1849, "hydroxyisobutyryl", atoms(c: 4, h: 6, o: 2), [.on(.lysine)]),
        row(2114, "Lactylation", atoms(c: 3, h: 4, o: 2), [.on(.lysine)]),
    ]
}
