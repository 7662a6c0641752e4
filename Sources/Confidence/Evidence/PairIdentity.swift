import Foundations
import PeptideSearch

/// Which target-decoy pair a peptide belongs to, at peptide and at peptidoform level, as 64-bit keys.
///
/// - A peptide pair is a `pairKey`. Peptides without a partner (no decoy could be made, or decoys come from a FASTA
///   file) are pairs of one, told apart by label and by sequence with I and L as one.
/// - A peptidoform pair is a peptide pair with a composition: the sorted names of its modifications. A decoy carries
///   the modifications of its target on a permuted sequence, so the composition is what the two have in common. Forms
///   that differ only in where modifications sit are one member: decoys say nothing about sites, which need a
///   false localisation rate of their own.
///
/// Keys that are hashes may collide: among ten million peptidoforms with a probability of three in a million.
struct PairIdentity {
    /// Key of the peptide pair.
    let peptide: UInt64
    /// Key of the peptidoform pair.
    let peptidoform: UInt64

    init(of evidence: PeptideEvidence) {
        let label = evidence.isDecoy ? "decoy " : "target "
        peptide =
            evidence.isPaired
            ? evidence.pairKey : StableHash.hash(label + ILSequence.normalised(evidence.sequence))
        peptidoform = TieCoin.key(peptide, ModificationComposition.key(ofProForma: evidence.peptidoform))
    }
}
