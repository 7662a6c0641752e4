/// Finds the definition that a name, an accession, a mass or a formula stands for.
public enum ModificationName {
    /// Reads `Oxidation`, `U:Oxidation`, `UNIMOD:35`, `U:35`, `+15.994915` or `Formula:C2H2O`; letter case does not
    /// matter, except in formulas.
    ///
    /// The prefixes are those of ProForma 2.0 (sections 4.2.1 to 4.2.8).
    ///
    /// - Throws: `ModificationError`; an unknown name carries the most similar known ones.
    public static func definition(for text: String) throws(ModificationError) -> ModificationDefinition {
        if let first = text.first, first == "+" || first == "-" { return try byMass(text) }
        if let formula = rest(of: text, after: "Formula:") { return try byFormula(formula) }
        if let accession = rest(of: text, after: "UNIMOD:") { return try byAccession(accession, text) }
        if let unimod = rest(of: text, after: "U:") { return try byUnimodPrefix(unimod, text) }
        return try byName(text)
    }

    private static func byName(_ name: String) throws(ModificationError) -> ModificationDefinition {
        if let definition = ModificationTable.definition(named: name) { return definition }
        throw .unknownName(name: name, candidates: ModificationSuggestions.candidates(for: name))
    }

    private static func byUnimodPrefix(
        _ text: String, _ whole: String
    ) throws(ModificationError) -> ModificationDefinition {
        if let first = text.first, first == "+" || first == "-" { return try byMass(text) }
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return isNumber ? try byAccession(text, whole) : try byName(text)
    }

    private static func byAccession(
        _ number: String, _ whole: String
    ) throws(ModificationError) -> ModificationDefinition {
        guard let accession = Int(number), let found = ModificationTable.definition(unimodAccession: accession) else {
            throw .unknownAccession(whole)
        }
        return found
    }

    private static func byMass(_ text: String) throws(ModificationError) -> ModificationDefinition {
        guard let mass = DecimalText.parse(text), mass != 0, abs(mass) < 100_000 else { throw .badMass(text) }
        return ModificationDefinition(massDaltons: mass)
    }

    private static func byFormula(_ formula: String) throws(ModificationError) -> ModificationDefinition {
        do throws(FormulaError) {
            let composition = try Composition(formula: formula)
            guard !composition.isEmpty else { throw FormulaError.empty }
            return ModificationDefinition(name: "Formula:\(composition)", composition: composition)
        } catch {
            throw .badFormula(error)
        }
    }

    private static func rest(of text: String, after prefix: String) -> String? {
        text.lowercased().hasPrefix(prefix.lowercased()) ? String(text.dropFirst(prefix.count)) : nil
    }
}
