public import Chemistry

/// One peptide-spectrum match with the figures that describe how good it is.
public struct SpectrumMatch: Sendable, Hashable {
    /// Position of the spectrum in its file, counted from 0.
    public var spectrumIndex: Int
    /// 1 for the best candidate of the spectrum, 2 for the best of a different sequence.
    public var rank: Int
    /// Charge the spectrum was matched at.
    public var charge: Int
    /// Precursor m/z the match was made with, in Th.
    public var precursorMZ: Double
    /// Precursor m/z the file states, in Th.
    public var precursorMZMeasured: Double
    /// Number of heavy isotopes the measured precursor is assumed to sit above the monoisotopic one.
    public var isotopeError: Int
    /// Position of the peptidoform in ``RunMatches/peptides``.
    public var peptide: Int
    /// Hyperscore.
    public var hyperscore: Double
    /// Hyperscore above the best candidate of a different sequence (I = L); the hyperscore itself where there is none.
    /// Not above 0 at rank 2.
    public var deltaHyperscore: Double
    /// The score that ranks matches of all spectra against one another, see ``ChanceScore``; higher is better.
    public var score: Double
    /// Number of theoretical fragments that found a peak of their own in their series.
    public var matchedFragments: Int
    /// How well the candidate explains the spectrum, beside the scores.
    public var features: MatchFeatures
    /// Number of candidates the spectrum was compared with.
    public var candidateCount: Int
    /// Range of the match's ions in ``RunMatches/ions``.
    public var ions: Range<Int>

    /// Creates a match from its parts.
    public init(
        spectrumIndex: Int, rank: Int, charge: Int, precursorMZ: Double, precursorMZMeasured: Double,
        isotopeError: Int, peptide: Int, hyperscore: Double, deltaHyperscore: Double, score: Double,
        matchedFragments: Int, features: MatchFeatures, candidateCount: Int, ions: Range<Int>
    ) {
        self.spectrumIndex = spectrumIndex
        self.rank = rank
        self.charge = charge
        self.precursorMZ = precursorMZ
        self.precursorMZMeasured = precursorMZMeasured
        self.isotopeError = isotopeError
        self.peptide = peptide
        self.hyperscore = hyperscore
        self.deltaHyperscore = deltaHyperscore
        self.score = score
        self.matchedFragments = matchedFragments
        self.features = features
        self.candidateCount = candidateCount
        self.ions = ions
    }
}

/// A fragment that found its peak.
public struct MatchedIon: Sendable, Hashable {
    /// Which bond broke and which end the fragment has.
    public var series: FragmentSeries
    /// Number of residues in the fragment, at most 255.
    public var ordinal: Int
    /// Charge of the fragment, at most 255.
    public var charge: Int
    /// Mass of the neutral loss in Da; 0 for the intact fragment.
    public var neutralLossDaltons: Double
    /// Intensity of the peak, with the base peak of the searched spectrum at 100.
    public var intensity: Double
    /// Measured minus calculated m/z, in ppm of the calculated m/z.
    public var errorPPM: Double

    /// Creates a matched ion from its parts.
    public init(
        series: FragmentSeries, ordinal: Int, charge: Int, neutralLossDaltons: Double, intensity: Double,
        errorPPM: Double
    ) {
        self.series = series
        self.ordinal = ordinal
        self.charge = charge
        self.neutralLossDaltons = neutralLossDaltons
        self.intensity = intensity
        self.errorPPM = errorPPM
    }
}
