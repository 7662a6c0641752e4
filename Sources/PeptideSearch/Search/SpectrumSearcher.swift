import Chemistry
import PeakPicking
import ProteinDatabase
import SpectrumModel

/// Compares one spectrum after another with a peptide table. Each worker has its own.
struct SpectrumSearcher {
    private let table: PeptideTable
    private let parameters: SearchParameters
    private let hyperscore = Hyperscore()
    private let matcher: FragmentMatcher
    private var correlation: CrossCorrelation
    private var masses = CandidateMasses()
    private var peaks = PeakBuffer()
    private var conditions: FragmentConditions
    private(set) var ranking = CandidateRanking()
    /// Which candidates tell what matches by chance; see ``CandidateSample``.
    private var sampleLevel = 0
    /// What calling residues ahead gives: nothing that is used.
    private var called: UInt8 = 0

    init(table: PeptideTable, parameters: SearchParameters) {
        self.table = table
        self.parameters = parameters
        matcher = FragmentMatcher(parameters: parameters)
        correlation = CrossCorrelation(parameters: parameters)
        conditions = FragmentConditions(parameters: parameters)
    }

    /// The best candidate of a spectrum and the best of another sequence, described in full.
    ///
    /// - Throws: `FileError` where spilled peaks cannot be read back.
    ///
    /// - Parameter finalists: the only candidates to compare, where a search of the wide window has found them already.
    mutating func search(
        _ entry: FragmentSpectrumStore.Entry, in store: FragmentSpectrumStore, among finalists: Finalists? = nil
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
        let spectrum = try prepare(entry, in: store)
        begin(spectrum, FragmentConditions(entry, parameters))
        sampleLevel = PrecursorQuery.sampleLevel(of: queries, parameters: parameters)
        if let finalists {
            compare(finalists, queries)
        } else {
            for query in queries { compare(query, rows: table.rows(in: query.window)) }
        }
        ranking.totals.isSample = sampleLevel > 0
        if ranking.best != nil { correlation.load(spectrum) }
        return SpectrumOutcome(
            spectrumIndex: entry.spectrumIndex, setAside: nil, totals: ranking.totals,
            best: try ranking.best.map { try describe($0, in: spectrum) },
            runnerUp: try ranking.runnerUp.map { try describe($0, in: spectrum) })
    }

    /// The peaks of a spectrum that take part in matching.
    ///
    /// - Throws: `FileError` where spilled peaks cannot be read back.
    mutating func prepare(
        _ entry: FragmentSpectrumStore.Entry, in store: FragmentSpectrumStore
    ) throws -> PreparedSpectrum {
        try store.read(entry, into: &peaks)
        return PreparedSpectrum(
            mz: peaks.mz, intensities: peaks.intensities, maximumPeaks: parameters.maximumPeaks,
            intensePeaks: parameters.intensePeaks)
    }

    /// Takes the next spectrum, with an empty ranking.
    mutating func begin(_ spectrum: PreparedSpectrum, _ conditions: FragmentConditions) {
        ranking.removeAll()
        matcher.load(spectrum, conditions.kinds)
        self.conditions = conditions
    }

    /// Compares the spectrum with all candidates of some rows.
    mutating func compare(_ query: PrecursorQuery, rows: Range<Int>) {
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: PeptideTable.rowsCalled) {
            let next = start..<min(start + PeptideTable.rowsCalled, rows.upperBound)
            called &+= table.callResidues(ofRows: next)
            for row in next {
                let labels = table.labels(ofRow: row)
                if labels.target { compare(row, .target, query) }
                if labels.decoy { compare(row, .decoy, query) }
            }
        }
    }

    /// Compares the candidates that a search of the wide window left, and those that stand for all of them.
    private mutating func compare(_ finalists: Finalists, _ queries: [PrecursorQuery]) {
        for query in queries {
            for row in table.sample(of: table.rows(in: query.window), level: sampleLevel) {
                compare(query, rows: row..<row + 1)
            }
        }
        let fragments = ranking.totals.fragments
        for candidate in finalists.candidates { compare(candidate.row, candidate.label, candidate.query) }
        ranking.totals = CandidateTotals(candidates: finalists.candidateCount, fragments: fragments)
    }

    /// Compares the spectrum with one candidate.
    mutating func compare(_ row: Int, _ label: CandidateLabel, _ query: PrecursorQuery) {
        ranking.totals.candidates &+= 1
        table.fill(&masses, row: row, label: label)
        let tally = matcher.tally(masses, maximumCharge: maximumCharge(of: query))
        if CandidateSample.contains(massDaltons: table.masses[row], level: sampleLevel) {
            ranking.totals.fragments.add(tally.fragments)
        }
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

    /// Candidates with fewer matched fragments are no match.
    var minimumMatchedFragments: Int { parameters.minimumMatchedFragments }

    private func maximumCharge(of query: PrecursorQuery) -> Int { conditions.maximumCharge(of: query) }

    private mutating func describe(_ candidate: RankedCandidate, in spectrum: PreparedSpectrum) throws -> CandidateMatch
    {
        table.fill(&masses, row: candidate.row, label: candidate.label)
        let charge = maximumCharge(of: candidate.query)
        let hits = matcher.hits(of: masses, maximumCharge: charge)
        let explained = Set(hits.map(\.peak)).sorted().reduce(0) { $0 + spectrum.intensities[$1] }
        let ions = hits.map { hit in
            MatchedIon(
                series: hit.series, ordinal: hit.ordinal, charge: hit.charge,
                neutralLossDaltons: hit.neutralLossDaltons, intensity: hit.intensity, errorPPM: hit.errorPPM)
        }
        var features = MatchFeatures(
            ions: ions, explainedFraction: spectrum.totalIntensity > 0 ? explained / spectrum.totalIntensity : 0)
        features.crossCorrelation = correlation.score(of: masses, conditions.kinds, maximumCharge: charge)
        return CandidateMatch(
            candidate: try CandidateDescription(row: candidate.row, label: candidate.label, of: table),
            query: candidate.query, standing: candidate.standing, fragments: candidate.fragments, features: features,
            ions: ions, tieKey: table.tieKey(ofRow: candidate.row, label: candidate.label))
    }
}
