/// The modifications that are known by name: a selection of Unimod, in the order of their accessions.
///
/// > Source: Unimod, unimod.org (Creasy and Cottrell, Proteomics 4 (2004) 1534, doi:10.1002/pmic.200300744): names,
/// > accessions, compositions, specificities and neutral losses. Masses follow from the compositions.
public enum ModificationTable {
    /// All known modifications, by ascending Unimod accession.
    public static let all: [ModificationDefinition] =
        (processing + postTranslational + conjugates + artefacts + isotopeLabels + massTags)
        .sorted { ($0.unimodAccession ?? 0) < ($1.unimodAccession ?? 0) }

    /// The modification of this Unimod name; letter case does not matter.
    public static func definition(named name: String) -> ModificationDefinition? { byName[name.lowercased()] }

    /// The modification of this Unimod accession (35 for `UNIMOD:35`).
    public static func definition(unimodAccession: Int) -> ModificationDefinition? { byAccession[unimodAccession] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    private static let byAccession = Dictionary(
        uniqueKeysWithValues: all.compactMap { row in row.unimodAccession.map { ($0, row) } })

    /// One row of the table; kept short because there are a hundred of them.
    static func row(
        _ accession: Int, _ name: String, _ composition: Composition, _ sites: [ModificationSite],
        losing losses: [NeutralLoss] = []
    ) -> ModificationDefinition {
        ModificationDefinition(
            unimodAccession: accession, name: name, composition: composition, usualSites: sites,
            neutralLosses: losses)
    }

    /// Atoms by the symbols chemists write; deuterium is `d`, labelling isotopes are `c13`, `n15` and `o18`.
    static func atoms(
        c: Int = 0, h: Int = 0, n: Int = 0, o: Int = 0, p: Int = 0, s: Int = 0, na: Int = 0, k: Int = 0,
        c13: Int = 0, d: Int = 0, n15: Int = 0, o18: Int = 0
    ) -> Composition {
        Composition([
            .carbon: c, .hydrogen: h, .nitrogen: n, .oxygen: o, .phosphorus: p, .sulfur: s, .sodium: na,
            .potassium: k, .carbon13: c13, .deuterium: d, .nitrogen15: n15, .oxygen18: o18,
        ])
    }

    /// A neutral loss from some residues.
    static func loss(_ composition: Composition, from aminoAcids: AminoAcid...) -> NeutralLoss {
        NeutralLoss(from: ResidueSet(aminoAcids), composition: composition)
    }
}
