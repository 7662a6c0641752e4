internal import Chemistry
internal import Glibc

/// Figures that tell how well a candidate explains a spectrum, beside the scores; worked out for the matches that are kept.
public struct MatchFeatures: Sendable, Hashable {
    /// Share of the searched intensity that matched fragments explain, 0 to 1; a peak of two fragments counts once.
    public var matchedIntensityFraction = 0.0
    /// Mean signed m/z error of the matched fragments, in ppm.
    public var fragmentErrorPPM = 0.0
    /// Standard deviation of the m/z errors of the matched fragments around their mean, in ppm; 0 for a single fragment.
    public var fragmentErrorSpreadPPM = 0.0
    /// Matched fragments of the N-terminal series (a, b, c).
    public var nTerminalFragments = 0
    /// Matched fragments of the C-terminal series (x, y, z).
    public var cTerminalFragments = 0
    /// Longest row of neighbouring ordinals that matched in one series, whatever their charge; losses do not count.
    public var longestSeries = 0
    /// Cross-correlation of the spectrum with the candidate, see ``CrossCorrelation``.
    public var crossCorrelation = 0.0

    /// Features, all of them 0.
    public init() {}

    /// Works out what follows from the matched ions.
    ///
    /// - Parameters:
    ///   - ions: matched ions, each series by ascending ordinal.
    ///   - explainedFraction: see ``matchedIntensityFraction``.
    init(ions: [MatchedIon], explainedFraction: Double) {
        matchedIntensityFraction = explainedFraction
        let count = Double(max(1, ions.count))
        let mean = ions.reduce(0) { $0 + $1.errorPPM } / count
        fragmentErrorPPM = mean
        fragmentErrorSpreadPPM = sqrt(ions.reduce(0) { $0 + ($1.errorPPM - mean) * ($1.errorPPM - mean) } / count)
        nTerminalFragments = ions.count { $0.series.isNTerminal }
        cTerminalFragments = ions.count - nTerminalFragments
        longestSeries = Self.longestRow(of: ions)
    }

    private static func longestRow(of ions: [MatchedIon]) -> Int {
        var longest = 0
        var row = 0
        var last: MatchedIon?
        for ion in ions where ion.neutralLossDaltons == 0 {
            if let last, last.series == ion.series, ion.ordinal - last.ordinal <= 1 {
                row += ion.ordinal - last.ordinal
            } else {
                row = 1
            }
            last = ion
            longest = max(longest, row)
        }
        return longest
    }
}
