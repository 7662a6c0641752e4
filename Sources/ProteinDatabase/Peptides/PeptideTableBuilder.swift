/// Makes peptide tables from a database: digests, joins equal sequences, adds modifications, pairs decoys, sorts by mass.
///
/// A table can be made for a part of the mass range. Every peptidoform belongs to exactly one part, and so do its decoy
/// and all targets the decoy could collide with, since they share one composition.
public struct PeptideTableBuilder: Sendable {
    let database: ProteinDatabase
    let digester: Digester
    let decoys: DecoyRules
    let chemistry: PeptideMasses

    /// Creates a builder.
    public init(database: ProteinDatabase, digestion: DigestionRules, decoys: DecoyRules, chemistry: PeptideMasses) {
        self.init(database: database, digester: Digester(rules: digestion), decoys: decoys, chemistry: chemistry)
    }

    init(database: ProteinDatabase, digester: Digester, decoys: DecoyRules, chemistry: PeptideMasses) {
        self.database = database
        self.digester = digester
        self.decoys = decoys
        self.chemistry = chemistry
    }

    /// The table of all peptidoforms whose mass lies in the digestion's mass range and in `part`.
    ///
    /// - Parameter part: masses in Da, lower end included, upper end excluded; everything by default.
    public func build(part: Range<Double> = 0..<Double.infinity) -> PeptideTable {
        build(part: part) { _ in }
    }

    /// The same table, for callers that show progress or may end the work.
    ///
    /// - Parameters:
    ///   - part: masses in Da, lower end included, upper end excluded; everything by default.
    ///   - progress: called now and then with the number of proteins digested so far; it may end the work by throwing.
    public func build(
        part: Range<Double> = 0..<Double.infinity, progress: (_ proteinsDone: Int) throws -> Void
    ) rethrows -> PeptideTable {
        var table = PeptideTable(decoys: decoys, chemistry: chemistry)
        joinProteins(in: &table)
        let sequences = try internPeptides(part: part, in: &table, progress: progress)
        try pairDecoys(of: sequences, in: &table, progress: progress)
        try addPeptidoforms(part: part, to: &table, progress: progress)
        table.census.peptides = table.peptides.count { $0.pairing != .decoy }
        table.census.peptidoforms = table.count
        table.census.unpaired = table.peptides.count { $0.pairing == .unpaired }
        return table
    }

    // MARK: - Sequences

    private func joinProteins(in table: inout PeptideTable) {
        table.residues.reserveCapacity(database.proteins.reduce(0) { $0 + $1.residues.count + 1 })
        table.proteinStarts.reserveCapacity(database.proteins.count)
        for protein in database.proteins {
            table.proteinStarts.append(UInt32(table.residues.count))
            table.residues.append(contentsOf: protein.residues)
            table.residues.append(UInt8(ascii: "-"))
        }
    }

    /// Finds every distinct sequence whose peptidoforms can reach into the mass part, with its occurrences.
    private func internPeptides(
        part: Range<Double>, in table: inout PeptideTable, progress: (Int) throws -> Void
    ) rethrows -> SequenceInterner {
        let reach = chemistry.variableReach
        let allowed = digester.rules.massesDaltons
        // The slack is far above rounding and far below any difference in composition.
        let lightest = max(allowed.lowerBound, part.lowerBound) - reach.upperBound - 0.01
        let heaviest = min(allowed.upperBound, part.upperBound) - reach.lowerBound + 0.01
        let bounds = lightest...max(lightest, heaviest)
        var interner = SequenceInterner(expectedCount: table.residues.count / (4 * digester.starts.factor))
        var found = Findings()
        try table.residues.withUnsafeBufferPointer { residues in
            for (index, protein) in database.proteins.enumerated() {
                if index % 256 == 0 { try progress(index) }
                let masses = RunningChannelMasses(of: protein.residues, chemistry: chemistry)
                let offset = Int(table.proteinStarts[index])
                digester.forEachPeptide(of: protein.residues) { span in
                    guard masses.allHaveMass(span.residues) else {
                        found.withoutMass += 1
                        return
                    }
                    guard masses.reaches(bounds, span.residues) else { return }
                    let start = offset + span.residues.lowerBound
                    let interned = interner.intern(start: start, length: span.residues.count, in: residues)
                    let occurrence = PeptideTable.Occurrence(
                        protein: UInt32(index), start: UInt32(start), isProteinNTerminal: span.isProteinNTerminal,
                        isProteinCTerminal: span.isProteinCTerminal, isDecoy: protein.isDecoy)
                    found.add(
                        occurrence, of: interned.number, isNew: interned.isNew, missedCleavages: span.missedCleavages)
                }
            }
        }
        table.census.withoutMass = found.withoutMass
        store(found, sequences: interner, in: &table)
        return interner
    }

    /// Turns the flat list of findings into one list of occurrences for each peptide, in database order.
    private func store(_ found: Findings, sequences: SequenceInterner, in table: inout PeptideTable) {
        var starts = [UInt32](repeating: 0, count: sequences.stretches.count + 1)
        for peptide in found.peptides { starts[Int(peptide) + 1] += 1 }
        for i in 1..<starts.count { starts[i] += starts[i - 1] }
        table.peptides.reserveCapacity(sequences.stretches.count)
        for (number, stretch) in sequences.stretches.enumerated() {
            table.peptides.append(
                PeptideTable.Peptide(
                    start: stretch.start, firstOccurrence: starts[number], firstOrder: 0, length: stretch.length,
                    missedCleavages: found.missedCleavages[number], pairing: .reversed))
        }
        let none = PeptideTable.Occurrence(
            protein: 0, start: 0, isProteinNTerminal: false, isProteinCTerminal: false, isDecoy: false)
        table.occurrences = [PeptideTable.Occurrence](repeating: none, count: found.occurrences.count)
        for (peptide, occurrence) in zip(found.peptides, found.occurrences) {
            table.occurrences[Int(starts[Int(peptide)])] = occurrence
            starts[Int(peptide)] += 1
        }
    }

    // MARK: - Decoys

    /// Peptides between two reports of progress after all proteins are digested, when only the end of the work is asked.
    private static let progressDistance = 65_536

    private func pairDecoys(
        of sequences: SequenceInterner, in table: inout PeptideTable, progress: (Int) throws -> Void
    ) rethrows {
        if case .fromFASTA = decoys.source {
            for index in table.peptides.indices {
                let isDecoy = table.occurrences(ofPeptide: index).allSatisfy(\.isDecoy)
                table.peptides[index].pairing = isDecoy ? .decoy : .target
            }
            return
        }
        var order: [Int] = []
        var candidate: [UInt8] = []
        let firstAttempt = decoys.source == .shuffled ? 1 : 0
        for index in table.peptides.indices {
            if index % Self.progressDistance == 0 { try progress(database.proteins.count) }
            let attempt = (firstAttempt...DecoyRules.shuffleAttempts).first { attempt in
                isFree(attempt, for: index, sequences: sequences, table: table, order: &order, candidate: &candidate)
            }
            switch attempt {
            case nil:
                table.peptides[index].pairing = .unpaired
            case 0:
                table.peptides[index].pairing = .reversed
            default:
                table.peptides[index].pairing = .shuffled
                table.peptides[index].firstOrder = UInt32(table.orders.count)
                table.orders.append(contentsOf: order.lazy.map { UInt8($0) })
            }
        }
    }

    /// Whether the reordering of that number gives a sequence that is no target.
    private func isFree(
        _ attempt: Int, for index: Int, sequences: SequenceInterner, table: PeptideTable, order: inout [Int],
        candidate: inout [UInt8]
    ) -> Bool {
        let peptide = table.peptides[index]
        let start = Int(peptide.start)
        let stretch = table.residues[start..<start + Int(peptide.length)]
        let key = attempt == 0 ? 0 : ResidueIdentity.pairKey(of: stretch)
        decoys.fillOrder(attempt: attempt, length: Int(peptide.length), key: key, into: &order)
        candidate.removeAll(keepingCapacity: true)
        for position in order { candidate.append(table.residues[start + position]) }
        return table.residues.withUnsafeBufferPointer { sequences.find(candidate, in: $0) } == nil
    }

    // MARK: - Peptidoforms

    private func addPeptidoforms(
        part: Range<Double>, to table: inout PeptideTable, progress: (Int) throws -> Void
    ) rethrows {
        var rows = PeptidoformRows(
            allowed: digester.rules.massesDaltons, part: part, chemistry: chemistry, expectedCount: table.peptides.count
        )
        for index in table.peptides.indices {
            if index % Self.progressDistance == 0 { try progress(database.proteins.count) }
            rows.add(peptide: index, of: table)
        }
        rows.move(to: &table)
    }
}

/// What digestion found, in database order, before it is sorted by peptide.
private struct Findings {
    var peptides: [UInt32] = []
    var occurrences: [PeptideTable.Occurrence] = []
    /// Fewest missed cleavages of each peptide over its occurrences.
    var missedCleavages: [UInt8] = []
    var withoutMass = 0

    mutating func add(_ occurrence: PeptideTable.Occurrence, of peptide: Int, isNew: Bool, missedCleavages count: Int) {
        let missed = UInt8(min(count, 255))
        if isNew {
            missedCleavages.append(missed)
        } else {
            missedCleavages[peptide] = min(missedCleavages[peptide], missed)
        }
        peptides.append(UInt32(peptide))
        occurrences.append(occurrence)
    }
}
