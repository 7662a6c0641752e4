/// A modification as another setting names it: with its site, `Phospho@STY`, or for all of its sites, `Phospho`.
public struct ModificationReference: Sendable, Hashable {
    /// What the modification is.
    public let definition: ModificationDefinition
    /// The site that is meant; `nil` for all of them.
    public let site: ModificationSite?

    /// Reads `Phospho@STY`, `Phospho`, `UNIMOD:21` or `+79.966331`.
    ///
    /// - Throws: `ModificationError`.
    public init(parsing text: String) throws(ModificationError) {
        if text.contains("@") {
            let specification = try ModificationSpecification(parsing: text)
            definition = specification.definition
            site = specification.site
        } else {
            definition = try ModificationName.definition(for: text)
            site = nil
        }
    }

    /// Whether this modification is meant.
    public func means(_ specification: ModificationSpecification) -> Bool {
        definition == specification.definition && (site == nil || site == specification.site)
    }
}

extension ModificationReference: CustomStringConvertible {
    /// The reference as a workflow writes it; reading it gives the same one.
    public var description: String { site.map { "\(definition.name)@\($0)" } ?? definition.name }
}
