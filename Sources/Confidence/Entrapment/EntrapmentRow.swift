import Statistics

/// What entrapments say about the share of false identifications that one level accepts at one claimed rate.
///
/// Entrapments are false wherever they are accepted, and nobody told the error rates so. With N_T targets and N_E
/// entrapments accepted, and r entrapments for each target among the candidates, the false discovery proportion of all that
/// is accepted, N_T + N_E, is judged by
/// - ``lower``, N_E/(N_T + N_E): it counts no false target and is therefore too low on average;
/// - ``combined``, N_E (1 + 1/r)/(N_T + N_E): it adds the false targets that are to be expected beside the entrapments,
///   and is too high on average, since targets that are there leave fewer that can be false;
/// - ``paired``, the same with false targets counted by pairs: nearer to the truth, and only for peptides whose entrapments
///   were shuffled from them one by one.
///
/// The upper bounds may be above 1 where most of what is accepted is entrapments.
///
/// > Source: Wen, Freestone, Riffle, MacCoss, Noble and Keich, "Assessment of false discovery rate control in tandem mass
/// > spectrometry analysis using entrapment", Nat. Methods 22 (2025), 1454-1463, doi:10.1038/s41592-025-02719-x.
public struct EntrapmentRow: Sendable, Hashable {
    /// What is counted.
    public let level: ConfidenceLevel
    /// The false discovery rate that is claimed for what is accepted, as a share.
    public let claimedRate: Double
    /// Accepted identifications that may be in the sample, N_T.
    public let targetCount: Int
    /// Accepted entrapments, N_E.
    public let entrapmentCount: Int
    /// False targets by pairs: entrapments accepted without their target, and twice those accepted with it and better than
    /// it (once where both score the same). `nil` where pairs are not known.
    public let pairedFalseTargetCount: Int?
    /// Entrapments for each target among the candidates, r.
    public let ratio: Double

    /// Creates a row from its counts.
    ///
    /// - Precondition: Counts are not negative; the ratio is above 0.
    public init(
        level: ConfidenceLevel, claimedRate: Double, targetCount: Int, entrapmentCount: Int,
        pairedFalseTargetCount: Int? = nil, ratio: Double
    ) {
        precondition(targetCount >= 0 && entrapmentCount >= 0 && ratio > 0, "Counts and ratio are not negative.")
        self.level = level
        self.claimedRate = claimedRate
        self.targetCount = targetCount
        self.entrapmentCount = entrapmentCount
        self.pairedFalseTargetCount = pairedFalseTargetCount
        self.ratio = ratio
    }

    /// All that is accepted, N_T + N_E.
    public var acceptedCount: Int { targetCount + entrapmentCount }

    /// The lower bound, as a share; `nil` where nothing is accepted.
    public var lower: Double? { share(of: Double(entrapmentCount)) }

    /// The upper bound without pairs, as a share; `nil` where nothing is accepted.
    public var combined: Double? { share(of: Double(entrapmentCount) * combinedWeight) }

    /// The upper bound by pairs, as a share; `nil` where nothing is accepted or pairs are not known.
    ///
    /// False targets are divided by r, which changes nothing where every target has an entrapment (r = 1). Of some no
    /// entrapment can be made; they have no pair to be counted in, but are false as often as the others.
    public var paired: Double? {
        pairedFalseTargetCount.flatMap { share(of: Double(entrapmentCount) + Double($0) / ratio) }
    }

    /// Within which bounds ``lower`` lies at 95 % (``WilsonInterval``); `nil` where nothing is accepted.
    public var lowerInterval: ClosedRange<Double>? { WilsonInterval.bounds(of: entrapmentCount, in: acceptedCount) }

    /// Within which bounds ``combined`` lies at 95 %: those of ``lower``, times the same factor. ``paired`` has no such
    /// interval, as its counts have different weights.
    public var combinedInterval: ClosedRange<Double>? {
        lowerInterval.map { $0.lowerBound * combinedWeight...$0.upperBound * combinedWeight }
    }

    /// What an entrapment stands for: itself, and the false targets to be expected beside it.
    private var combinedWeight: Double { 1 + 1 / ratio }

    private func share(of count: Double) -> Double? {
        acceptedCount > 0 ? count / Double(acceptedCount) : nil
    }
}

extension EntrapmentRow {
    /// Whether entrapments bear out a claim.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The upper bound is within the claim.
        case supported
        /// Neither is shown.
        case inconclusive
        /// The lower bound is above the claim, by more than chance explains.
        case refuted
    }

    /// Whether entrapments bear out the claim.
    ///
    /// Supported: ``combined`` is at most the claimed rate. Refuted: the whole interval of ``lower`` is above it. Else, and
    /// where nothing is accepted, inconclusive. ``paired`` is the tighter bound of the two and would support more claims,
    /// but asks more: that each entrapment scores as its own target would, were it false. One rule for all levels, the
    /// careful one, keeps levels and experiments comparable.
    public var verdict: Verdict {
        guard let combined, let lowerInterval else { return .inconclusive }
        if combined <= claimedRate { return .supported }
        return lowerInterval.lowerBound > claimedRate ? .refuted : .inconclusive
    }
}
