/// How a synthetic run is made. The defaults resemble a short Orbitrap run with HCD.
public struct SyntheticRunSettings: Sendable, Hashable {
    /// Number of fragment spectra.
    public var fragmentSpectra = 200
    /// Number of fragment spectra after each survey spectrum.
    public var fragmentSpectraPerCycle = 10
    /// Length of the gradient in seconds; retention times lie within it.
    public var gradientSeconds = 1800.0
    /// Share of fragment spectra whose peptide is in no protein.
    public var foreignShare = 0.2
    /// Share of precursors whose charge is 3; the others have 2.
    public var chargeThreeShare = 0.3
    /// Probability that a methionine is oxidised.
    public var oxidationProbability = 0.1
    /// Share of precursors that were selected one isotope peak too high.
    public var isotopeErrorShare = 0.05
    /// Standard deviation of m/z errors in ppm, of precursors and fragments alike.
    public var mzErrorPPM = 3.0
    /// Error of every m/z in ppm, as a poor calibration makes it.
    public var mzOffsetPPM = 1.0
    /// Probability that a fragment is absent.
    public var missingFragmentProbability = 0.25
    /// Number of noise peaks in a fragment spectrum.
    public var noisePeaks = 20...60
    /// Numbers of residues of the peptides.
    public var peptideLengths = 7...30
    /// Largest number of sites inside a peptide that trypsin left uncut.
    public var missedCleavages = 1

    /// Creates the default settings.
    public init() {}
}
