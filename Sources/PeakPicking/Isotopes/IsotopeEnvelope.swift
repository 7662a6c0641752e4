/// The isotope peaks of one ion, as they were found around an m/z.
public struct IsotopeEnvelope: Sendable, Hashable {
    /// m/z of the monoisotopic peak in Th: measured where the peak was found (weighted by intensity over the spectra
    /// looked at), else calculated from the most intense isotope peak.
    public var monoisotopicMZ: Double
    /// Charge, positive in both polarities.
    public var charge: Int
    /// Extra neutrons of the peak at the m/z that was asked for.
    public var isotope: Int
    /// Number of expected isotope peaks that were found.
    public var matchedIsotopes: Int
    /// Intensity the pattern explains, in detector counts.
    public var explained: Double
    /// Intensity the pattern expects where there is less, in detector counts; what noise would hide is not counted.
    public var missing: Double
    /// Intensity observed at the places of the pattern, in detector counts.
    public var observed: Double
    /// Share of the peak asked for that the fitted pattern explains, 0 to 1.
    public var explainedShareOfPeak: Double
    /// Intensity of the monoisotopic peak by the fitted pattern, in detector counts.
    public var expectedMonoisotopic: Double

    /// What readings of the same peaks are compared by: intensity explained less intensity missing, in detector counts.
    public var score: Double { explained - missing }

    /// How well the peaks fit the pattern: ``score`` as a share of what was observed; 1 is perfect.
    public var fit: Double { observed > 0 ? score / observed : 0 }
}
