public import ProteinDatabase

/// The best candidates of every searched spectrum of a run.
public struct SearchOutcome: Sendable {
    /// Number of spectra that were compared with candidates, or had none.
    public private(set) var searchedCount = 0
    /// Number of spectra with at least one match.
    public private(set) var matchedCount = 0
    /// Number of candidates that were compared with spectra, over all spectra.
    public private(set) var candidateCount = 0
    /// Number of spectra in whose mass windows there was no candidate at all.
    public private(set) var withoutCandidateCount = 0
    private var collector = MatchCollector()

    init() {}

    /// Adds a spectrum that is finished.
    mutating func add(_ spectrum: SpectrumOutcome) {
        if spectrum.setAside == nil {
            searchedCount += 1
            if spectrum.totals.candidates == 0 { withoutCandidateCount += 1 }
        }
        if spectrum.best != nil { matchedCount += 1 }
        candidateCount += spectrum.totals.candidates
        collector.add(spectrum)
    }

    /// The matches as later stages take them: proteins and peptidoforms once, matches by spectrum and rank.
    ///
    /// - Parameters:
    ///   - run: name of the run.
    ///   - database: the proteins the peptide table was made from.
    public func matches(run: String, database: ProteinDatabase) -> RunMatches {
        collector.matches(run: run, database: database)
    }
}
