extension Composition: CustomStringConvertible {
    /// The formula as ProForma 2.0 writes it (section 4.2.8): `C2H3NO`, `[13C6]C-6`, `HO3P`; carbon and hydrogen first,
    /// then the other elements by symbol, then labels.
    public var description: String {
        elements.map { element, count in
            let symbolAndCount = count == 1 ? element.symbol : "\(element.symbol)\(count)"
            return element.isLabel ? "[\(symbolAndCount)]" : symbolAndCount
        }.joined()
    }

    /// Reads a formula such as `C2H3NO`, `H-2O-1` or `[13C6]C-6`; an element may come up more than once.
    ///
    /// - Throws: `FormulaError` with the column of what could not be read.
    public init(formula: String) throws(FormulaError) {
        var reader = FormulaReader(formula)
        self = try reader.read()
    }
}

/// What is wrong with a chemical formula.
public enum FormulaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The formula has no atoms in its text.
    case empty
    /// No element has this symbol.
    case unknownElement(symbol: String, formula: String, column: Int)
    /// Something stands where an element or a count was expected.
    case unexpected(character: Character, formula: String, column: Int)
    /// A count is larger than any molecule has, or is zero.
    case countOutOfRange(text: String, formula: String, column: Int)
    /// A `[` without its `]`.
    case unclosedIsotope(formula: String, column: Int)

    /// One sentence: what, where and what to do.
    public var description: String {
        switch self {
        case .empty:
            "The formula is empty; write element symbols with counts, as in C2H3NO."
        case .unknownElement(let symbol, let formula, let column):
            "Formula '\(formula)', column \(column): '\(symbol)' is not a known element or labelling isotope; "
                + "known are \(Element.allCases.map(\.symbol).joined(separator: " "))."
        case .unexpected(let character, let formula, let column):
            "Formula '\(formula)', column \(column): '\(character)' is not expected here; "
                + "write element symbols with counts, as in C2H3NO or [13C6]C-6."
        case .countOutOfRange(let text, let formula, let column):
            "Formula '\(formula)', column \(column): the count '\(text)' must be between 1 and 100000, or negative."
        case .unclosedIsotope(let formula, let column):
            "Formula '\(formula)', column \(column): '[' has no matching ']'; write isotopes as in [13C6]."
        }
    }
}

/// Reads a formula from left to right.
private struct FormulaReader {
    private let formula: String
    private let characters: [Character]
    private var position = 0

    init(_ formula: String) {
        self.formula = formula
        characters = Array(formula)
    }

    /// The most abundant isotopes by their full symbols: the same as the element here, where masses are monoisotopic.
    private static let mainIsotopes: [String: Element] = [
        "12C": .carbon, "1H": .hydrogen, "14N": .nitrogen, "16O": .oxygen, "32S": .sulfur,
    ]

    private var column: Int { position + 1 }
    private var current: Character? { position < characters.count ? characters[position] : nil }

    mutating func read() throws(FormulaError) -> Composition {
        var composition = Composition.empty
        var hasAtoms = false
        while let character = current {
            if character == " " {
                position += 1
                continue
            }
            let (element, count) = character == "[" ? try readIsotope() : try readAtoms()
            composition[element] += count
            hasAtoms = true
        }
        guard hasAtoms else { throw .empty }
        return composition
    }

    private mutating func readIsotope() throws(FormulaError) -> (Element, Int) {
        let open = column
        position += 1
        let massNumber = take(while: \.isASCIIDigit)
        let atoms = try readAtoms(massNumber: massNumber)
        guard current == "]" else { throw .unclosedIsotope(formula: formula, column: open) }
        position += 1
        return atoms
    }

    private mutating func readAtoms(massNumber: String = "") throws(FormulaError) -> (Element, Int) {
        let start = column
        var symbol = massNumber
        guard let letter = current, letter.isASCIIUppercase else {
            throw current.map { .unexpected(character: $0, formula: formula, column: column) }
                ?? .unclosedIsotope(formula: formula, column: start)
        }
        position += 1
        symbol.append(letter)
        symbol += take(while: \.isASCIILowercase)
        guard let element = Element(rawValue: symbol) ?? Self.mainIsotopes[symbol] else {
            throw .unknownElement(symbol: symbol, formula: formula, column: start)
        }
        return (element, try readCount())
    }

    private mutating func readCount() throws(FormulaError) -> Int {
        let start = column
        var text = ""
        if current == "-" {
            text = "-"
            position += 1
        }
        text += take(while: \.isASCIIDigit)
        if text.isEmpty { return 1 }
        guard let count = Int(text), count != 0, abs(count) <= 100_000 else {
            throw .countOutOfRange(text: text, formula: formula, column: start)
        }
        return count
    }

    private mutating func take(while isWanted: (Character) -> Bool) -> String {
        var taken = ""
        while let character = current, isWanted(character) {
            taken.append(character)
            position += 1
        }
        return taken
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
    fileprivate var isASCIIUppercase: Bool { isASCII && isUppercase }
    fileprivate var isASCIILowercase: Bool { isASCII && isLowercase }
}
