internal import Glibc

/// How many protons a peptide takes up in electrospray: about one for its N-terminus and one for each basic residue,
/// fewer where it is short, more where it is long.
///
/// The numbers are the simulator's own; they give tryptic peptides mostly charge 2, and 3 where there is a histidine, a
/// missed cleavage or a great length.
package enum ChargeStates {
    /// Charges that are made at all.
    package static let range = 1...5

    /// Shares of the charges of ``range``.
    package static func shares(of sequence: [UInt8]) -> [Double] {
        let basic = sequence.count { $0 == UInt8(ascii: "K") || $0 == UInt8(ascii: "R") || $0 == UInt8(ascii: "H") }
        let mean = 1 + 0.75 * Double(basic) + 0.04 * (Double(sequence.count) - 7)
        let weights = range.map { charge in
            let distance = (Double(charge) - mean) / 0.5
            // Beyond one proton for each basic group, the N-terminus and the backbone hold one each.
            return charge > basic + 2 ? 0 : exp(-distance * distance / 2)
        }
        let sum = weights.reduce(0, +)
        return sum > 0 ? weights.map { $0 / sum } : weights
    }
}
