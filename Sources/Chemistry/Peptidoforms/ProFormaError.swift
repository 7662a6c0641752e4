/// Why a text is not read as a ProForma peptidoform; columns count characters from 1.
public enum ProFormaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Valid ProForma that describes something other than a linear peptide with modifications at known places.
    case unsupported(feature: String, text: String, column: Int)
    /// A character that cannot stand there.
    case unexpected(character: Character, text: String, column: Int)
    /// The text ends too early.
    case unexpectedEnd(text: String, expected: String)
    /// An opening bracket without its closing one.
    case unclosed(bracket: Character, text: String, column: Int)
    /// A residue letter without a known mass.
    case residueWithoutMass(letter: Character, text: String, column: Int)
    /// A modification that cannot be read.
    case modification(ModificationError, text: String, column: Int)
    /// A global fixed modification on a place that names the same modification itself.
    case modifiedTwice(name: String, text: String)
    /// Residues and modifications that do not make a peptidoform together.
    case peptidoform(PeptidoformError, text: String)
    /// A charge that is not between 1 and 100.
    case badCharge(text: String, column: Int)

    /// One sentence: what is wrong, where and what to write.
    public var description: String {
        switch self {
        case .unsupported(let feature, let text, let column):
            "'\(text)', column \(column): \(feature) cannot be read here; only linear peptides with modifications at "
                + "known places can."
        case .unexpected(let character, let text, let column):
            "'\(text)', column \(column): '\(character)' is not expected here; write as in [Acetyl]-PEPTM[Oxidation]IDE/2."
        case .unexpectedEnd(let text, let expected):
            "'\(text)' ends where \(expected) is expected; complete it."
        case .unclosed(let bracket, let text, let column):
            "'\(text)', column \(column): '\(bracket)' is never closed; add its closing bracket."
        case .residueWithoutMass(let letter, let text, let column):
            "'\(text)', column \(column): '\(letter)' has no mass; allowed are the letters "
                + "\(ResidueSet.allowedLetters) and J."
        case .modification(let error, let text, let column):
            "'\(text)', column \(column): \(error)"
        case .modifiedTwice(let name, let text):
            "'\(text)' has \(name) on a residue and as a global modification of the same place; write it once."
        case .peptidoform(let error, let text):
            "'\(text)': \(error)"
        case .badCharge(let text, let column):
            "'\(text)', column \(column): the charge must be a whole number from 1 to 100, as in PEPTIDE/2."
        }
    }
}
