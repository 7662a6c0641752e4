import Chemistry

/// Masses of residues and ends without a label and with each set of labels.
///
/// Channel 0 is without label, channel n has the set n - 1. The masses of all channels lie end to end, so that a kernel
/// takes those of one channel at the cost of an addition.
struct ChannelMasses: Sendable {
    /// Number of channels, at least 1.
    let count: Int
    /// Masses in Da of residues with fixed modifications and labels, 256 for each channel, NaN where a letter has none.
    let residues: [Double]
    /// Masses in Da of residues without fixed modifications, with the labels that stay beside a variable one, in the same
    /// order.
    let bareResidues: [Double]
    /// What each channel adds to the N-terminus, in Da, where no variable modification sits there.
    let nTermini: [Double]
    /// What each channel adds to the C-terminus, in Da, where no variable modification sits there.
    let cTermini: [Double]
    /// Masses in Da of the labels that a variable modification of a residue takes the place of, in the order of `residues`.
    private let displacedResidues: [Double]
    /// Whether some label is not there where a variable modification is.
    let giveWay: Bool

    /// A place that can carry a variable modification.
    enum Place: Sendable {
        case nTerminus, cTerminus
        case residue(UInt8)
    }

    /// Largest number of label sets: a row of a table has four bits for its channel.
    static let maximumLabelSets = 15

    init(labels: [LabelSet], residues unlabelled: [Double]) {
        let staying = labels.map { set in (0...255).map { set.massDaltons(onModifiedResidue: UInt8($0)) } }
        let all = labels.map { set in (0...255).map { set.massDaltons(onResidue: UInt8($0)) } }
        func layers(of labelMasses: [[Double]], on masses: [Double]) -> [Double] {
            labelMasses.reduce(masses) { $0 + zip(masses, $1).map(+) }
        }
        count = labels.count + 1
        residues = layers(of: all, on: unlabelled)
        bareResidues = layers(of: staying, on: PeptideMasses.unmodified)
        displacedResidues = zip(
            layers(of: all, on: Self.noMasses), layers(of: staying, on: Self.noMasses)
        ).map(-)
        nTermini = [0] + labels.map { $0.massDaltons(at: .peptideNTerm) }
        cTermini = [0] + labels.map { $0.massDaltons(at: .peptideCTerm) }
        giveWay = (displacedResidues + nTermini + cTermini).contains { $0 != 0 }
    }

    private static let noMasses = [Double](repeating: 0, count: 256)

    /// Mass in Da of a residue in a channel, with fixed modifications.
    func residue(_ letter: UInt8, channel: Int) -> Double { residues[256 * channel + Int(letter)] }

    /// The 256 residue masses of a channel in Da, with fixed modifications.
    func residues(ofChannel channel: Int) -> [Double] { Array(residues[256 * channel..<256 * (channel + 1)]) }

    /// What the channel adds to both ends of every peptide, in Da.
    func ends(ofChannel channel: Int) -> Double { nTermini[channel] + cTermini[channel] }

    /// Mass in Da of the labels of a channel that a variable modification takes the place of.
    func displaced(at place: Place, channel: Int) -> Double {
        switch place {
        case .nTerminus: nTermini[channel]
        case .cTerminus: cTermini[channel]
        case .residue(let letter): displacedResidues[256 * channel + Int(letter)]
        }
    }

    /// Whether a peptide differs in this channel from itself in each earlier one: one without labelled sites does not, nor
    /// does one whose sites an earlier set labels alike.
    func isDistinct(_ channel: Int, for peptide: ArraySlice<UInt8>) -> Bool {
        (0..<channel).allSatisfy { earlier in
            differs(nTermini[channel], nTermini[earlier]) || differs(cTermini[channel], cTermini[earlier])
                || peptide.contains {
                    differs(residue($0, channel: channel), residue($0, channel: earlier))
                }
        }
    }

    /// The same of a peptide with variable modifications, which are in the order of their positions.
    func isDistinct(_ channel: Int, for peptide: [UInt8], with modified: [Placement]) -> Bool {
        let hasFreeNTerminus = modified.first?.position != 0
        let hasFreeCTerminus = modified.last.map { Int($0.position) } != peptide.count + 1
        return (0..<channel).allSatisfy { earlier in
            if hasFreeNTerminus && differs(nTermini[channel], nTermini[earlier]) { return true }
            if hasFreeCTerminus && differs(cTermini[channel], cTermini[earlier]) { return true }
            return peptide.enumerated().contains { index, letter in
                let masses = modified.contains { Int($0.position) == index + 1 } ? bareResidues : residues
                return differs(masses[256 * channel + Int(letter)], masses[256 * earlier + Int(letter)])
            }
        }
    }

    private func differs(_ one: Double, _ other: Double) -> Bool { abs(one - other) > LabelSet.massResolutionDaltons }
}
