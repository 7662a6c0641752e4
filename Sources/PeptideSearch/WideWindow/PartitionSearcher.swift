import Chemistry
import ProteinDatabase

/// Searches one partition of a peptide table after another with the spectra whose windows reach into it. Each worker has
/// its own.
///
/// Fragments are counted through an index first. What a candidate's count allows at most decides whether it is compared:
/// from the highest count down to that which cannot enter the ranking any more, as the matcher does it in narrow windows.
/// The outcome is that of comparing every candidate.
struct PartitionSearcher {
    /// What was found for a spectrum, by its place among the spectra.
    typealias Found = (spectrum: Int, finalists: Finalists)

    private let table: PeptideTable
    private let leastVisits: Int
    private let index: FragmentIndex
    private let counter = FragmentCounter()
    private var runs: FragmentRuns
    private var searcher: SpectrumSearcher
    /// Matched fragments a candidate needs to be of interest, as far as is known.
    private var leastCount = 0

    init(table: PeptideTable, parameters: SearchParameters, bins: FragmentBins, leastVisits: Int) {
        self.table = table
        self.leastVisits = leastVisits
        index = FragmentIndex(bins: bins, parameters: parameters)
        runs = FragmentRuns(bins: bins, tolerance: parameters.fragmentTolerance)
        searcher = SpectrumSearcher(table: table, parameters: parameters)
    }

    /// The candidates of a partition that rank, for each spectrum that has candidates in it.
    ///
    /// - Parameters:
    ///   - partition: rows of the table.
    ///   - spectra: the spectra, in any order.
    ///   - places: those of the spectra that are compared.
    ///   - leastScores: for each spectrum a score that its final runner-up reaches for certain; `nil` where none is known.
    mutating func search(
        _ partition: Range<Int>, _ spectra: [WideSpectrum], places: Range<Int>, leastScores: [Double?]
    ) throws -> [Found] {
        let visiting = places.filter { spectra[$0].rowCount(in: partition) > 0 }
        let rowCount = visiting.reduce(0) { $0 + spectra[$1].rowCount(in: partition) }
        let isIndexed = rowCount > leastVisits * partition.count
        if isIndexed { index.build(table, rows: partition) }
        return try visiting.map { place in
            try Task.checkCancellation()
            let spectrum = spectra[place]
            searcher.begin(spectrum.peaks, isChargeDeconvoluted: spectrum.isChargeDeconvoluted)
            var compared = 0
            for group in spectrum.groups {
                let readings = group.readings.map {
                    WideSpectrum.Reading(query: $0.query, rows: $0.rows.clamped(to: partition))
                }.filter { !$0.rows.isEmpty }
                guard let first = readings.first else { continue }
                if isIndexed {
                    let hull = readings.reduce(first.rows) {
                        min($0.lowerBound, $1.rows.lowerBound)..<max($0.upperBound, $1.rows.upperBound)
                    }
                    count(spectrum, group.maximumCharge, in: hull, leastScore: leastScores[place])
                    compare(readings, spectrum, leastScore: leastScores[place])
                    for reading in readings { compared += candidateCount(of: reading.rows) }
                } else {
                    for reading in readings { searcher.compare(reading.query, rows: reading.rows) }
                }
            }
            let all = isIndexed ? compared : searcher.ranking.totals.candidates
            return (place, Finalists(searcher.ranking, candidateCount: all))
        }
    }

    private mutating func count(
        _ spectrum: WideSpectrum, _ maximumCharge: Int, in rows: Range<Int>, leastScore: Double?
    ) {
        runs.load(spectrum.peaks, maximumCharge: maximumCharge)
        counter.count(runs.runs, in: index)
        let first = index.rows.lowerBound
        raiseLeastCount(spectrum, leastScore)
        counter.collect(ids: 2 * (rows.lowerBound - first)..<2 * (rows.upperBound - first), minimum: leastCount)
    }

    /// Compares candidates until those that are left have too few fragments to enter the ranking.
    private mutating func compare(_ readings: [WideSpectrum.Reading], _ spectrum: WideSpectrum, leastScore: Double?) {
        for row in index.longRows { compare(row, label: nil, readings) }
        raiseLeastCount(spectrum, leastScore)
        for hit in counter.hits {
            guard Int(hit.count) >= leastCount else { return }
            let label: CandidateLabel = hit.id & 1 == 0 ? .target : .decoy
            let isRaised = compare(index.rows.lowerBound + Int(hit.id >> 1), label: label, readings)
            if isRaised { raiseLeastCount(spectrum, leastScore) }
        }
    }

    /// Compares a candidate, or both of a row, under all readings whose window it is in.
    ///
    /// - Returns: whether the runner-up's score has changed.
    @discardableResult private mutating func compare(
        _ row: Int, label: CandidateLabel?, _ readings: [WideSpectrum.Reading]
    ) -> Bool {
        let labels = table.labels(ofRow: row)
        let before = searcher.ranking.runnerUp?.standing.hyperscore
        for reading in readings where reading.rows.contains(row) {
            if labels.target, label != .decoy { searcher.compare(row, .target, reading.query) }
            if labels.decoy, label != .target { searcher.compare(row, .decoy, reading.query) }
        }
        return searcher.ranking.runnerUp?.standing.hyperscore != before
    }

    private mutating func raiseLeastCount(_ spectrum: WideSpectrum, _ leastScore: Double?) {
        let found = searcher.ranking.runnerUp?.standing.hyperscore ?? -.infinity
        let least = max(found, leastScore ?? -.infinity)
        leastCount = max(searcher.minimumMatchedFragments, spectrum.bound.leastCount(reaching: least))
    }

    private func candidateCount(of rows: Range<Int>) -> Int {
        let first = index.rows.lowerBound
        return Int(index.candidatesBefore[rows.upperBound - first] - index.candidatesBefore[rows.lowerBound - first])
    }
}
