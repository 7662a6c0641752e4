public import Foundations
import Chemistry
import SpectrumModel

extension RunMatches {
    /// Stores the outcome as an artefact of kind `matches`; equal outcomes give equal bytes.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written; nothing is left at the path then.
    public func write(to path: String) throws(ArtefactError) {
        let writer = try ArtefactWriter(
            path: path, schema: MatchTables.schema(run: run, entrapment: entrapment),
            rowCounts: [
                MatchTables.proteins.rowGroups(of: proteins.count),
                MatchTables.peptides.rowGroups(of: peptides.count),
                MatchTables.matches.rowGroups(of: matches.count), MatchTables.ions.rowGroups(of: ions.count),
                MatchTables.setAside.rowGroups(of: setAside.count),
            ])
        try MatchTables.proteins.append(proteins, to: writer)
        try MatchTables.peptides.append(peptides, to: writer)
        try MatchTables.matches.append(matches, to: writer)
        try MatchTables.ions.append(ions, to: writer)
        try MatchTables.setAside.append(setAside, to: writer)
        try writer.finish()
    }

    /// Loads an outcome that ``write(to:)`` stored, and checks that every reference in it leads somewhere.
    ///
    /// - Parameter ions: whether with the matched ions; without them ``ions`` and the matches' ranges in it are empty.
    /// - Throws: `ArtefactError` where the file is not there, is damaged or holds something else.
    public init(artefact path: String, ions: Bool = true) throws(ArtefactError) {
        let reader = try ArtefactReader(path: path, kind: MatchTables.kind, version: MatchTables.version)
        guard let run = reader.schema.metadata["run"] else { throw .missing(path: path, what: "name of its run") }
        self.init(
            run: run, proteins: try MatchTables.proteins.rows(of: reader, Self.proteins),
            peptides: try Self.peptides(reader), matches: try Self.matches(reader, withIons: ions),
            ions: ions ? try Self.ions(reader) : [], setAside: try Self.setAside(reader),
            entrapment: EntrapmentCensus(metadata: reader.schema.metadata))
        try checkReferences(reader)
    }

    static func proteins(_ group: ArtefactRowGroup) throws(ArtefactError) -> [MatchedProtein] {
        let (contaminants, entrapments) = (try group.bool("is_contaminant"), try group.bool("is_entrapment"))
        return try group.strings("accession").enumerated().map { row, accession in
            MatchedProtein(
                accession: accession, isContaminant: contaminants[row], isEntrapment: entrapments[row])
        }
    }

    private static func peptides(_ reader: ArtefactReader) throws(ArtefactError) -> [MatchedPeptide] {
        let table = MatchTables.peptides
        return try table.rows(of: reader) { (group) throws(ArtefactError) in
            let (forms, sequences) = (try group.strings("peptidoform"), try group.strings("sequence"))
            let (before, after) = (try group.strings("previous_residue"), try group.strings("next_residue"))
            let (proteins, keys) = (try group.intLists("proteins"), try group.uint64("pair_key"))
            let origins = try group.uint64("origin_key")
            let (decoys, paired) = (try group.bool("is_decoy"), try group.bool("is_paired"))
            let (masses, missed) = (try group.float64("mass"), try group.int("missed_cleavages"))
            guard (before + after).allSatisfy({ $0.count == 1 }) else {
                throw table.damage(in: reader, "a neighbouring residue is not one letter")
            }
            return (0..<group.rowCount).map { row in
                MatchedPeptide(
                    peptidoform: forms[row], sequence: sequences[row], previousResidue: Character(before[row]),
                    nextResidue: Character(after[row]), proteins: proteins[row], isDecoy: decoys[row],
                    pairKey: keys[row], originKey: origins[row], isPaired: paired[row], massDaltons: masses[row],
                    missedCleavages: missed[row])
            }
        }
    }

    private static func matches(
        _ reader: ArtefactReader, withIons: Bool
    ) throws(ArtefactError) -> [SpectrumMatch] {
        let table = MatchTables.matches
        return try table.rows(of: reader) { (group) throws(ArtefactError) in
            let (spectra, ranks) = (try group.int("spectrum_index"), try group.int("rank"))
            let (charges, mz) = (try group.int("charge"), try group.float64("precursor_mz"))
            let (measured, isotopes) = (try group.float64("precursor_mz_measured"), try group.int("isotope_error"))
            let (peptides, hyperscores) = (try group.int("peptide"), try group.float64("hyperscore"))
            let (deltas, scores) = (try group.float64("delta_hyperscore"), try group.float64("score"))
            let (fragments, features) = (try group.int("matched_fragments"), try Self.features(group))
            let (candidates, firsts) = (try group.int("candidates"), try group.int("first_ion"))
            let counts = try group.int("ion_count")
            guard zip(firsts, counts).allSatisfy({ $0 >= 0 && $1 >= 0 && $0 <= Int.max - $1 }) else {
                throw table.damage(in: reader, "a range of ions is not a range")
            }
            return (0..<group.rowCount).map { row in
                SpectrumMatch(
                    spectrumIndex: spectra[row], rank: ranks[row], charge: charges[row], precursorMZ: mz[row],
                    precursorMZMeasured: measured[row], isotopeError: isotopes[row], peptide: peptides[row],
                    hyperscore: hyperscores[row], deltaHyperscore: deltas[row], score: scores[row],
                    matchedFragments: fragments[row], features: features[row], candidateCount: candidates[row],
                    ions: withIons ? firsts[row]..<firsts[row] + counts[row] : 0..<0)
            }
        }
    }

    private static func features(_ group: ArtefactRowGroup) throws(ArtefactError) -> [MatchFeatures] {
        let (fractions, errors) = (
            try group.float64("matched_intensity_fraction"), try group.float64("fragment_error")
        )
        let (spreads, correlations) = (
            try group.float64("fragment_error_spread"), try group.float64("cross_correlation")
        )
        let (nTerminal, cTerminal) = (try group.int("matched_n_terminal"), try group.int("matched_c_terminal"))
        let longest = try group.int("longest_series")
        return (0..<group.rowCount).map { row in
            var features = MatchFeatures()
            features.matchedIntensityFraction = fractions[row]
            features.fragmentErrorPPM = errors[row]
            features.fragmentErrorSpreadPPM = spreads[row]
            features.nTerminalFragments = nTerminal[row]
            features.cTerminalFragments = cTerminal[row]
            features.longestSeries = longest[row]
            features.crossCorrelation = correlations[row]
            return features
        }
    }

    private static func ions(_ reader: ArtefactReader) throws(ArtefactError) -> [MatchedIon] {
        try MatchTables.ions.rows(of: reader) { (group) throws(ArtefactError) in try ions(group, of: reader) }
    }

    private static func ions(
        _ group: ArtefactRowGroup, of reader: ArtefactReader
    ) throws(ArtefactError) -> [MatchedIon] {
        let (series, ordinals) = (try group.uint8("series"), try group.uint8("ordinal"))
        let (charges, losses) = (try group.uint8("charge"), try group.float64("neutral_loss"))
        let (intensities, errors) = (try group.float64("intensity"), try group.float64("error"))
        var ions: [MatchedIon] = []
        for row in 0..<group.rowCount {
            guard let letter = FragmentSeries(letter: series[row]) else {
                throw MatchTables.ions.damage(in: reader, "an ion is of a series that does not exist")
            }
            ions.append(
                MatchedIon(
                    series: letter, ordinal: Int(ordinals[row]), charge: Int(charges[row]),
                    neutralLossDaltons: losses[row], intensity: intensities[row], errorPPM: errors[row]))
        }
        return ions
    }

    private static func setAside(_ reader: ArtefactReader) throws(ArtefactError) -> [SetAsideSpectrum] {
        let table = MatchTables.setAside
        return try table.rows(of: reader) { (group) throws(ArtefactError) in
            let reasons = try group.strings("reason")
            var rows: [SetAsideSpectrum] = []
            for (index, text) in zip(try group.int("spectrum_index"), reasons) {
                guard let reason = SetAsideReason(rawValue: text) else {
                    throw table.damage(in: reader, "the reason '\(text)' is not known")
                }
                rows.append(SetAsideSpectrum(spectrumIndex: index, reason: reason))
            }
            return rows
        }
    }

    private func checkReferences(_ reader: ArtefactReader) throws(ArtefactError) {
        guard peptides.allSatisfy({ $0.proteins.allSatisfy(proteins.indices.contains) }) else {
            throw MatchTables.peptides.damage(in: reader, "a peptide names a protein that is not there")
        }
        guard matches.allSatisfy({ peptides.indices.contains($0.peptide) }) else {
            throw MatchTables.matches.damage(in: reader, "a match names a peptide that is not there")
        }
        guard matches.allSatisfy({ $0.charge > 0 }) else {
            throw MatchTables.matches.damage(in: reader, "a charge is not above 0")
        }
        guard matches.allSatisfy({ $0.ions.upperBound <= ions.count }) else {
            throw MatchTables.matches.damage(in: reader, "a match names ions that are not there")
        }
    }
}
