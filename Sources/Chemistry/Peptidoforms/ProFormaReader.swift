/// Reads one ProForma text from left to right.
struct ProFormaReader {
    private let text: String
    private let characters: [Character]
    private var position = 0
    private var globals: [ModificationSpecification] = []
    private var sequence: [UInt8] = []
    private var modifications: [LocalisedModification] = []

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    private var column: Int { position + 1 }
    private var current: Character? { position < characters.count ? characters[position] : nil }
    private var following: Character? { position + 1 < characters.count ? characters[position + 1] : nil }

    mutating func read() throws(ProFormaError) -> (peptidoform: Peptidoform, charge: Int?) {
        while current == "<" { try readGlobal() }
        if current == "{" { throw unsupported("a labile modification") }
        try readNTerminus()
        try readResidues()
        try readCTerminus()
        let charge = try readCharge()
        guard position == characters.count else { throw unexpectedOrUnsupported() }
        return (try peptidoform(), charge)
    }

    // MARK: - Parts, in the order they stand in

    private mutating func readGlobal() throws(ProFormaError) {
        let start = column
        guard following == "[" else { throw unsupported("an isotope label for the whole peptide") }
        position += 1
        let definition = try readTag()
        guard current == "@" else { throw unexpectedOrUnsupported() }
        position += 1
        guard let end = characters[position...].firstIndex(of: ">") else {
            throw .unclosed(bracket: "<", text: text, column: start)
        }
        for place in String(characters[position..<end]).split(separator: ",", omittingEmptySubsequences: false) {
            globals.append(ModificationSpecification(definition: definition, site: try globalSite(place)))
        }
        position = end + 1
    }

    private func globalSite(_ place: Substring) throws(ProFormaError) -> ModificationSite {
        do throws(ModificationError) {
            let site = try ModificationSite(parsing: place, of: text)
            guard site.position == .anywhere || site.position == .peptideNTerm || site.position == .peptideCTerm else {
                throw ModificationError.unknownTerminus(terminus: String(place), text: text)
            }
            return site
        } catch {
            throw .modification(error, text: text, column: column)
        }
    }

    private mutating func readNTerminus() throws(ProFormaError) {
        guard current == "[" else { return }
        while current == "[" { try modifications.append(readTag(at: .nTerminus)) }
        if current == "?" || current == "^" { throw unsupported("a modification without a place") }
        guard current == "-" else { throw unexpectedOrUnsupported() }
        position += 1
    }

    private mutating func readResidues() throws(ProFormaError) {
        while let letter = current {
            guard let byte = letter.asciiValue, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte else { break }
            guard ResidueMasses.unmodified.hasMass(byte) else {
                throw .residueWithoutMass(letter: letter, text: text, column: column)
            }
            position += 1
            sequence.append(byte)
            while current == "[" { try modifications.append(readTag(at: .residue(sequence.count - 1))) }
        }
        if sequence.isEmpty { throw current == nil ? end(expected: "a residue") : unexpectedOrUnsupported() }
    }

    private mutating func readCTerminus() throws(ProFormaError) {
        guard current == "-" else { return }
        position += 1
        guard current == "[" else { throw unexpectedOrUnsupported() }
        while current == "[" { try modifications.append(readTag(at: .cTerminus)) }
    }

    private mutating func readCharge() throws(ProFormaError) -> Int? {
        guard current == "/" else { return nil }
        if following == "/" { throw unsupported("a cross-link or branch ('//')") }
        position += 1
        let start = column
        var digits = ""
        while let digit = current, digit.isASCII, digit.isNumber {
            digits.append(digit)
            position += 1
        }
        if current == "[" { throw unsupported("a list of adducts") }
        guard let charge = Int(digits), 1...100 ~= charge else { throw .badCharge(text: text, column: start) }
        return charge
    }

    private func peptidoform() throws(ProFormaError) -> Peptidoform {
        var all = modifications
        for global in globals {
            for place in global.site.locations(in: sequence, beginsProtein: true, endsProtein: true) {
                let modification = LocalisedModification(location: place, definition: global.definition)
                if all.contains(modification) { throw .modifiedTwice(name: global.definition.name, text: text) }
                all.append(modification)
            }
        }
        do throws(PeptidoformError) {
            return try Peptidoform(sequence: sequence, modifications: all)
        } catch {
            throw .peptidoform(error, text: text)
        }
    }

    // MARK: - Tags

    private mutating func readTag(
        at location: ModificationLocation
    ) throws(ProFormaError) -> LocalisedModification {
        LocalisedModification(location: location, definition: try readTag())
    }

    /// Reads `[...]`; a tag may have brackets inside, as in `[Formula:[13C2]H4]`.
    private mutating func readTag() throws(ProFormaError) -> ModificationDefinition {
        let start = column
        var depth = 0
        var content = ""
        repeat {
            guard let character = current else { throw .unclosed(bracket: "[", text: text, column: start) }
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            content.append(character)
            position += 1
        } while depth > 0
        return try definition(String(content.dropFirst().dropLast()), column: start + 1)
    }

    private func definition(_ tag: String, column: Int) throws(ProFormaError) -> ModificationDefinition {
        if let feature = Self.unsupportedFeature(ofTag: tag) {
            throw .unsupported(feature: feature, text: text, column: column)
        }
        do throws(ModificationError) {
            return try ModificationName.definition(for: tag)
        } catch {
            throw .modification(error, text: text, column: column)
        }
    }

    private static func unsupportedFeature(ofTag tag: String) -> String? {
        if tag.contains("#") { return "a cross-link or an ambiguous place ('#')" }
        if tag.contains("|") { return "a tag with several values ('|')" }
        let prefix = tag.prefix { $0 != ":" }
        guard prefix.endIndex < tag.endIndex, otherVocabularies.contains(prefix.uppercased()) else { return nil }
        return "a tag of the vocabulary '\(prefix)'"
    }

    /// Prefixes of tags that are not Unimod's, upper case (sections 4.2.1 to 4.2.9).
    private static let otherVocabularies: Set<String> = [
        "M", "MOD", "R", "RESID", "X", "XLMOD", "G", "GNO", "GLYCAN", "OBS", "INFO", "C",
    ]

    // MARK: - Errors

    private func unexpectedOrUnsupported() -> ProFormaError {
        switch current {
        case nil: end(expected: "a residue or modification")
        case "(": unsupported("an ambiguous part of the sequence")
        case "{": unsupported("a labile modification")
        case "+": unsupported("more than one peptidoform")
        case let character?: .unexpected(character: character, text: text, column: column)
        }
    }

    private func unsupported(_ feature: String) -> ProFormaError {
        .unsupported(feature: feature, text: text, column: column)
    }

    private func end(expected: String) -> ProFormaError { .unexpectedEnd(text: text, expected: expected) }
}
