/// One place on a peptide that can carry a modification; ordered from the N-terminus to the C-terminus.
public enum ModificationLocation: Sendable, Hashable, Comparable {
    /// The amino group of the first residue.
    case nTerminus
    /// The residue at this index, counted from 0.
    case residue(Int)
    /// The carboxyl group of the last residue.
    case cTerminus
}
