internal import Glibc
internal import Statistics

/// How many fragments of a candidate were looked for and found.
public struct FragmentCounts: Sendable, Hashable {
    /// Calculated fragments within the m/z range of the spectrum's peaks.
    public var possible = 0
    /// Those that found a peak of their own in their series.
    public var matched = 0
    /// Those of ``matched`` whose peak is among the more intense ones of the spectrum; see
    /// ``SearchParameters/intensePeaks``.
    public var matchedIntense = 0

    /// Counts, all of them 0 by default.
    public init(possible: Int = 0, matched: Int = 0, matchedIntense: Int = 0) {
        self.possible = possible
        self.matched = matched
        self.matchedIntense = matchedIntense
    }

    /// Adds the counts of another candidate.
    @inline(__always) mutating func add(_ other: FragmentCounts) {
        possible &+= other.possible
        matched &+= other.matched
        matchedIntense &+= other.matchedIntense
    }
}

/// All candidates of a spectrum taken together: what a candidate matches by chance.
public struct CandidateTotals: Sendable, Hashable {
    /// Number of candidates compared, whether or not they matched.
    public var candidates = 0
    /// Fragments of all of them, or of a sample, added up.
    public var fragments = FragmentCounts()
    /// Whether ``fragments`` are those of a sample; see `CandidateSample`.
    public var isSample = false

    /// Totals, of no candidate by default.
    public init(candidates: Int = 0, fragments: FragmentCounts = FragmentCounts()) {
        self.candidates = candidates
        self.fragments = fragments
    }

    /// Joins candidates of the same spectrum that were compared elsewhere.
    mutating func merge(_ others: CandidateTotals) {
        candidates += others.candidates
        fragments.add(others.fragments)
        isSample = isSample || others.isSample
    }
}

/// The score that ranks the best matches of all spectra: −log₁₀ of the number of candidates expected to match as well by
/// chance.
///
/// `S = (T(n; N, p) + T(n'; N, p')) / 2 − log₁₀ C` with `T(n; N, p) = −log₁₀ P(X ≥ n)`, X binomial with N trials. Of the N
/// fragments that the candidate has within the range of the spectrum n match a peak, n' of them one of the more intense
/// peaks. p and p' are the shares of fragments that do so among all C candidates of the spectrum but the best, so that a
/// spectrum full of peaks, or a wide tolerance, is told from one where a match means something. Because p is taken over
/// the thousands of fragments of all candidates, a few candidates are enough to know it, where a fit to the scores of
/// candidates wants hundreds.
///
/// > Source: own. Binomial probabilities of matched peaks at several depths are Olsen and Mann, PNAS 2004,
/// > doi:10.1073/pnas.0405549101, with p from the number of peaks; expected numbers of chance matches from the candidates
/// > of the spectrum itself are Fenyö and Beavis, Analytical Chemistry 2003, doi:10.1021/ac0258709.
public struct ChanceScore: Sendable {
    private let rates: (all: Double, intense: Double)
    private let logCandidates: Double

    /// Counted in addition to what the candidates have, so that a spectrum with a single candidate has a rate: that of a
    /// typical high-resolution spectrum.
    private static let prior = FragmentCounts(possible: 50, matched: 2, matchedIntense: 2)
    /// A rate is never taken to be higher.
    private static let highestRate = 0.9

    /// Learns from the candidates of a spectrum what they match by chance.
    ///
    /// - Parameters:
    ///   - totals: all candidates of the spectrum.
    ///   - best: the best of them, which is left out: it may not be there by chance. In a sample it hardly ever is.
    public init(totals: CandidateTotals, best: FragmentCounts) {
        let best = totals.isSample ? FragmentCounts() : best
        let possible = Double(totals.fragments.possible - best.possible + Self.prior.possible)
        let matched = Double(totals.fragments.matched - best.matched + Self.prior.matched)
        let intense = Double(totals.fragments.matchedIntense - best.matchedIntense + Self.prior.matchedIntense)
        rates = (min(matched / possible, Self.highestRate), min(intense / possible, Self.highestRate))
        logCandidates = log10(Double(max(1, totals.candidates)))
    }

    /// The score of a candidate of the spectrum.
    public func score(_ counts: FragmentCounts) -> Double {
        // A fragment at the very edge of the range may match without having been counted as possible.
        let trials = max(counts.possible, counts.matched)
        let all = BinomialTail.logProbability(ofAtLeast: counts.matched, of: trials, probability: rates.all)
        let intense = BinomialTail.logProbability(
            ofAtLeast: counts.matchedIntense, of: trials, probability: rates.intense)
        return -(all + intense) / 2 / log(10) - logCandidates
    }
}
