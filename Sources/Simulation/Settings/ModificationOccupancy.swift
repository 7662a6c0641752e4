public import Chemistry

/// A modification of the sample and the share of its places that carry it.
public struct ModificationOccupancy: Sendable, Hashable {
    /// What it is and where it can be.
    public var modification: ModificationSpecification
    /// Share of the places that carry it: 1 for a complete reaction.
    public var occupancy: Double

    /// Creates an occupancy, 0 to 1.
    public init(_ modification: ModificationSpecification, occupancy: Double) {
        self.modification = modification
        self.occupancy = occupancy
    }

    /// Whether every place carries it.
    var isComplete: Bool { occupancy >= 1 }

    /// What a reduced and alkylated digest carries: all cysteines carbamidomethylated, some methionines oxidised, some
    /// asparagines deamidated, most free protein ends acetylated.
    public static let usual: [ModificationOccupancy] = [
        ("Carbamidomethyl@C", 1), ("Oxidation@M", 0.08), ("Acetyl@protein-N-term", 0.6), ("Deamidated@N", 0.01),
    ].compactMap { text, occupancy in
        (try? ModificationSpecification(parsing: text)).map { ModificationOccupancy($0, occupancy: occupancy) }
    }
}

extension ModificationOccupancy: Encodable {
    private enum Key: String, CodingKey {
        case modification, occupancy
    }

    /// Writes the modification by its name and site, as people do.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("\(modification)", forKey: .modification)
        try container.encode(occupancy, forKey: .occupancy)
    }
}
