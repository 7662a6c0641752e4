extension ModificationTable {
    /// Sugars, lipids, cofactors and other large groups.
    static let conjugates: [ModificationDefinition] = [
        row(3, "Biotin", atoms(c: 10, h: 14, n: 2, o: 2, s: 1), [.on(.lysine), .at(.peptideNTerm)]),
        row(
            41, "Hex", atoms(c: 6, h: 10, o: 5),
            [.on(.lysine, .arginine, .asparagine, .serine, .threonine), .at(.peptideNTerm)],
            losing: [loss(atoms(c: 6, h: 10, o: 5), from: .serine, .threonine)]),
        row(42, "Lipoyl", atoms(c: 8, h: 12, o: 1, s: 2), [.on(.lysine)]),
        row(
            43, "HexNAc", atoms(c: 8, h: 13, n: 1, o: 5), [.on(.asparagine, .serine, .threonine)],
            losing: [loss(atoms(c: 8, h: 13, n: 1, o: 5), from: .asparagine, .serine, .threonine)]),
        row(44, "Farnesyl", atoms(c: 15, h: 24), [.on(.cysteine)]),
        row(45, "Myristoyl", atoms(c: 14, h: 26, o: 1), [.at(.peptideNTerm, .glycine), .on(.lysine, .cysteine)]),
        row(46, "PyridoxalPhosphate", atoms(c: 8, h: 8, n: 1, o: 5, p: 1), [.on(.lysine)]),
        row(47, "Palmitoyl", atoms(c: 16, h: 30, o: 1), [.on(.cysteine, .lysine, .serine, .threonine)]),
        row(48, "GeranylGeranyl", atoms(c: 20, h: 32), [.on(.cysteine)]),
        row(49, "Phosphopantetheine", atoms(c: 11, h: 21, n: 2, o: 6, p: 1, s: 1), [.on(.serine)]),
        row(55, "Glutathione", atoms(c: 10, h: 15, n: 3, o: 6, s: 1), [.on(.cysteine)]),
        row(
            213, "ADP-Ribosyl", atoms(c: 15, h: 21, n: 5, o: 13, p: 2),
            [.on(.arginine, .cysteine, .asparagine, .serine, .glutamicAcid, .asparticAcid, .lysine)]),
        row(295, "dHex", atoms(c: 6, h: 10, o: 4), [.on(.serine, .threonine, .asparagine)]),
        row(312, "Cysteinyl", atoms(c: 3, h: 5, n: 1, o: 2, s: 1), [.on(.cysteine)]),
        row(379, "Hypusine", atoms(c: 4, h: 9, n: 1, o: 1), [.on(.lysine)]),
        row(405, "Phosphoadenosine", atoms(c: 10, h: 12, n: 5, o: 6, p: 1), [.on(.tyrosine, .threonine, .lysine)]),
        row(426, "Octanoyl", atoms(c: 8, h: 14, o: 1), [.on(.serine, .threonine)]),
        row(793, "Hex(1)HexNAc(1)", atoms(c: 14, h: 23, n: 1, o: 10), [.on(.asparagine, .serine, .threonine)]),
        row(1303, "NeuAc", atoms(c: 11, h: 17, n: 1, o: 8), [.on(.asparagine, .serine, .threonine)]),
    ]
}
