extension ModificationTable {
    /// What sample preparation adds on purpose, above all to cysteine.
    static let processing: [ModificationDefinition] = [
        row(4, "Carbamidomethyl", atoms(c: 2, h: 3, n: 1, o: 1), [.on(.cysteine), .at(.peptideNTerm)]),
        row(6, "Carboxymethyl", atoms(c: 2, h: 2, o: 2), [.on(.cysteine), .at(.peptideNTerm)]),
        row(17, "NIPCAM", atoms(c: 5, h: 9, n: 1, o: 1), [.on(.cysteine)]),
        row(24, "Propionamide", atoms(c: 3, h: 5, n: 1, o: 1), [.on(.cysteine)]),
        row(26, "Pyro-carbamidomethyl", atoms(c: 2, o: 1), [.at(.peptideNTerm, .cysteine)]),
        row(31, "Pyridylethyl", atoms(c: 7, h: 7, n: 1), [.on(.cysteine)]),
        row(39, "Methylthio", atoms(c: 1, h: 2, s: 1), [.on(.cysteine)]),
        row(52, "Guanidinyl", atoms(c: 1, h: 2, n: 2), [.on(.lysine)]),
        row(58, "Propionyl", atoms(c: 3, h: 4, o: 1), [.on(.lysine), .at(.peptideNTerm)]),
        row(64, "Succinyl", atoms(c: 4, h: 4, o: 3), [.on(.lysine), .at(.peptideNTerm)]),
        row(92, "NHS-LC-Biotin", atoms(c: 16, h: 25, n: 3, o: 3, s: 1), [.on(.lysine), .at(.peptideNTerm)]),
        row(108, "Nethylmaleimide", atoms(c: 6, h: 7, n: 1, o: 2), [.on(.cysteine)]),
        row(136, "Benzoyl", atoms(c: 7, h: 4, o: 1), [.on(.lysine), .at(.peptideNTerm)]),
    ]
}
