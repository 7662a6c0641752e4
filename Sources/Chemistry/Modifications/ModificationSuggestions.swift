/// Known modifications that a misspelt or colloquial name may stand for.
enum ModificationSuggestions {
    /// Up to three Unimod names, the most similar first and none more than one edit behind it; equally similar ones in
    /// alphabetical order.
    static func candidates(for name: String) -> [String] {
        let wanted = name.lowercased()
        if let unimodName = colloquial[wanted] { return [unimodName] }
        let limit = max(2, wanted.count / 3)
        let ranked = ModificationTable.all.map { definition in
            (distance: rank(of: definition.name.lowercased(), for: wanted), name: definition.name)
        }
        let nearest = ranked.map(\.distance).min() ?? 0
        return ranked.filter { $0.distance <= min(limit, nearest + 1) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(3).map(\.name)
    }

    /// Names in common use that are not Unimod's.
    private static let colloquial = [
        "acetylation": "Acetyl", "amidation": "Amidated", "biotinylation": "Biotin",
        "carbamidomethylation": "Carbamidomethyl", "carbamylation": "Carbamyl", "citrullination": "Deamidated@R",
        "citrulline": "Deamidated@R", "deamidation": "Deamidated", "gg (ubiquitin)": "GG", "glycation": "Hex",
        "glygly": "GG", "hydroxylation": "Oxidation", "iodoacetamide": "Carbamidomethyl", "lactyl": "Lactylation",
        "methylation": "Methyl", "nem": "Nethylmaleimide", "nitrosylation": "Nitrosyl",
        "persulfide": "Sulfide", "phosphorylation": "Phospho", "pyro-glu": "Gln->pyro-Glu", "tmt0": "TMT",
        "tmt10plex": "TMT6plex",
        "tmt11plex": "TMT6plex", "tmt16plex": "TMTpro", "tmt18plex": "TMTpro", "tmtpro16plex": "TMTpro",
        "ubiquitination": "GG", "ubiquitinylation": "GG",
    ]

    /// Edit distance; a name that begins with the wanted text counts as one edit away.
    private static func rank(of known: String, for wanted: String) -> Int {
        let distance = editDistance(Array(wanted.utf8), Array(known.utf8))
        return wanted.count >= 3 && known.hasPrefix(wanted) ? min(distance, 1) : distance
    }

    /// Levenshtein distance: the fewest insertions, deletions and replacements between two texts.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, leftByte) in left.enumerated() {
            var current = [row + 1]
            for (column, rightByte) in right.enumerated() {
                let replaced = previous[column] + (leftByte == rightByte ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
