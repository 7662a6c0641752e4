/// The peptides of some proteins in a row, by bucket, in database order within each.
struct DigestedBlock: Sendable {
    /// A peptide at its place in a protein.
    struct Finding: Sendable {
        var occurrence: PeptideTable.Occurrence
        var length: UInt8
        var missedCleavages: UInt8
    }

    /// Stretches left out because a residue has no mass.
    private(set) var withoutMass = 0
    private var findings: [Finding] = []
    /// First finding of each bucket, and the number of all.
    private var starts: [UInt32]

    /// Digests proteins.
    ///
    /// - Parameters:
    ///   - numbers: the proteins, by their positions in the database.
    ///   - builder: says how to digest, and what has which mass.
    ///   - proteinStarts: position of each protein's first residue among all residues.
    ///   - bounds: masses in Da of peptides without variable modifications that are kept.
    ///   - buckets: where peptides belong.
    init(
        proteins numbers: Range<Int>, of builder: PeptideTableBuilder, proteinStarts: [UInt32],
        bounds: ClosedRange<Double>, buckets: CompositionBuckets
    ) {
        var found: [Finding] = []
        var places: [UInt16] = []
        starts = [UInt32](repeating: 0, count: buckets.count + 1)
        var comparison = BondComparison()
        for number in numbers {
            let protein = builder.database.proteins[number]
            let partner = builder.database.partner(ofEntrapment: number)
            let masses = RunningChannelMasses(of: protein.residues, chemistry: builder.chemistry)
            let sums = buckets.runningSums(of: protein.residues)
            builder.digester.forEachPeptide(of: protein.residues) { span in
                guard masses.allHaveMass(span.residues) else {
                    withoutMass += 1
                    return
                }
                guard masses.reaches(bounds, span.residues) else { return }
                if let partner, comparison.areAlike(protein.residues[span.residues], partner.residues[span.residues]) {
                    return
                }
                let bucket = buckets.bucket(of: span.residues, in: sums)
                places.append(UInt16(bucket))
                starts[bucket + 1] += 1
                found.append(
                    Finding(
                        occurrence: PeptideTable.Occurrence(
                            protein: UInt32(number), start: proteinStarts[number] + UInt32(span.residues.lowerBound),
                            isProteinNTerminal: span.isProteinNTerminal, isProteinCTerminal: span.isProteinCTerminal,
                            isDecoy: protein.isDecoy),
                        length: UInt8(span.residues.count), missedCleavages: UInt8(min(span.missedCleavages, 255))))
            }
        }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var ends = starts
        findings = found
        for (finding, bucket) in zip(found, places) {
            findings[Int(ends[Int(bucket)])] = finding
            ends[Int(bucket)] += 1
        }
    }

    /// The findings of a bucket.
    subscript(bucket: Int) -> ArraySlice<Finding> { findings[Int(starts[bucket])..<Int(starts[bucket + 1])] }
}
