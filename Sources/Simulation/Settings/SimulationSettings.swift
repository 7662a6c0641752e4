/// Everything that decides what a simulated study looks like. Equal settings and proteins give equal files.
///
/// The defaults here are the only ones; the command line shows and uses them.
public struct SimulationSettings: Sendable, Encodable {
    /// Begins every sequence of random numbers; another seed gives another study of the same kind.
    public var seed: UInt64 = 1
    /// What is in the samples.
    public var sample = SampleSettings()
    /// How peptides come off the column.
    public var chromatography = ChromatographySettings()
    /// What the mass analysers can tell apart.
    public var instrument = InstrumentSettings()
    /// How ions are chosen for fragmentation.
    public var acquisition = AcquisitionSettings()
    /// What goes wrong, as it does on real instruments.
    public var defects = DefectSettings()

    /// The defaults: a whole-cell or plasma-like digest on a high-resolution instrument.
    public init() {}
}

/// What is in the samples and how the proteins were treated.
public struct SampleSettings: Sendable, Encodable {
    /// Decades between the 2.5 % rarest and the 2.5 % most abundant proteins, where no amounts are given.
    public var dynamicRangeDecades = 4.0
    /// Share of the proteins of the FASTA that is in no sample, where no amounts are given.
    public var absentShare = 0.3
    /// Share of the proteins whose amount differs between groups, where no amounts are given.
    public var changedShare = 0.1
    /// Size of these differences as a power of two, up or down.
    public var log2FoldChange = 1.0
    /// Standard deviation of a protein's amount between samples of a group, as a power of two.
    public var biologicalDeviationLog2 = 0.3
    /// Standard deviation of an ion's signal between runs, as a power of two; how much is loaded varies as much again.
    public var technicalDeviationLog2 = 0.15
    /// Share of the signal that comes from peptides in no protein of the FASTA.
    public var foreignShare = 0.2
    /// Probability that trypsin leaves a site uncut.
    public var missedCleavageProbability = 0.08
    /// Modifications and how complete they are.
    public var modifications: [ModificationOccupancy] = ModificationOccupancy.usual

    /// The defaults.
    public init() {}
}

/// How peptides come off the column.
public struct ChromatographySettings: Sendable, Encodable {
    /// Length of a run in minutes; `nil` makes it long enough for ten fragment spectra a second.
    public var gradientMinutes: Double?
    /// Width of a peak at half its height, in seconds.
    public var peakWidthSeconds = 15.0
    /// Standard deviation of a peptide's retention time around what its residues say, as a share of the run.
    public var irregularity = 0.02

    /// The defaults.
    public init() {}
}

/// What the mass analysers can tell apart, and how exact they are.
public struct InstrumentSettings: Sendable, Encodable {
    /// Analyser of the survey spectra.
    public var surveyAnalyser = MassAnalyser.orbitrap(resolutionAt200: 60_000)
    /// Analyser of the fragment spectra.
    public var fragmentAnalyser = MassAnalyser.orbitrap(resolutionAt200: 15_000)
    /// Largest systematic m/z error over a run in ppm; it drifts between its negative and its positive.
    public var massDriftPPM = 3.0
    /// Mean ion current of all peptides of a run in ions a second: how much sample is on the column. About half of it is
    /// recorded; the rest is of very short peptides and outside the m/z range.
    public var ionsPerSecond = 2e8

    /// The defaults.
    public init() {}
}

/// How ions are chosen for fragmentation.
public struct AcquisitionSettings: Sendable, Encodable {
    /// Fragment spectra of a run; a run of a very simple sample can end with fewer. Where there is plenty to choose from
    /// they are done a little before its end.
    public var fragmentSpectra = 10_000
    /// Fragment spectra after each survey spectrum.
    public var fragmentSpectraPerCycle = 12
    /// Full width of the isolation window in Th.
    public var isolationWidthTh = 1.6
    /// How long an ion is passed over after it was chosen, in seconds.
    public var exclusionSeconds = 30.0

    /// The defaults.
    public init() {}
}

/// What goes wrong, as it does on real instruments. Shares are of the fragment spectra.
public struct DefectSettings: Sendable, Encodable {
    /// Share whose stated precursor is not the monoisotopic peak, for a peptide of 1,500 Da; heavier ones more often.
    public var wrongIsotopeShare = 0.05
    /// Share whose charge is not stated.
    public var missingChargeShare = 0.02
    /// Share triggered by something that is no peptide.
    public var noiseShare = 0.02

    /// The defaults.
    public init() {}
}
