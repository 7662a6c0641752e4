public import Chemistry

/// How spectra are compared with candidates.
public struct SearchParameters: Sendable, Hashable {
    /// How far the measured precursor mass may be from the calculated one.
    public var precursorTolerance: ToleranceRange
    /// How far a peak may be from the calculated fragment.
    public var fragmentTolerance: Tolerance
    /// Masses of the candidates in Da; spectra whose precursor lies outside are set aside.
    public var peptideMassesDaltons: ClosedRange<Double>
    /// How many heavy isotopes the measured precursor may sit above the monoisotopic one; negative where it may sit below.
    public var isotopeErrors: ClosedRange<Int>
    /// Charges tried where a spectrum states none.
    public var charges: ClosedRange<Int>
    /// Fragment series looked for.
    public var fragmentSeries: FragmentSeriesChoice
    /// Highest charge of a fragment; never above the precursor's charge less one, and at least 1.
    public var maximumFragmentCharge: Int
    /// Shortest fragments looked for, in residues.
    public var minimumFragmentOrdinal: Int
    /// Number of most intense peaks of a spectrum that take part, at most 250.
    public var maximumPeaks: Int
    /// Spectra with fewer peaks are set aside.
    public var minimumPeaks: Int
    /// Candidates with fewer matched fragments are no match.
    public var minimumMatchedFragments: Int

    /// Upper limit of ``maximumPeaks``: the peak lookup numbers peaks by one byte.
    public static let peakLimit = 250

    /// Number of most intense peaks of a spectrum that the score looks at by themselves: two thirds of all. On
    /// two sets of real spectra the score of all peaks and of two thirds together found 328 and 478 matches at 1 %, that of
    /// all peaks alone 320 and 479, that of four depths 323 and 471.
    public var intensePeaks: Int { maximumPeaks * 2 / 3 }

    /// Upper limit of the m/z of any fragment, in Th: the heaviest candidate, singly charged, and a margin for
    /// modifications that take mass away from the rest of it.
    var heaviestFragmentMZ: Double { peptideMassesDaltons.upperBound + 500 }

    /// Width of the precursor window of the lightest candidates, in Da: no window is narrower.
    public var narrowestPrecursorWindowDaltons: Double {
        let window = precursorTolerance.observedWindow(forCalculated: peptideMassesDaltons.lowerBound)
        return window.upperBound - window.lowerBound
    }

    /// Creates parameters. The defaults that users see stand in the parameter table of the `search` stage.
    public init(
        precursorTolerance: ToleranceRange, fragmentTolerance: Tolerance,
        peptideMassesDaltons: ClosedRange<Double>, isotopeErrors: ClosedRange<Int>,
        charges: ClosedRange<Int>, fragmentSeries: FragmentSeriesChoice = .byActivation, maximumFragmentCharge: Int,
        minimumFragmentOrdinal: Int, maximumPeaks: Int,
        minimumPeaks: Int, minimumMatchedFragments: Int
    ) {
        precondition(maximumPeaks <= Self.peakLimit, "The peak lookup numbers at most \(Self.peakLimit) peaks.")
        self.precursorTolerance = precursorTolerance
        self.fragmentTolerance = fragmentTolerance
        self.peptideMassesDaltons = peptideMassesDaltons
        self.isotopeErrors = isotopeErrors
        self.charges = charges
        self.fragmentSeries = fragmentSeries
        self.maximumFragmentCharge = maximumFragmentCharge
        self.minimumFragmentOrdinal = minimumFragmentOrdinal
        self.maximumPeaks = maximumPeaks
        self.minimumPeaks = minimumPeaks
        self.minimumMatchedFragments = minimumMatchedFragments
    }
}
