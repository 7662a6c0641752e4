/// How many peptides a search with entrapments could have found of either kind.
public struct EntrapmentCensus: Sendable, Hashable {
    /// Distinct sequences (I = L) of proteins that may be in the sample; those shared with entrapments count here.
    public var targetPeptides: Int
    /// Distinct sequences (I = L) of entrapments alone.
    public var entrapmentPeptides: Int
    /// Distinct sequences (I = L) that entrapments share with other proteins, and that count as theirs.
    public var sharedPeptides: Int
    /// Whether entrapments were shuffled from the targets one by one, so that each has a partner of the same mass.
    public var isPaired: Bool

    /// Creates a census.
    public init(targetPeptides: Int, entrapmentPeptides: Int, sharedPeptides: Int = 0, isPaired: Bool) {
        self.targetPeptides = targetPeptides
        self.entrapmentPeptides = entrapmentPeptides
        self.sharedPeptides = sharedPeptides
        self.isPaired = isPaired
    }

    /// Entrapments for each target: r of the bounds on the false discovery proportion.
    public var ratio: Double { Double(entrapmentPeptides) / Double(targetPeptides) }
}

extension EntrapmentCensus {
    private enum Key {
        static let targets = "entrapment.target-peptides"
        static let entrapments = "entrapment.entrapment-peptides"
        static let shared = "entrapment.shared-peptides"
        static let isPaired = "entrapment.paired"
    }

    /// As it is kept beside the tables of an artefact.
    package var metadata: [String: String] {
        [
            Key.targets: "\(targetPeptides)", Key.entrapments: "\(entrapmentPeptides)",
            Key.shared: "\(sharedPeptides)", Key.isPaired: "\(isPaired)",
        ]
    }

    /// Reads what ``metadata`` wrote; `nil` where there is none, or none that could be.
    package init?(metadata: [String: String]) {
        guard let targets = metadata[Key.targets].flatMap({ Int($0) }), targets > 0,
            let entrapments = metadata[Key.entrapments].flatMap({ Int($0) }), entrapments > 0,
            let shared = metadata[Key.shared].flatMap({ Int($0) }), shared >= 0,
            let isPaired = metadata[Key.isPaired].flatMap({ Bool($0) })
        else { return nil }
        self.init(
            targetPeptides: targets, entrapmentPeptides: entrapments, sharedPeptides: shared, isPaired: isPaired)
    }
}
