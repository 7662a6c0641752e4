/// What error rate to accept, and at which levels error rates are estimated.
public struct ConfidenceParameters: Sendable, Hashable {
    /// The accepted false discovery rate at each level, above 0 and at most 1. It decides what counts as accepted in
    /// counts, coverage and protein grouping; q-values themselves do not depend on it, except those of proteins, which
    /// are grouped by the accepted peptides.
    public var falseDiscoveryRate: Double
    /// Levels beyond the PSM level, which is always assessed. Proteins are grouped from assessed peptides, so that
    /// ``ConfidenceLevel/protein`` includes the work of ``ConfidenceLevel/peptide``.
    public var levels: Set<ConfidenceLevel>

    /// Creates parameters; by default 1 % at every level.
    public init(falseDiscoveryRate: Double = 0.01, levels: Set<ConfidenceLevel> = Set(ConfidenceLevel.allCases)) {
        self.falseDiscoveryRate = falseDiscoveryRate
        self.levels = levels
    }

    /// Whether a level's error rates are estimated.
    func assesses(_ level: ConfidenceLevel) -> Bool {
        level == .psm || levels.contains(level) || (level == .peptide && levels.contains(.protein))
    }
}

/// What a claim is about: each level has error rates of its own.
public enum ConfidenceLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// One spectrum came from one peptide.
    case psm
    /// A peptide with a given composition of modifications was there.
    case peptidoform
    /// A peptide, whatever its modifications, was there (I and L are one).
    case peptide
    /// A protein, or one of a group that cannot be told apart, was there.
    case protein

    /// From single spectra up to proteins.
    public static func < (left: ConfidenceLevel, right: ConfidenceLevel) -> Bool { left.depth < right.depth }

    private var depth: Int {
        switch self {
        case .psm: 0
        case .peptidoform: 1
        case .peptide: 2
        case .protein: 3
        }
    }
}
