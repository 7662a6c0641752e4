extension ModificationSite {
    /// Reads a place as it is written behind `@`: `STY`, `N-term`, `N-term:Q`, `protein-C-term`.
    ///
    /// Termini are read in any letter case, residues are upper-case letters.
    ///
    /// - Parameters:
    ///   - place: the text of the place.
    ///   - text: the whole text that the place was found in, for errors.
    /// - Throws: `ModificationError`.
    init(parsing place: Substring, of text: String) throws(ModificationError) {
        let colon = place.firstIndex(of: ":") ?? place.endIndex
        let terminus = String(place[..<colon])
        if let position = ModificationPosition(terminus: terminus) {
            let residues: ResidueSet =
                colon == place.endIndex
                ? .empty : try Self.residues(place[place.index(after: colon)...], of: text)
            self.init(position: position, residues: residues)
            return
        }
        if colon < place.endIndex || place.contains("-") || terminus.lowercased().contains("term") {
            throw .unknownTerminus(terminus: terminus, text: text)
        }
        self.init(position: .anywhere, residues: try Self.residues(place, of: text))
    }

    private static func residues(_ letters: Substring, of text: String) throws(ModificationError) -> ResidueSet {
        guard !letters.isEmpty else { throw .unknownTerminus(terminus: "", text: text) }
        var found: [AminoAcid] = []
        for letter in letters {
            guard let byte = letter.asciiValue, let aminoAcid = AminoAcid(rawValue: byte) else {
                throw .unknownResidue(letter: letter, text: text)
            }
            if found.contains(aminoAcid) { throw .repeatedResidue(letter: letter, text: text) }
            found.append(aminoAcid)
        }
        return ResidueSet(found)
    }
}

extension ModificationPosition {
    /// The terminus of this name, in any letter case.
    fileprivate init?(terminus: String) {
        let found = Self.allCases.first { $0 != .anywhere && $0.rawValue.lowercased() == terminus.lowercased() }
        guard let found else { return nil }
        self = found
    }
}
