import Chemistry
import Foundations
import SpectrumModel

/// The tables of a stored search outcome. Version 4 of kind `matches`.
enum MatchTables {
    static let kind = "matches"
    static let version = 4

    static func schema(run: String, entrapment: EntrapmentCensus?) -> ArtefactSchema {
        let census = entrapment?.metadata ?? [:]
        return ArtefactSchema(
            kind: kind, version: version, metadata: census.merging(["run": run]) { $1 },
            tables: [proteins.schema, peptides.schema, matches.schema, ions.schema, setAside.schema])
    }

    static let proteins = RowTable<MatchedProtein>(
        "proteins",
        [
            .text("accession", "accession without any decoy prefix", \.accession),
            .flag("is_contaminant", "whether the protein comes from the contaminant FASTA", \.isContaminant),
            .flag("is_entrapment", "whether the protein is known not to be in the sample", \.isEntrapment),
        ])

    static let peptides = RowTable<MatchedPeptide>(
        "peptides",
        [
            .text("peptidoform", "peptidoform in ProForma 2.0 notation, without charge", \.peptidoform),
            .text("sequence", "sequence, one letter a residue; the decoy's own for a decoy", \.sequence),
            .text("previous_residue", "residue before, '-' at the protein's start") { String($0.previousResidue) },
            .text("next_residue", "residue after, '-' at the protein's end") { String($0.nextResidue) },
            .list("proteins", "rows in the table proteins", \.proteins),
            .flag("is_decoy", "whether the peptide is a decoy", \.isDecoy),
            .key("pair_key", "stable key of the target-decoy pair", \.pairKey),
            .key("origin_key", "key of the pair an entrapment was shuffled from, 0 for all others", \.originKey),
            .flag("is_paired", "whether the pair is complete", \.isPaired),
            .number("mass", unit: "Da", "monoisotopic mass of the neutral peptidoform", \.massDaltons),
            .int("missed_cleavages", "sites inside where the enzyme did not cut", \.missedCleavages),
        ])

    static let matches = RowTable<SpectrumMatch>(
        "matches",
        [
            .int("spectrum_index", "position of the spectrum in its file, from 0", \.spectrumIndex),
            .int("rank", "1 for the best candidate of the spectrum", \.rank),
            .int("charge", "charge the spectrum was matched at", \.charge),
            .number("precursor_mz", unit: "Th", "precursor m/z the match was made with", \.precursorMZ),
            .number("precursor_mz_measured", unit: "Th", "precursor m/z the file states", \.precursorMZMeasured),
            .int("isotope_error", "heavy isotopes above the monoisotopic precursor", \.isotopeError),
            .int("peptide", "row in the table peptides", \.peptide),
            .number("hyperscore", "hyperscore", \.hyperscore),
            .number("delta_hyperscore", "hyperscore above the best of another sequence", \.deltaHyperscore),
            .number(
                "score", "ranks the matches of all spectra: -log10 of those expected to match as well by chance",
                \.score),
            .int("matched_fragments", "fragments that found a peak", \.matchedFragments),
            .number(
                "matched_intensity_fraction", "share of the searched intensity explained, 0 to 1",
                \.features.matchedIntensityFraction),
            .number(
                "fragment_error", unit: "ppm", "mean signed error of matched fragments", \.features.fragmentErrorPPM),
            .number(
                "fragment_error_spread", unit: "ppm", "standard deviation of the errors of matched fragments",
                \.features.fragmentErrorSpreadPPM),
            .int("matched_n_terminal", "matched fragments of the series a, b, c", \.features.nTerminalFragments),
            .int("matched_c_terminal", "matched fragments of the series x, y, z", \.features.cTerminalFragments),
            .int("longest_series", "neighbouring ordinals that matched in one series", \.features.longestSeries),
            .number("cross_correlation", "cross-correlation of spectrum and fragments", \.features.crossCorrelation),
            .int("candidates", "candidates the spectrum was compared with", \.candidateCount),
            .int("first_ion", "first row in the table ions", \.ions.lowerBound),
            .int("ion_count", "number of rows in the table ions", \.ions.count),
        ])

    static let ions = RowTable<MatchedIon>(
        "ions",
        [
            .byte("series", "ASCII code of the series: a b c x y z", \.series.letter),
            .byte("ordinal", "residues in the fragment") { UInt8(clamping: $0.ordinal) },
            .byte("charge", "charge of the fragment") { UInt8(clamping: $0.charge) },
            .number("neutral_loss", unit: "Da", "mass of the neutral loss, 0 for none", \.neutralLossDaltons),
            .number("intensity", "intensity of the peak, base peak at 100", \.intensity),
            .number("error", unit: "ppm", "measured minus calculated m/z", \.errorPPM),
        ])

    static let setAside = RowTable<SetAsideSpectrum>(
        "set-aside",
        [
            .int("spectrum_index", "position of the spectrum in its file, from 0", \.spectrumIndex),
            .text("reason", "why the spectrum was not searched") { $0.reason.rawValue },
        ])
}
