/// How many peptides a search with entrapments could have found of either kind.
public struct EntrapmentCensus: Sendable, Hashable {
    /// Distinct sequences (I = L) of proteins that may be in the sample; those shared with entrapments count here.
    public var targetPeptides: Int
    /// Distinct sequences (I = L) of entrapments alone.
    public var entrapmentPeptides: Int
    /// Whether entrapments were shuffled from the targets one by one, so that each has a partner of the same mass.
    public var isPaired: Bool

    /// Creates a census.
    public init(targetPeptides: Int, entrapmentPeptides: Int, isPaired: Bool) {
        self.targetPeptides = targetPeptides
        self.entrapmentPeptides = entrapmentPeptides
        self.isPaired = isPaired
    }

    /// Entrapments for each target: r of the bounds on the false discovery proportion.
    public var ratio: Double { Double(entrapmentPeptides) / Double(targetPeptides) }
}

extension EntrapmentCensus {
    private enum Key {
        static let targets = "entrapment.target-peptides"
        static let entrapments = "entrapment.entrapment-peptides"
        static let isPaired = "entrapment.paired"
    }

    /// As it is kept beside the tables of an artefact.
    var metadata: [String: String] {
        [
            Key.targets: "\(targetPeptides)", Key.entrapments: "\(entrapmentPeptides)", Key.isPaired: "\(isPaired)",
        ]
    }

    /// Reads what ``metadata`` wrote; `nil` where there is none, or none that could be.
    init?(metadata: [String: String]) {
        guard let targets = metadata[Key.targets].flatMap({ Int($0) }), targets > 0,
            let entrapments = metadata[Key.entrapments].flatMap({ Int($0) }), entrapments > 0,
            let isPaired = metadata[Key.isPaired].flatMap({ Bool($0) })
        else { return nil }
        self.init(targetPeptides: targets, entrapmentPeptides: entrapments, isPaired: isPaired)
    }
}
