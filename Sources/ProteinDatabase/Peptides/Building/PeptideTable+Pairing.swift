extension PeptideTable {
    /// Gives every peptide its decoy, or says that there is none.
    ///
    /// - Parameter sequences: the peptides of this table, numbered alike.
    mutating func pairDecoys(of sequences: SequenceInterner) {
        if case .fromFASTA = decoys.source {
            for index in peptides.indices {
                peptides[index].pairing = occurrences(ofPeptide: index).allSatisfy(\.isDecoy) ? .decoy : .target
            }
            return
        }
        var order: [Int] = []
        var candidate: [UInt8] = []
        let firstAttempt = decoys.source == .shuffled ? 1 : 0
        for index in peptides.indices {
            let attempt = (firstAttempt...DecoyRules.shuffleAttempts).first { attempt in
                isFree(attempt, for: index, sequences: sequences, order: &order, candidate: &candidate)
            }
            switch attempt {
            case nil:
                peptides[index].pairing = .unpaired
            case 0:
                peptides[index].pairing = .reversed
            default:
                peptides[index].pairing = .shuffled
                peptides[index].firstOrder = UInt32(orders.count)
                orders.append(contentsOf: order.lazy.map { UInt8($0) })
            }
        }
    }

    /// Whether the reordering of that number gives a sequence that is no target.
    private func isFree(
        _ attempt: Int, for index: Int, sequences: SequenceInterner, order: inout [Int], candidate: inout [UInt8]
    ) -> Bool {
        let (start, length) = (Int(peptides[index].start), Int(peptides[index].length))
        candidate.removeAll(keepingCapacity: true)
        if attempt == 0 {
            for place in 0..<length { candidate.append(residues[start + decoys.reversedPlace(of: place, in: length)]) }
        } else {
            let key = ResidueIdentity.pairKey(of: residues[start..<start + length])
            decoys.fillOrder(attempt: attempt, length: length, key: key, into: &order)
            for position in order { candidate.append(residues[start + position]) }
        }
        return residues.withUnsafeBufferPointer { sequences.find(candidate, in: $0) } == nil
    }
}
