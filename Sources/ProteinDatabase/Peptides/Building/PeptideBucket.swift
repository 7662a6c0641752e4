/// The distinct peptides of a bucket with their occurrences and decoys, sorted into mass classes.
struct PeptideBucket: Sendable {
    /// The peptides, in the order of their classes, without rows.
    private(set) var table: PeptideTable
    /// Mass in Da of each peptide without label and variable modifications.
    private(set) var masses: [Double] = []
    /// First peptide of each class, and the number of all.
    private var classStarts: [UInt32] = []

    /// Joins equal sequences of a bucket and pairs them with decoys.
    ///
    /// - Parameters:
    ///   - number: the bucket.
    ///   - blocks: what was found in all proteins, in database order.
    ///   - text: a table with the residues of all proteins, and nothing else.
    ///   - classes: the mass classes to sort peptides into.
    init(_ number: Int, of blocks: [DigestedBlock], text: PeptideTable, classes: MassClasses) {
        let count = blocks.reduce(0) { $0 + $1[number].count }
        var sequences = SequenceInterner(expectedCount: count / 2)
        var found = Findings(expectedCount: count)
        text.residues.withUnsafeBufferPointer { residues in
            for block in blocks {
                for finding in block[number] {
                    let interned = sequences.intern(
                        start: Int(finding.occurrence.start), length: Int(finding.length), in: residues)
                    found.add(finding, of: interned.number, isNew: interned.isNew)
                }
            }
        }
        var table = text
        found.store(sequences, in: &table)
        table.pairDecoys(of: sequences)
        let masses = table.peptides.map { table.unmodifiedMass(of: $0) }
        let order = classes.order(of: masses)
        classStarts = order.starts
        self.masses = order.positions.map { masses[Int($0)] }
        self.table = text
        self.table.appendPeptides(order.positions.lazy.map { Int($0) }, of: table)
    }

    /// The peptides of a mass class.
    func peptides(ofClass number: Int) -> Range<Int> { Int(classStarts[number])..<Int(classStarts[number + 1]) }
}

/// What digestion found in a bucket, in database order, before it is sorted by peptide.
private struct Findings {
    private var peptides: [UInt32] = []
    private var occurrences: [PeptideTable.Occurrence] = []
    /// Fewest missed cleavages of each peptide over its occurrences.
    private var missedCleavages: [UInt8] = []

    init(expectedCount: Int) {
        peptides.reserveCapacity(expectedCount)
        occurrences.reserveCapacity(expectedCount)
    }

    mutating func add(_ finding: DigestedBlock.Finding, of peptide: Int, isNew: Bool) {
        if isNew {
            missedCleavages.append(finding.missedCleavages)
        } else {
            missedCleavages[peptide] = min(missedCleavages[peptide], finding.missedCleavages)
        }
        peptides.append(UInt32(peptide))
        occurrences.append(finding.occurrence)
    }

    /// Turns the flat list of findings into one list of occurrences for each peptide.
    func store(_ sequences: SequenceInterner, in table: inout PeptideTable) {
        var starts = [UInt32](repeating: 0, count: sequences.stretches.count + 1)
        for peptide in peptides { starts[Int(peptide) + 1] += 1 }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        table.peptides = sequences.stretches.enumerated().map { number, stretch in
            PeptideTable.Peptide(
                start: stretch.start, firstOccurrence: starts[number], firstOrder: 0, length: stretch.length,
                missedCleavages: missedCleavages[number], pairing: .reversed)
        }
        let none = PeptideTable.Occurrence(
            protein: 0, start: 0, isProteinNTerminal: false, isProteinCTerminal: false, isDecoy: false)
        table.occurrences = [PeptideTable.Occurrence](repeating: none, count: occurrences.count)
        for (peptide, occurrence) in zip(peptides, occurrences) {
            table.occurrences[Int(starts[Int(peptide)])] = occurrence
            starts[Int(peptide)] += 1
        }
    }
}
