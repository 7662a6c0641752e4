import ProteinDatabase

/// Sequences with isoleucine and leucine as one, since their masses are equal and spectra do not tell them apart; see
/// `ResidueIdentity`.
enum ILSequence {
    /// The sequence with each I as L.
    static func normalised(_ sequence: String) -> String {
        String(decoding: residues(sequence), as: UTF8.self)
    }

    /// The letters of the sequence with each I as L.
    static func residues(_ sequence: String) -> [UInt8] { sequence.utf8.map(ResidueIdentity.normalised) }
}
