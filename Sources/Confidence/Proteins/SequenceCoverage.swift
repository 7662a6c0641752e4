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
        return Double(isCovered.lazy.filter { $0 }.count) / Double(residues.count)
    }

    private static func mark(_ peptide: [UInt8], in residues: [UInt8], covered: inout [Bool]) {
        guard let first = peptide.first, peptide.count <= residues.count else { return }
        for start in 0...(residues.count - peptide.count) where residues[start] == first {
            guard residues[start..<start + peptide.count].elementsEqual(peptide) else { continue }
            for position in start..<start + peptide.count { covered[position] = true }
        }
    }
}
