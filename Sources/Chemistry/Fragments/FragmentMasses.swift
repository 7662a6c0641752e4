/// Masses of all backbone fragments of one peptidoform.
///
/// Plain and clear: search kernels are tested against it.
public struct FragmentMasses: Sendable {
    /// How many residues the peptidoform has; ordinals run from 1 to one less.
    public let length: Int
    /// Mass of the first n residues in Da, with their modifications and those of the N-terminus, by n.
    private let prefix: [Double]
    /// Mass of the last n residues in Da, with their modifications and those of the C-terminus, by n.
    private let suffix: [Double]

    /// Works out the masses of a peptidoform.
    public init(_ peptidoform: Peptidoform) {
        let residues = peptidoform.sequence.indices.map { index in
            ResidueMasses.unmodified[peptidoform.sequence[index]] + peptidoform.modificationMass(at: .residue(index))
        }
        length = residues.count
        prefix = Self.sums(of: residues, from: peptidoform.modificationMass(at: .nTerminus))
        suffix = Self.sums(of: residues.reversed(), from: peptidoform.modificationMass(at: .cTerminus))
    }

    /// Mass of a neutral fragment in Da.
    ///
    /// - Parameters:
    ///   - series: which bond broke and which end the fragment has.
    ///   - ordinal: number of residues in the fragment, counted from the fragment's own end.
    /// - Precondition: `ordinal` is between 1 and ``length`` - 1.
    public func neutralMass(series: FragmentSeries, ordinal: Int) -> Double {
        precondition(1..<max(length, 1) ~= ordinal, "a fragment has at least one residue and not all of them")
        return (series.isNTerminal ? prefix : suffix)[ordinal] + series.massBeyondResidues
    }

    /// m/z of a fragment in Th, charged by protons.
    ///
    /// - Precondition: `ordinal` is between 1 and ``length`` - 1, `charge` at least 1.
    public func mz(series: FragmentSeries, ordinal: Int, charge: Int) -> Double {
        MassToCharge.mz(ofNeutralMass: neutralMass(series: series, ordinal: ordinal), charge: charge)
    }

    private static func sums(of masses: some Sequence<Double>, from start: Double) -> [Double] {
        masses.reduce(into: [start]) { sums, mass in sums.append(sums[sums.count - 1] + mass) }
    }
}
