/// A modification and where to look for it, as a workflow names it: `Oxidation@M`, `Acetyl@protein-N-term`.
public struct ModificationSpecification: Sendable, Hashable {
    /// What the modification is.
    public let definition: ModificationDefinition
    /// Where it can be.
    public let site: ModificationSite

    /// Creates a specification from its parts.
    public init(definition: ModificationDefinition, site: ModificationSite) {
        self.definition = definition
        self.site = site
    }

    /// Mass added, in Da.
    public var massDaltons: Double { definition.massDaltons }

    /// Reads `Phospho@STY`, `Acetyl@protein-N-term`, `Gln->pyro-Glu@N-term:Q`, `UNIMOD:35@M` or `+15.994915@M`.
    ///
    /// Names and termini are read in any letter case, residues are upper-case letters.
    ///
    /// - Throws: `ModificationError`.
    public init(parsing text: String) throws(ModificationError) {
        guard let at = text.lastIndex(of: "@"), text.index(after: at) < text.endIndex else {
            throw try Self.missingSite(text)
        }
        definition = try ModificationName.definition(for: String(text[..<at]))
        site = try ModificationSite(parsing: text[text.index(after: at)...], of: text)
    }

    private static func missingSite(_ text: String) throws(ModificationError) -> ModificationError {
        let name = text.last == "@" ? String(text.dropLast()) : text
        let definition = try ModificationName.definition(for: name)
        let place = definition.usualSites.first.map(\.description) ?? "K"
        return .missingSite(text: text, example: "\(definition.name)@\(place)")
    }
}

extension ModificationSpecification: CustomStringConvertible {
    /// The specification as a workflow writes it; reading it gives the same specification.
    public var description: String { "\(definition.name)@\(site)" }
}
