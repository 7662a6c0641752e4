/// What is wrong with the text of a modification.
public enum ModificationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No known modification has this name; `candidates` are the most similar ones.
    case unknownName(name: String, candidates: [String])
    /// No known modification has this Unimod accession.
    case unknownAccession(String)
    /// A mass that cannot be read or is out of range.
    case badMass(String)
    /// A formula that cannot be read.
    case badFormula(FormulaError)
    /// A specification without `@` and a place; `example` shows the place it usually has.
    case missingSite(text: String, example: String)
    /// A letter that stands for no residue of known mass.
    case unknownResidue(letter: Character, text: String)
    /// A residue named twice.
    case repeatedResidue(letter: Character, text: String)
    /// Neither residues nor a terminus.
    case unknownTerminus(terminus: String, text: String)

    /// One sentence: what is wrong with which text and what to write.
    public var description: String {
        switch self {
        case .unknownName(let name, let candidates):
            "No modification is called '\(name)'\(Self.question(candidates)); use a Unimod name, an accession such as "
                + "UNIMOD:35, or a mass with its sign such as +15.994915."
        case .unknownAccession(let accession):
            "'\(accession)' is not among the built-in Unimod modifications; give the modification by its mass with its "
                + "sign, such as +15.994915."
        case .badMass(let text):
            "'\(text)' is not the mass of a modification; write a decimal number of Da with its sign, such as +15.994915."
        case .badFormula(let error):
            error.description
        case .missingSite(let text, let example):
            "The modification '\(text)' does not say where it is; write for example '\(example)'."
        case .unknownResidue(let letter, let text):
            "In '\(text)', '\(letter)' is not a residue; allowed are the letters \(ResidueSet.allowedLetters) and the "
                + "termini \(Self.termini)."
        case .repeatedResidue(let letter, let text):
            "In '\(text)', the residue \(letter) is named twice; name it once."
        case .unknownTerminus(let terminus, let text):
            "In '\(text)', '\(terminus)' is not a place; write residues such as STY, or a terminus: \(Self.termini), "
                + "with a residue behind a colon where it matters (N-term:Q)."
        }
    }

    private static let termini = ModificationPosition.allCases.filter { $0 != .anywhere }.map(\.rawValue)
        .joined(separator: ", ")

    private static func question(_ candidates: [String]) -> String {
        candidates.isEmpty ? "" : " (did you mean \(candidates.joined(separator: " or "))?)"
    }
}
