import Chemistry
import Testing

/// Every text one edit away from a good one is either read, and then written so that it reads the same, or refused.
@Suite struct MutilatedTextTests {
    static let replacements: [Character] = ["[", "]", "-", "/", "<", "@", ":", "9", "A", "é"]

    static func edits(of text: String) -> [String] {
        let characters = Array(text)
        var edited = characters.indices.map { String(characters[..<$0]) }
        for index in characters.indices {
            var shorter = characters
            shorter.remove(at: index)
            edited.append(String(shorter))
            for replacement in replacements {
                var changed = characters
                changed[index] = replacement
                edited.append(String(changed))
                changed.insert(characters[index], at: index)
                edited.append(String(changed))
            }
        }
        return edited
    }

    @Test(
        "ProForma",
        arguments: ["<[TMT]@K,N-term:A>[GG]-AM[+1.5]K[Formula:[13C]]-[Hex]/2", "PEPTIDE/12"])
    func proForma(text: String) throws {
        var refused = 0
        for edited in Self.edits(of: text) {
            guard let (peptidoform, charge) = try? ProForma.read(edited) else {
                refused += 1
                continue
            }
            let again = try ProForma.read(ProForma.write(peptidoform, charge: charge))
            #expect(again.peptidoform == peptidoform && again.charge == charge, "\(edited)")
        }
        #expect(refused > 0)
    }

    @Test("specifications", arguments: ["Gln->pyro-Glu@protein-N-term:Q", "+15.994915@MW", "UNIMOD:21@STY"])
    func specifications(text: String) throws {
        for edited in Self.edits(of: text) {
            guard let specification = try? ModificationSpecification(parsing: edited) else { continue }
            #expect(try ModificationSpecification(parsing: specification.description) == specification, "\(edited)")
        }
    }

    @Test("tolerances and formulas", arguments: ["-150.5 Da..+500 Da", "10 ppm", "C-6[13C6]H12Se"])
    func tolerancesAndFormulas(text: String) throws {
        for edited in Self.edits(of: text) {
            if let range = try? ToleranceRange(parsing: edited) {
                #expect(try ToleranceRange(parsing: range.description) == range, "\(edited)")
            }
            if let composition = try? Composition(formula: edited), !composition.isEmpty {
                #expect(try Composition(formula: composition.description) == composition, "\(edited)")
            }
        }
    }
}
