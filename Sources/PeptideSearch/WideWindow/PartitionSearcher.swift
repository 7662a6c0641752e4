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
    private let settings: WideWindowSettings
    private let index: FragmentIndex
    private let counter = FragmentCounter()
    private var runs: FragmentRuns
    private var searcher: SpectrumSearcher
    /// Matched fragments a candidate needs to be of interest, as far as is known.
    private var leastCount = 0

    init(
        table: PeptideTable, parameters: SearchParameters, bins: FragmentBins, kinds: FragmentKinds,
        settings: WideWindowSettings
    ) {
        self.table = table
        self.settings = settings
        index = FragmentIndex(bins: bins, kinds: kinds, parameters: parameters)
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
        let isIndexed = rowCount > settings.leastVisits * partition.count
        if isIndexed { index.build(table, rows: partition) }
        return try visiting.map { place in
            try Task.checkCancellation()
            let spectrum = spectra[place]
            searcher.begin(spectrum.peaks, spectrum.conditions)
            guard isIndexed else { return (place, compareAll(spectrum, in: partition)) }
            return (place, compareCounted(spectrum, in: partition, leastScore: leastScores[place]))
        }
    }

    /// Compares every candidate, as an index would cost more than it saves.
    private mutating func compareAll(_ spectrum: WideSpectrum, in partition: Range<Int>) -> Finalists {
        for group in spectrum.groups {
            for reading in group.readings { searcher.compare(reading.query, rows: reading.rows.clamped(to: partition)) }
        }
        return Finalists(searcher.ranking, candidateCount: searcher.ranking.totals.candidates)
    }

    /// Compares the candidates whose counts allow them to rank.
    private mutating func compareCounted(
        _ spectrum: WideSpectrum, in partition: Range<Int>, leastScore: Double?
    ) -> Finalists {
        var candidateCount = 0
        for group in spectrum.groups {
            let readings = group.readings.map {
                WideSpectrum.Reading(query: $0.query, rows: $0.rows.clamped(to: partition))
            }.filter { !$0.rows.isEmpty }
            if readings.isEmpty { continue }
            count(spectrum, group.maximumCharge, readings, leastScore: leastScore)
            compare(readings, spectrum, leastScore: leastScore)
            candidateCount += readings.reduce(0) { $0 + self.candidateCount(of: $1.rows) }
        }
        return Finalists(searcher.ranking, candidateCount: candidateCount)
    }

    /// Counts the fragments of all candidates of the partition, and gathers those within the windows that may rank.
    private mutating func count(
        _ spectrum: WideSpectrum, _ maximumCharge: Int, _ readings: [WideSpectrum.Reading], leastScore: Double?
    ) {
        runs.load(spectrum.peaks, maximumCharge: maximumCharge)
        counter.count(runs.runs, in: index)
        raiseLeastCount(spectrum, leastScore)
        let first = readings.map(\.rows.lowerBound).min() ?? 0
        let last = readings.map(\.rows.upperBound).max() ?? 0
        counter.collect(ids: ids(of: first..<last), minimum: leastCount)
    }

    private func ids(of rows: Range<Int>) -> Range<Int> {
        let first = index.rows.lowerBound
        return 2 * (rows.lowerBound - first)..<2 * (rows.upperBound - first)
    }

    /// Compares candidates until those that are left have too few fragments to enter the ranking.
    private mutating func compare(_ readings: [WideSpectrum.Reading], _ spectrum: WideSpectrum, leastScore: Double?) {
        for row in index.longRows {
            for reading in readings where reading.rows.contains(row) {
                searcher.compare(reading.query, rows: row..<row + 1)
            }
        }
        raiseLeastCount(spectrum, leastScore)
        for hit in counter.hits {
            guard Int(hit.count) >= leastCount else { return }
            let row = index.rows.lowerBound + Int(hit.id >> 1)
            let label: CandidateLabel = hit.id & 1 == 0 ? .target : .decoy
            // Counters of candidates that do not exist stay at 0.
            if hit.count == 0, !exists(row, label) { continue }
            let before = searcher.ranking.runnerUp?.standing.hyperscore
            for reading in readings where reading.rows.contains(row) { searcher.compare(row, label, reading.query) }
            if searcher.ranking.runnerUp?.standing.hyperscore != before { raiseLeastCount(spectrum, leastScore) }
        }
    }

    private func exists(_ row: Int, _ label: CandidateLabel) -> Bool {
        let labels = table.labels(ofRow: row)
        return label == .target ? labels.target : labels.decoy
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
