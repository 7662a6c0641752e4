extension PeptideTable {
    /// Takes the residues of all proteins, end to end.
    mutating func joinProteins(of database: ProteinDatabase) {
        let proteins = database.proteins
        entrapment = database.entrapment
        residues.reserveCapacity(proteins.reduce(0) { $0 + $1.residues.count + 1 })
        proteinStarts.reserveCapacity(proteins.count)
        for protein in proteins {
            proteinStarts.append(UInt32(residues.count))
            residues.append(contentsOf: protein.residues)
            residues.append(UInt8(ascii: "-"))
        }
    }

    /// Mass in Da of a peptide with fixed modifications, without label.
    func unmodifiedMass(of peptide: Peptide) -> Double {
        let start = Int(peptide.start)
        var mass = chemistry.nTerminus + chemistry.cTerminus
        for letter in residues[start..<start + Int(peptide.length)] { mass += chemistry.residues[Int(letter)] }
        return mass
    }

    /// Appends some peptides of another table of the same proteins with all that belongs to them but their rows.
    mutating func appendPeptides(_ indices: some Sequence<Int>, of other: PeptideTable) {
        for index in indices {
            var peptide = other.peptides[index]
            let (firstOccurrence, firstOrder) = (Int(peptide.firstOccurrence), Int(peptide.firstOrder))
            peptide.firstOccurrence = UInt32(occurrences.count)
            // Mostly one: a loop costs less than a slice.
            for place in firstOccurrence..<other.endOfOccurrences(ofPeptide: index) {
                occurrences.append(other.occurrences[place])
            }
            if peptide.pairing == .shuffled {
                peptide.firstOrder = UInt32(orders.count)
                for place in firstOrder..<firstOrder + Int(peptide.length) { orders.append(other.orders[place]) }
            }
            peptides.append(peptide)
        }
    }

    /// Appends all peptides of another table of the same proteins with all that belongs to them but their rows.
    mutating func appendPeptides(of other: PeptideTable) {
        let (firstOccurrence, firstOrder) = (UInt32(occurrences.count), UInt32(orders.count))
        for var peptide in other.peptides {
            peptide.firstOccurrence += firstOccurrence
            peptide.firstOrder += firstOrder
            peptides.append(peptide)
        }
        occurrences.append(contentsOf: other.occurrences)
        orders.append(contentsOf: other.orders)
    }

    /// Makes room for all peptides of other tables, no more.
    mutating func reservePeptides(of others: [PeptideTable]) {
        peptides.reserveCapacity(others.reduce(peptides.count) { $0 + $1.peptides.count })
        occurrences.reserveCapacity(others.reduce(occurrences.count) { $0 + $1.occurrences.count })
        orders.reserveCapacity(others.reduce(orders.count) { $0 + $1.orders.count })
    }

    /// Counts what the finished table holds.
    ///
    /// - Parameter masses: in Da; of tables of several parts, a peptide counts in the one its mass without variable
    ///   modifications belongs to, where peptides are held against entrapments.
    mutating func takeCensus(ofMasses masses: Range<Double>) {
        census.peptides = peptides.count { $0.pairing != .decoy }
        census.peptidoforms = count
        census.unpaired = peptides.count { $0.pairing == .unpaired }
        guard entrapment != nil else { return }
        for index in peptides.indices where masses.contains(unmodifiedMass(of: peptides[index])) {
            if isEntrapment(peptide: index) { census.entrapments += 1 } else { census.entrapmentTargets += 1 }
            if isShared(peptide: index) { census.sharedWithEntrapments += 1 }
        }
    }
}
