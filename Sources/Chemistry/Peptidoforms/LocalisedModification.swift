/// A modification at one place of a peptide.
public struct LocalisedModification: Sendable, Hashable {
    /// Where it is.
    public let location: ModificationLocation
    /// What it is.
    public let definition: ModificationDefinition

    /// Creates a modification at a place.
    public init(location: ModificationLocation, definition: ModificationDefinition) {
        self.location = location
        self.definition = definition
    }

    /// Mass added, in Da.
    public var massDaltons: Double { definition.massDaltons }
}
