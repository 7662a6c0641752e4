/// How much of a protein its peptides account for.
package enum SequenceCoverage {
    /// The share of residues that lie inside any peptide, 0 to 1, with I and L as one; `nil` for an empty protein.
    ///
    /// A peptide counts wherever it occurs, overlapping occurrences included.
    package static func share(of protein: String, in peptides: [String]) -> Double? {
        let residues = ILSequence.residues(protein)
        guard !residues.isEmpty else { return nil }
        var isCovered = [Bool](repeating: false, count: residues.count)
        for peptide in peptides { mark(ILSequence.residues(peptide), in: residues, covered: &isCovered) }
        return Double(isCovered.count { $0 }) / Double(residues.count)
    }

    /// Marks every place of a peptide. The kernel runs over bare memory: it sees every residue of every reported protein
    /// once for each of its peptides.
    private static func mark(_ peptide: [UInt8], in residues: [UInt8], covered: inout [Bool]) {
        guard let first = peptide.first, peptide.count <= residues.count else { return }
        residues.withUnsafeBufferPointer { residues in
            peptide.withUnsafeBufferPointer { peptide in
                for start in 0...(residues.count - peptide.count) where residues[start] == first {
                    guard isThere(peptide, in: residues, at: start) else { continue }
                    for position in start..<start + peptide.count { covered[position] = true }
                }
            }
        }
    }

    private static func isThere(
        _ peptide: UnsafeBufferPointer<UInt8>, in residues: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        for position in peptide.indices where residues[start + position] != peptide[position] { return false }
        return true
    }
}
