import Chemistry
import ProteinDatabase
import TestSupport
import Testing

/// A database of random proteins and the settings of a table made from it.
struct TableCase: Sendable, CustomTestStringConvertible {
    var name: String
    var enzyme = "trypsin"
    var missed = 1
    var specificity = CleavageSpecificity.full
    var lengths = 3...12
    var massRange = 300.0...1400.0
    var fixed = ["Carbamidomethyl@C"]
    var variable = ["Oxidation@M"]
    var maximumVariable = 2
    var labels: [[String]] = []
    /// Largest number of a variable modification by its place.
    var maxima: [Int: Int] = [:]
    /// Groups of variable modifications of which a form carries only one, by their places; a member may be several places.
    var exclusive: [ExclusiveGroup] = []
    var hasDecoyProteins = false
    var keepsFirstResidue = false
    var testDescription: String { name }

    static let all = [
        TableCase(name: "defaults", variable: ["Oxidation@M", "Acetyl@protein-N-term"]),
        TableCase(name: "no variable modification", variable: []),
        TableCase(name: "none allowed", variable: ["Oxidation@M"], maximumVariable: 0),
        TableCase(
            name: "both ends of the protein", missed: 3, lengths: 2...60, massRange: 200...6000,
            variable: ["Acetyl@protein-N-term", "Amidated@protein-C-term", "Oxidation@M"], maximumVariable: 3),
        TableCase(
            name: "ends that depend on a residue", specificity: .semi, lengths: 3...8, fixed: [],
            variable: ["Gln->pyro-Glu@N-term:Q", "Amidated@C-term", "Phospho@S"], maximumVariable: 3),
        TableCase(
            name: "variable in the place of fixed", fixed: ["TMT6plex@K", "TMT6plex@N-term", "Carbamidomethyl@C"],
            variable: ["+71.037114@C", "Acetyl@N-term", "Acetyl@K"]),
        TableCase(
            name: "two kinds on one residue, one that takes mass away", fixed: [],
            variable: ["Oxidation@M", "-48.003371@M", "Phospho@S"], maximumVariable: 3),
        TableCase(
            name: "unspecific", specificity: .none, lengths: 4...6, massRange: 350...600, variable: ["Oxidation@M"]),
        TableCase(name: "first residue kept in decoys", fixed: ["TMT6plex@K"], keepsFirstResidue: true),
        TableCase(
            name: "decoys of the FASTA", variable: ["Oxidation@M", "Acetyl@protein-N-term"], hasDecoyProteins: true),
        TableCase(
            name: "labels beside variable modifications of the same residue", variable: ["GG@K", "Oxidation@M"],
            labels: [["Label:13C(6)15N(2)@K", "Label:13C(6)15N(4)@R"]]),
        TableCase(
            name: "sets of labels that agree on some residues", massRange: 300...900, fixed: ["TMT6plex@K"],
            labels: [
                ["Label:2H(4)@K", "Label:13C(6)@R"], ["Label:2H(4)@K", "Label:13C(6)15N(4)@R"],
                ["Label:13C(6)15N(4)@R"], ["Label:13C(6)@IL", "Label:13C(5)15N(1)@P"],
            ]),
        TableCase(
            name: "labels of ends, fixed and variable modifications there", specificity: .semi, lengths: 3...8,
            fixed: ["Acetyl@N-term"], variable: ["Formyl@protein-N-term", "Amidated@C-term"],
            labels: [["Dimethyl:2H(4)@N-term", "Dimethyl:2H(4)@K"], ["Label:18O(2)@C-term"], ["-1.5@N-term"]]),
        TableCase(
            name: "reagents beside variable modifications of their places", missed: 2, massRange: 300...900,
            fixed: ["Methyl@C"],
            variable: ["Acetyl@N-term", "GG@K", "Amidated@protein-C-term", "Oxidation@M"], maximumVariable: 3,
            labels: [
                ["Dimethyl@N-term", "Dimethyl@K"], ["Dimethyl:2H(4)@N-term", "Dimethyl:2H(4)@K"],
                ["Dimethyl@N-term", "Label:13C(6)@KR", "Label:18O(2)@C-term"],
            ]),
        TableCase(
            name: "at most one of some, and some that exclude each other", missed: 2, fixed: [],
            variable: ["Phospho@S", "GG@K", "Acetyl@K", "Acetyl@protein-N-term", "Oxidation@M"], maximumVariable: 4,
            maxima: [0: 2, 4: 1],
            exclusive: [
                ExclusiveGroup(names: ["Phospho@S", "GG"], members: [[0], [1]]),
                ExclusiveGroup(names: ["Acetyl", "GG@K", "Oxidation@M"], members: [[2, 3], [1], [4]]),
            ]),
        TableCase(
            name: "labels and decoys of the FASTA", labels: [["Label:13C(6)@KR"], ["Methyl@C"]], hasDecoyProteins: true),
    ]

    var proteins: [Protein] {
        var generator = SplitMix64(seed: 7)
        let long = (0..<14).map { number in
            protein(
                "P\(10 + number)", "M" + randomProtein(letters: "AILKRMSPCQGX", length: 40, using: &generator),
                isDecoy: hasDecoyProteins && number % 2 == 1)
        }
        // Short ones that are a peptide as a whole, or a piece at either end of another.
        return long + [
            protein("S1", "MAGILK"), protein("S2", "AGLLKSSSR"), protein("S3", "SSRAGIIK"), protein("S4", "CAGLIK"),
            protein("S5", "SSSRMAGLIK", isDecoy: hasDecoyProteins),
        ]
    }

    func digestionRules() throws -> DigestionRules {
        try rules(
            enzyme, missed: missed, specificity: specificity, lengths: lengths, masses: massRange, losesMethionine: true
        )
    }

    func builder() throws -> PeptideTableBuilder {
        PeptideTableBuilder(
            database: ProteinDatabase(proteins: proteins), digestion: try digestionRules(),
            decoys: DecoyRules(
                source: hasDecoyProteins ? .fromFASTA(prefix: "rev_") : .reversed, keepsFirstResidue: keepsFirstResidue),
            chemistry: try masses(
                fixed: fixed, variable: variable, maximumVariable: maximumVariable, labels: labels, maxima: maxima,
                exclusive: exclusive.map(\.names)))
    }

    func oracle() throws -> FormOracle {
        try FormOracle(
            rules: digestionRules(), fixed: fixed, variable: variable, maximumVariable: maximumVariable,
            labels: labels, maxima: maxima, exclusive: exclusive.map(\.members))
    }
}

/// A group of variable modifications that exclude each other, as a workflow names them and as the oracle knows them.
struct ExclusiveGroup: Sendable {
    var names: [String]
    /// The variable modifications that each name stands for, by their places.
    var members: [[Int]]
}
