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
    /// Masses in Da of residues with labels alone, in the same order.
    let bareResidues: [Double]
    /// What each channel adds to the N-terminus, in Da.
    let nTermini: [Double]
    /// What each channel adds to the C-terminus, in Da.
    let cTermini: [Double]

    /// Largest number of label sets: a row of a table has four bits for its channel.
    static let maximumLabelSets = 15

    init(labels: [LabelSet], residues unlabelled: [Double]) {
        let labelMasses = labels.map { set in (0...255).map { set.massDaltons(onResidue: UInt8($0)) } }
        func layers(on masses: [Double]) -> [Double] {
            labelMasses.reduce(masses) { $0 + zip(masses, $1).map(+) }
        }
        count = labels.count + 1
        residues = layers(on: unlabelled)
        bareResidues = layers(on: PeptideMasses.unmodified)
        nTermini = [0] + labels.map { $0.massDaltons(at: .peptideNTerm) }
        cTermini = [0] + labels.map { $0.massDaltons(at: .peptideCTerm) }
    }

    /// Mass in Da of a residue in a channel, with fixed modifications.
    func residue(_ letter: UInt8, channel: Int) -> Double { residues[256 * channel + Int(letter)] }

    /// The 256 residue masses of a channel in Da, with fixed modifications.
    func residues(ofChannel channel: Int) -> [Double] { Array(residues[256 * channel..<256 * (channel + 1)]) }

    /// What the channel adds to both ends of every peptide, in Da.
    func ends(ofChannel channel: Int) -> Double { nTermini[channel] + cTermini[channel] }

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

    private func differs(_ one: Double, _ other: Double) -> Bool { abs(one - other) > LabelSet.massResolutionDaltons }
}
