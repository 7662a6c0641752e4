/// What error rate to accept.
public struct ConfidenceParameters: Sendable, Hashable {
    /// The accepted false discovery rate at each level, above 0 and at most 1. It decides what counts as accepted in
    /// counts, coverage and protein grouping; q-values themselves do not depend on it, except those of proteins, which
    /// are grouped by the accepted peptides.
    public var falseDiscoveryRate: Double

    /// Creates parameters; by default 1 % at every level.
    public init(falseDiscoveryRate: Double = 0.01) {
        self.falseDiscoveryRate = falseDiscoveryRate
    }
}

/// What a claim is about: each level has error rates of its own.
public enum ConfidenceLevel: String, Sendable, Hashable, Codable, CaseIterable {
    /// One spectrum came from one peptide.
    case psm
    /// A peptide with a given composition of modifications was there.
    case peptidoform
    /// A peptide, whatever its modifications, was there (I and L are one).
    case peptide
    /// A protein, or one of a group that cannot be told apart, was there.
    case protein
}
