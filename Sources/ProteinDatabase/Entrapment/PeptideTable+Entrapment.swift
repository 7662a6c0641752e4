extension PeptideTable {
    /// Whether all proteins of a peptide are entrapments. One that is shared with a protein that may be in the sample may
    /// be there as well.
    func isEntrapment(peptide index: Int) -> Bool {
        guard let entrapment else { return false }
        return occurrences(ofPeptide: index).allSatisfy { Int($0.protein) >= entrapment.first }
    }

    /// Whether a peptide is both of an entrapment and of a protein that may be in the sample.
    func isShared(peptide index: Int) -> Bool {
        guard let entrapment else { return false }
        let entrapments = occurrences(ofPeptide: index).count { Int($0.protein) >= entrapment.first }
        return entrapments > 0 && entrapments < occurrences(ofPeptide: index).count
    }

    /// Key of the pair that an entrapment was shuffled from: that of the peptide at the same place of the original
    /// protein. 0 for what is no shuffled entrapment.
    public func originKey(ofRow row: Int) -> UInt64 {
        let index = Int(rowPeptides[row])
        guard let entrapment, entrapment.isShuffled, isEntrapment(peptide: index),
            let occurrence = occurrences(ofPeptide: index).first
        else { return 0 }
        let shift = proteinStarts[Int(occurrence.protein)] - proteinStarts[Int(occurrence.protein) - entrapment.first]
        let start = Int(occurrence.start - shift)
        return ResidueIdentity.pairKey(of: residues[start..<start + Int(peptides[index].length)])
    }
}
