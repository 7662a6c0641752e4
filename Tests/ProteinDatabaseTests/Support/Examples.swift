import Chemistry
import ProteinDatabase
import TestSupport

/// A protein without description.
func protein(_ accession: String, _ sequence: String, isDecoy: Bool = false) -> Protein {
    Protein(accession: accession, residues: Array(sequence.utf8), isDecoy: isDecoy)
}

/// Masses for modifications as a workflow writes them.
func masses(
    fixed: [String] = ["Carbamidomethyl@C"], variable: [String] = [], maximumVariable: Int = 3,
    labels: [[String]] = [], maxima: [Int: Int] = [:], exclusive: [[String]] = []
) throws -> PeptideMasses {
    let set = try ModificationSet(
        fixed: fixed.map { try ModificationSpecification(parsing: $0) },
        variable: variable.map { try ModificationSpecification(parsing: $0) },
        labels: labels.enumerated().map { number, names in
            LabelSet(name: "set \(number)", modifications: try names.map { try ModificationSpecification(parsing: $0) })
        }, maxima: maxima, exclusive: try exclusive.map { try $0.map { try ModificationReference(parsing: $0) } })
    return try PeptideMasses(modifications: set, maximumVariable: maximumVariable)
}

/// Rules that keep short peptides, so that examples can be written by hand.
func rules(
    _ enzyme: String = "trypsin", missed: Int = 0, specificity: CleavageSpecificity = .full,
    lengths: ClosedRange<Int> = 1...50, masses: ClosedRange<Double> = 0...10_000, losesMethionine: Bool = false
) throws -> DigestionRules {
    guard let named = Enzyme.named(enzyme) else { throw UnknownEnzyme(name: enzyme) }
    return DigestionRules(
        enzyme: named, missedCleavages: missed, specificity: specificity, lengths: lengths, massesDaltons: masses,
        losesInitiatorMethionine: losesMethionine)
}

/// A name in a test that no enzyme has.
struct UnknownEnzyme: Error {
    let name: String
}

/// The table of some proteins.
func table(
    _ proteins: [Protein], rules: DigestionRules, decoys: DecoyRules = DecoyRules(), masses: PeptideMasses
) async throws -> PeptideTable {
    try await PeptideTableBuilder(
        database: ProteinDatabase(proteins: proteins), digestion: rules, decoys: decoys, chemistry: masses
    ).build()
}

/// A random protein of few letters, so that peptides repeat and equal each other with I = L.
func randomProtein(letters: String, length: Int, using generator: inout SplitMix64) -> String {
    let letters = Array(letters.utf8)
    return String(decoding: (0..<length).map { _ in letters[generator.integer(0..<letters.count)] }, as: UTF8.self)
}

extension PeptideTable {
    /// The sequence of a candidate as text.
    func text(_ row: Int, _ label: CandidateLabel = .target) -> String {
        String(decoding: sequence(ofRow: row, label: label), as: UTF8.self)
    }

    /// A candidate as ProForma, made by Chemistry from sequence and modifications.
    func peptidoform(_ row: Int, _ label: CandidateLabel = .target) throws -> Peptidoform {
        try Peptidoform(
            sequence: sequence(ofRow: row, label: label), modifications: modifications(ofRow: row, label: label))
    }
}
