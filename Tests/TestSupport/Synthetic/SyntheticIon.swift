/// A peptide ion that a synthetic run selects for fragmentation.
struct SyntheticIon: Sendable, Hashable {
    var peptide: SyntheticPeptide
    var charge: Int
    /// When it is selected, in seconds.
    var retentionTimeSeconds: Double
    /// Height of the whole isotope pattern in detector counts.
    var intensity: Double
    /// Number of isotope peaks the selected peak lies above the monoisotopic one.
    var isotopeError: Int

    /// Chooses the ions of a run, in order of retention time.
    static func choose(
        from proteins: [SyntheticProtein], settings: SyntheticRunSettings, using generator: inout SplitMix64
    ) -> [SyntheticIon] {
        let peptides = SyntheticPeptide.tryptic(
            of: proteins, lengths: settings.peptideLengths, missedCleavages: settings.missedCleavages)
        let known = Set(peptides.map(\.comparable))
        var unused: ArraySlice<SyntheticPeptide> = []
        var ions: [SyntheticIon] = []
        for _ in 0..<settings.fragmentSpectra {
            let isForeign = peptides.isEmpty || generator.happens(withProbability: settings.foreignShare)
            // Every peptide has its turn before one comes twice.
            if unused.isEmpty { unused = generator.shuffled(peptides)[...] }
            let peptide =
                isForeign
                ? foreign(to: known, lengths: settings.peptideLengths, using: &generator)
                : unused.removeFirst()
            ions.append(ion(of: peptide, settings: settings, using: &generator))
        }
        return spread(ions, over: settings.gradientSeconds)
    }

    private static func ion(
        of peptide: SyntheticPeptide, settings: SyntheticRunSettings, using generator: inout SplitMix64
    ) -> SyntheticIon {
        var peptide = peptide
        peptide.oxidizedPositions = peptide.sequence.utf8.enumerated().compactMap { position, residue in
            guard residue == UInt8(ascii: "M") else { return nil }
            return generator.happens(withProbability: settings.oxidationProbability) ? position : nil
        }
        return SyntheticIon(
            peptide: peptide, charge: generator.happens(withProbability: settings.chargeThreeShare) ? 3 : 2,
            retentionTimeSeconds: peptide.greasiness + generator.normal(standardDeviation: 2),
            intensity: generator.logNormal(median: 1e6, spread: 1),
            isotopeError: generator.happens(withProbability: settings.isotopeErrorShare) ? 1 : 0)
    }

    /// A peptide as an enzyme would make it that is none of the known ones, even where I and L are the same.
    private static func foreign(
        to known: Set<String>, lengths: ClosedRange<Int>, using generator: inout SplitMix64
    ) -> SyntheticPeptide {
        while true {
            let length = generator.integer(lengths.lowerBound..<lengths.upperBound + 1)
            var residues: [UInt8] = []
            while residues.count < length - 1 {
                let residue = SyntheticProtein.randomResidue(using: &generator)
                if residue != UInt8(ascii: "K") && residue != UInt8(ascii: "R") { residues.append(residue) }
            }
            residues.append(UInt8(ascii: generator.happens(withProbability: 0.5) ? "K" : "R"))
            let peptide = SyntheticPeptide(sequence: String(decoding: residues, as: UTF8.self))
            if !known.contains(peptide.comparable) { return peptide }
        }
    }

    /// Puts the ions in order and stretches their retention scores to seconds within the gradient.
    private static func spread(_ ions: [SyntheticIon], over seconds: Double) -> [SyntheticIon] {
        let scores = ions.map(\.retentionTimeSeconds)
        guard let lowest = scores.min(), let highest = scores.max() else { return [] }
        let scale = seconds * 0.9 / max(highest - lowest, 1)
        // Sorting by the position too keeps equal scores in one order.
        return ions.enumerated().sorted { left, right in
            (left.element.retentionTimeSeconds, left.offset) < (right.element.retentionTimeSeconds, right.offset)
        }.map { _, ion in
            var ion = ion
            ion.retentionTimeSeconds = seconds * 0.05 + (ion.retentionTimeSeconds - lowest) * scale
            return ion
        }
    }
}

extension SyntheticPeptide {
    /// The sequence with isoleucine written as leucine, which no mass spectrum tells apart.
    var comparable: String { String(sequence.map { $0 == "I" ? "L" : $0 }) }

    /// A rough score of how late the peptide elutes: its hydrophobic residues, the bulky ones counted double.
    var greasiness: Double {
        sequence.utf8.reduce(0) { sum, residue in
            switch residue {
            case UInt8(ascii: "W"), UInt8(ascii: "F"), UInt8(ascii: "L"), UInt8(ascii: "I"): sum + 2
            case UInt8(ascii: "M"), UInt8(ascii: "V"), UInt8(ascii: "Y"): sum + 1
            default: sum
            }
        }
    }
}
