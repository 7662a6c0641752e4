public import Chemistry
import Foundations

extension PeptideTable {
    /// Residues of a candidate in its own order, as upper-case ASCII letters.
    public func sequence(ofRow row: Int, label: CandidateLabel) -> [UInt8] {
        let index = Int(rowPeptides[row])
        let start = Int(peptides[index].start)
        return order(ofPeptide: index, label: label).map { residues[start + $0] }
    }

    /// Fixed and variable modifications of a candidate and its labels, from its N-terminus to its C-terminus.
    public func modifications(ofRow row: Int, label: CandidateLabel) -> [LocalisedModification] {
        let sequence = sequence(ofRow: row, label: label)
        let variable = variableModifications(ofRow: row, label: label)
        let taken = Set(variable.map(\.location))
        let fixed = chemistry.fixedModifications(on: sequence).filter { !taken.contains($0.location) }
        let labels = chemistry.labels(on: sequence, channel: rowTags[row].channel, modified: taken)
        return (variable + fixed + labels).sorted { $0.location < $1.location }
    }

    private func variableModifications(ofRow row: Int, label: CandidateLabel) -> [LocalisedModification] {
        let index = Int(rowPeptides[row])
        let count = Int(peptides[index].length)
        let order = order(ofPeptide: index, label: label)
        return placements(ofRow: row).map { placement in
            let position = Int(placement.position)
            let location: ModificationLocation =
                if position == 0 { .nTerminus } else if position > count { .cTerminus } else {
                    .residue(order.firstIndex(of: position - 1) ?? position - 1)
                }
            return LocalisedModification(
                location: location, definition: chemistry.variable[Int(placement.modification)].definition)
        }
    }

    /// Proteins the candidate comes from, as ascending positions in the database the table was made from.
    ///
    /// A form that is modified at a protein's end lists only the proteins it ends. A sequence found in targets and in
    /// decoys of a FASTA is a target, and lists its targets only.
    public func proteins(ofRow row: Int) -> [Int] {
        var positions: [Int] = []
        for occurrence in listedOccurrences(ofRow: row) where positions.last != Int(occurrence.protein) {
            positions.append(Int(occurrence.protein))
        }
        return positions
    }

    /// Residues before and after the peptide in its first protein, `-` where the protein ends.
    public func neighbours(ofRow row: Int) -> (previous: UInt8, next: UInt8) {
        guard let first = listedOccurrences(ofRow: row).first else { return (UInt8(ascii: "-"), UInt8(ascii: "-")) }
        let start = Int(first.start)
        let length = Int(peptides[Int(rowPeptides[row])].length)
        let protein = Int(proteinStarts[Int(first.protein)])
        return (start > protein ? residues[start - 1] : UInt8(ascii: "-"), residues[start + length])
    }

    /// Key that a target shares with its decoy, and with nothing else; see ``ResidueIdentity/pairKey(of:)``.
    public func pairKey(ofRow row: Int) -> UInt64 {
        ResidueIdentity.pairKey(of: sequence(ofRow: row, label: .target))
    }

    /// Whether the row stands for a target and its decoy.
    public func isPaired(row: Int) -> Bool {
        let labels = labels(ofRow: row)
        return labels.target && labels.decoy
    }

    /// Cleavage sites inside the target; its decoy counts the same.
    public func missedCleavages(ofRow row: Int) -> Int { Int(peptides[Int(rowPeptides[row])].missedCleavages) }

    /// Whether two candidates have the same sequence, whatever their modifications.
    public func isSameSequence(_ row: Int, _ label: CandidateLabel, as other: Int, _ otherLabel: CandidateLabel) -> Bool
    {
        label == otherLabel && rowPeptides[row] == rowPeptides[other]
    }

    /// A number for ordering candidates that are equal in every score, which favours neither targets nor decoys.
    public func tieKey(ofRow row: Int, label: CandidateLabel) -> UInt64 {
        let key = StableHash.combine(
            StableHash.hash(sequence(ofRow: row, label: label)),
            StableHash.hash(placements(ofRow: row).flatMap { [$0.position, $0.modification] }))
        let channel = rowTags[row].channel
        return channel == 0 ? key : StableHash.combine(key, UInt64(channel))
    }

    func occurrences(ofPeptide index: Int) -> ArraySlice<Occurrence> {
        occurrences[Int(peptides[index].firstOccurrence)..<endOfOccurrences(ofPeptide: index)]
    }

    func endOfOccurrences(ofPeptide index: Int) -> Int {
        index + 1 < peptides.count ? Int(peptides[index + 1].firstOccurrence) : occurrences.count
    }

    /// The occurrences a peptide stands for: not those in decoys where it is a target of a FASTA with decoys.
    func ownOccurrences(ofPeptide index: Int) -> some Sequence<Occurrence> {
        let isTarget = peptides[index].pairing == .target
        return occurrences(ofPeptide: index).lazy.filter { !(isTarget && $0.isDecoy) }
    }

    private func listedOccurrences(ofRow row: Int) -> [Occurrence] {
        let index = Int(rowPeptides[row])
        let rules = placements(ofRow: row).map { chemistry.variable[Int($0.modification)].site.position }
        let needsStart = rules.contains(.proteinNTerm)
        let needsEnd = rules.contains(.proteinCTerm)
        return ownOccurrences(ofPeptide: index).filter {
            (!needsStart || $0.isProteinNTerminal) && (!needsEnd || $0.isProteinCTerminal)
        }
    }
}
