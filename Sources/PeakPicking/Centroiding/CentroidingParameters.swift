/// What counts as a peak when profile signal is centroided.
public struct CentroidingParameters: Sendable, Hashable {
    /// Lowest height of a peak in detector counts; lower ones are left out. 0 keeps every peak.
    ///
    /// Default 0: what is noise is for a step that knows the noise to say.
    public var minimumIntensity: Double

    /// Smallest number of samples above zero, from valley to valley, that make a peak. 1 keeps single samples.
    ///
    /// Default 1: time-of-flight instruments write single ions as single samples.
    public var minimumSamples: Int

    /// Depth that parts two maxima: the lowest sample between them must be at most this share (0 to 1) of the lower
    /// one. Otherwise the lower maximum belongs to the higher one.
    ///
    /// Default 0.95, so that ripples of less than 5 % on the top or the flank of a peak do not become peaks.
    public var valleyShare: Double

    /// Distance between neighbouring samples, in multiples of the local spacing, from which on the samples between them
    /// count as removed zeros.
    ///
    /// Default 1.5: instruments sample evenly (in Orbitrap, FT-ICR and TOF files 99.9 % of the distances within peaks
    /// are within 20 % of the local spacing), so that one removed sample doubles the distance.
    public var gapFactor: Double

    /// Distance in Th between neighbouring samples from which on they never belong to one peak.
    ///
    /// Default 0.3, several times the sampling of an ion trap (0.07 Th), the coarsest in use.
    public var maximumSpacing: Double

    /// Creates parameters; what is not given has its default.
    public init(
        minimumIntensity: Double = 0, minimumSamples: Int = 1, valleyShare: Double = 0.95, gapFactor: Double = 1.5,
        maximumSpacing: Double = 0.3
    ) {
        self.minimumIntensity = minimumIntensity
        self.minimumSamples = minimumSamples
        self.valleyShare = valleyShare
        self.gapFactor = gapFactor
        self.maximumSpacing = maximumSpacing
    }
}
