/// What counts as a peak when profile signal is centroided.
public struct CentroidingParameters: Sendable, Hashable {
    /// Lowest height of a peak in detector counts; lower ones are left out. 0 keeps every peak.
    ///
    /// Default 0: ``signalToNoise`` is the measure that fits every instrument.
    public var minimumIntensity: Double

    /// Lowest height of a peak in multiples of the noise (``NoiseLevels``); lower ones are left out. 0 keeps every peak.
    ///
    /// Default 0: searches rank peaks by intensity anyway, and a peak that was left out cannot be had back.
    public var signalToNoise: Double

    /// What is given as the intensity of a peak. Default: its height.
    public var intensity: PeakIntensity

    /// Smallest number of samples above zero, from valley to valley, that make a peak. 1 keeps single samples.
    ///
    /// Default 1: time-of-flight instruments write single ions as single samples.
    public var minimumSamples: Int

    /// Depth that parts two maxima: the lowest sample between them must be at most this share (0 to 1) of the lower
    /// one. Otherwise the lower maximum belongs to the higher one.
    ///
    /// Default 1: every maximum is a peak. The vendor's software parts FT peaks at any valley; of its peaks above three
    /// times the noise all are found so, 99.1 % with 0.95, and no other. Ripples of ion trap and time-of-flight signal are
    /// smoothed away, and the share has no say there.
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
        minimumIntensity: Double = 0, signalToNoise: Double = 0, intensity: PeakIntensity = .height,
        minimumSamples: Int = 1, valleyShare: Double = 1, gapFactor: Double = 1.5, maximumSpacing: Double = 0.3
    ) {
        self.minimumIntensity = minimumIntensity
        self.signalToNoise = signalToNoise
        self.intensity = intensity
        self.minimumSamples = minimumSamples
        self.valleyShare = valleyShare
        self.gapFactor = gapFactor
        self.maximumSpacing = maximumSpacing
    }
}

/// What stands for the intensity of a peak, in detector counts.
public enum PeakIntensity: String, Sendable, Hashable, CaseIterable {
    /// The height of the apex: what centroided files of Fourier transform and time-of-flight instruments hold. It does
    /// not depend on how overlapping peaks are parted.
    case height
    /// The sum of the samples from valley to valley: what centroided files of ion traps hold. Samples are as far apart
    /// as peaks are wide, so that the sum does not grow with m/z as an integral over m/z would.
    case area
}
