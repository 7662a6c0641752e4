/// One fragment ion that a peptidoform can give.
public struct TheoreticalFragment: Sendable, Hashable {
    /// Which bond broke and which end it has.
    public let series: FragmentSeries
    /// Number of residues, counted from the fragment's own end.
    public let ordinal: Int
    /// Number of protons.
    public let charge: Int
    /// What it lost from a modification; `nil` for the plain fragment.
    public let neutralLoss: NeutralLoss?
    /// m/z in Th.
    public let mz: Double
}

/// All backbone fragments of a peptidoform, ordered by series as given, then ordinal, charge, and loss (none first).
///
/// Ordinals run from 1 to the length minus 1. Bonds that break rarely are not left out: c and z ions beside proline
/// are listed, though electron transfer cannot break the ring.
///
/// - Parameters:
///   - peptidoform: what is fragmented.
///   - series: kinds of fragments wanted.
///   - charges: numbers of protons wanted, each at least 1.
///   - neutralLosses: also list each fragment after one loss from one of the modified residues in it.
public func theoreticalFragments(
    of peptidoform: Peptidoform, series: [FragmentSeries] = [.b, .y], charges: ClosedRange<Int> = 1...1,
    neutralLosses: Bool = false
) -> [TheoreticalFragment] {
    let masses = FragmentMasses(peptidoform)
    var fragments: [TheoreticalFragment] = []
    for series in series {
        for ordinal in 1..<max(masses.length, 1) {
            let losses = neutralLosses ? possibleLosses(of: peptidoform, series: series, ordinal: ordinal) : []
            let neutralMass = masses.neutralMass(series: series, ordinal: ordinal)
            for charge in charges {
                for loss in [nil] + losses {
                    let mass = neutralMass - (loss?.massDaltons ?? 0)
                    fragments.append(
                        TheoreticalFragment(
                            series: series, ordinal: ordinal, charge: charge, neutralLoss: loss,
                            mz: MassToCharge.mz(ofNeutralMass: mass, charge: charge)))
                }
            }
        }
    }
    return fragments
}

/// Different losses from the modified residues in a fragment, in the order of the residues.
private func possibleLosses(of peptidoform: Peptidoform, series: FragmentSeries, ordinal: Int) -> [NeutralLoss?] {
    let length = peptidoform.sequence.count
    let covered = series.isNTerminal ? 0..<ordinal : (length - ordinal)..<length
    var losses: [NeutralLoss] = []
    for modification in peptidoform.modifications {
        guard case .residue(let index) = modification.location, covered.contains(index) else { continue }
        let found = modification.definition.neutralLosses(fromResidue: peptidoform.sequence[index])
        for loss in found where !losses.contains(where: { $0.composition == loss.composition }) { losses.append(loss) }
    }
    return losses
}
