public import SpectrumModel

/// How precursors are looked up in survey spectra, and when what is found there is believed more than the file.
public struct PrecursorParameters: Sendable, Hashable {
    /// How isotope envelopes are looked for.
    public var envelopes: EnvelopeParameters

    /// Widest isolation window, in Th, whose precursor is looked at. Wider ones (DIA) select many ions at once.
    public var maximumWindowWidth = 6.0

    /// Distance in Th up to which a peak is taken for the stated ion where none is in tolerance: files may state two
    /// decimals only.
    public var roundingReach = 0.02

    /// Survey spectra looked at before a fragment spectrum; after it there is one.
    public var surveysBefore = 2
    /// Survey spectra further away than this, in seconds, are not looked at, but for one the file names as the source.
    public var maximumSecondsApart = 10.0
    /// Survey spectra after which a fragment spectrum no longer waits for one of its polarity and FAIMS voltage.
    public var patienceSurveys = 4
    /// Fragment spectra that wait at most.
    public var patienceSpectra = 1_000
    /// Peaks of fragment spectra that wait at most, but for those of a single spectrum: 16 MB.
    public var patiencePeaks = 1_000_000

    /// Lowest fit of an envelope that may contradict the file.
    public var contradictingFit = 0.6
    /// Smallest share of the peak the file states that an envelope explains which contradicts the file: another ion
    /// that only touches this peak is no better reading of it.
    public var contradictingPeakShare = 0.5
    /// How many times better than the stated reading another monoisotopic peak of the same charge has to explain the
    /// peaks to replace it.
    public var isotopeMargin = 1.2
    /// The same for a monoisotopic peak above the stated one, which a search that allows for isotope errors cannot undo.
    public var higherIsotopeMargin = 1.5
    /// How many times better than all readings of the stated charge another charge has to be to replace it.
    public var chargeMargin = 2.0
    /// Lowest fit of an envelope that replaces the stated charge.
    public var chargeFit = 0.7
    /// Fewest isotope peaks of an envelope that replaces the stated charge.
    public var chargeIsotopes = 3
    /// How many times better than those of all other charges the best reading has to be where no charge is stated;
    /// otherwise all charges within this factor of the best are kept as possible.
    public var undecidedMargin = 1.2

    /// Ions of less than this share of the window are not listed as co-isolated.
    public var smallestShare = 0.05
    /// Most peaks of a window that are looked at for co-isolated ions.
    public var maximumCoIsolated = 4

    /// Whether a window is narrow enough to select one ion by.
    public func looksAt(_ window: IsolationWindow) -> Bool { window.upperMZ - window.lowerMZ <= maximumWindowWidth }

    /// Creates the default parameters.
    public init(envelopes: EnvelopeParameters = EnvelopeParameters()) {
        self.envelopes = envelopes
    }
}

/// What survey spectra said about a precursor.
public enum PrecursorFinding: String, Sendable, Hashable, CaseIterable {
    /// Not looked at: no survey spectrum, neither m/z nor isolation window, or a window of several Th.
    case notExamined = "precursors not looked up"
    /// No isotope envelope there that is to be believed; everything stays as stated.
    case unseen = "precursors without isotopes in MS1"
    /// Charge and monoisotopic peak are as stated.
    case confirmed = "precursors confirmed"
    /// The charge is as stated, another peak is the monoisotopic one.
    case isotopeCorrected = "precursor isotopes corrected"
    /// No charge was stated; it was found, with the monoisotopic peak.
    case chargeFound = "precursor charges found"
    /// No charge was stated, and several are possible.
    case chargeUndecided = "precursor charges undecided"
    /// Another charge than the stated one.
    case chargeCorrected = "precursor charges corrected"
    /// No m/z was stated, or the middle of the window without charge, where nothing is seen; the most intense ion in the
    /// isolation window was taken.
    case found = "precursors found in isolation windows"
}
