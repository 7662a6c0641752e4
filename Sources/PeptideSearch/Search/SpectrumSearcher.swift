import Chemistry
import PeakPicking
import ProteinDatabase
import SpectrumModel

/// Compares one spectrum after another with a peptide table. Each worker has its own.
struct SpectrumSearcher {
    private let table: PeptideTable
    private let parameters: SearchParameters
    private let hyperscore = Hyperscore()
    private var matcher: FragmentMatcher
    private var masses = CandidateMasses()
    private var peaks = PeakBuffer()
    private var ranking = CandidateRanking()
    private var isChargeDeconvoluted = false

    init(table: PeptideTable, parameters: SearchParameters) {
        self.table = table
        self.parameters = parameters
        matcher = FragmentMatcher(parameters: parameters)
    }

    /// The best candidate of a spectrum and the best of another sequence, described in full.
    ///
    /// - Throws: `FileError` where spilled peaks cannot be read back.
    mutating func search(
        _ entry: FragmentSpectrumStore.Entry, in store: FragmentSpectrumStore
    ) throws -> SpectrumOutcome {
        if entry.peakCount < parameters.minimumPeaks {
            return SpectrumOutcome(spectrumIndex: entry.spectrumIndex, setAside: .tooFewPeaks)
        }
        let queries = PrecursorQuery.all(for: entry, parameters: parameters)
        guard queries.contains(where: { $0.window.overlaps(parameters.peptideMassesDaltons) }) else {
            return SpectrumOutcome(spectrumIndex: entry.spectrumIndex, setAside: .precursorOutOfRange)
        }
        ranking.removeAll()
        guard queries.contains(where: { !table.rows(in: $0.window).isEmpty }) else {
            return SpectrumOutcome(spectrumIndex: entry.spectrumIndex)
        }
        try store.read(entry, into: &peaks)
        let spectrum = PreparedSpectrum(
            mz: peaks.mz, intensities: peaks.intensities, maximumPeaks: parameters.maximumPeaks,
            intensePeaks: parameters.intensePeaks)
        matcher.load(spectrum)
        isChargeDeconvoluted = entry.isChargeDeconvoluted
        for query in queries { compare(query) }
        return SpectrumOutcome(
            spectrumIndex: entry.spectrumIndex, setAside: nil, totals: ranking.totals,
            best: try ranking.best.map { try describe($0, in: spectrum) },
            runnerUp: try ranking.runnerUp.map { try describe($0, in: spectrum) })
    }

    private mutating func compare(_ query: PrecursorQuery) {
        let maximumCharge = fragmentCharge(of: query)
        for row in table.rows(in: query.window) {
            let labels = table.labels(ofRow: row)
            if labels.target { compare(row, .target, query, maximumCharge: maximumCharge) }
            if labels.decoy { compare(row, .decoy, query, maximumCharge: maximumCharge) }
        }
    }

    private mutating func compare(
        _ row: Int, _ label: CandidateLabel, _ query: PrecursorQuery, maximumCharge: Int
    ) {
        table.fill(&masses, row: row, label: label)
        let tally = matcher.tally(masses, maximumCharge: maximumCharge)
        ranking.totals.add(tally.fragments)
        guard tally.count >= parameters.minimumMatchedFragments else { return }
        let score = hyperscore.score(
            prefixCount: tally.prefixCount, suffixCount: tally.suffixCount, prefixIntensity: tally.prefixIntensity,
            suffixIntensity: tally.suffixIntensity)
        ranking.add(
            RankedCandidate(
                row: row, label: label, query: query, fragments: tally.fragments,
                standing: MatchStanding(
                    hyperscore: score, matchedFragments: tally.count, isotopeError: query.isotopeError,
                    charge: query.charge)),
            table: table)
    }

    /// Fragments carry at least one charge less than the precursor, and never more than the parameters allow; after
    /// charge deconvolution all carry one.
    private func fragmentCharge(of query: PrecursorQuery) -> Int {
        if isChargeDeconvoluted { return 1 }
        return max(1, min(parameters.maximumFragmentCharge, query.charge - 1))
    }

    private mutating func describe(_ candidate: RankedCandidate, in spectrum: PreparedSpectrum) throws -> CandidateMatch
    {
        table.fill(&masses, row: candidate.row, label: candidate.label)
        let hits = matcher.hits(of: masses, maximumCharge: fragmentCharge(of: candidate.query))
        let explained = Set(hits.map(\.peak)).sorted().reduce(0) { $0 + spectrum.intensities[$1] }
        let meanError = hits.isEmpty ? 0 : hits.reduce(0) { $0 + $1.errorPPM } / Double(hits.count)
        return CandidateMatch(
            candidate: try CandidateDescription(row: candidate.row, label: candidate.label, of: table),
            query: candidate.query, standing: candidate.standing, fragments: candidate.fragments,
            matchedIntensityFraction: spectrum.totalIntensity > 0 ? explained / spectrum.totalIntensity : 0,
            fragmentErrorPPM: meanError,
            ions: hits.map { hit in
                MatchedIon(
                    series: hit.isPrefix ? "b" : "y", ordinal: hit.ordinal, charge: hit.charge, neutralLossDaltons: 0,
                    intensity: hit.intensity, errorPPM: hit.errorPPM)
            },
            tieKey: table.tieKey(ofRow: candidate.row, label: candidate.label))
    }
}
