public import Foundations
public import PeptideSearch

/// How far the error rates of an experiment hold, by a second search of it in which targets compete with entrapments:
/// sequences that are known not to be in the sample.
///
/// Entrapments are targets like others to the search and to the estimation of error rates. How many of them are accepted
/// tells how many false identifications are, at each claimed rate; see ``EntrapmentRow``. A peptide is an entrapment where
/// all proteins are that it may come from, a protein group where all its proteins are; what is shared is a target.
///
/// Protein groups are made of the peptides that the accepted rate accepts, so that the rows of proteins at other claimed
/// rates are about the same groups, not about those that a run with that rate would make.
public struct EntrapmentAnalysis: Sendable, Hashable {
    /// The accepted false discovery rate of the run, as a share; one of the claimed rates of ``rows``.
    public let falseDiscoveryRate: Double
    /// The peptides there were to find.
    public let census: EntrapmentCensus
    /// Rows by level, from PSMs to protein groups, then by ascending claimed rate: 0.1 % to 1 % by 0.1 %, to 10 % by 0.5 %,
    /// and ``falseDiscoveryRate``.
    public let rows: [EntrapmentRow]
    /// In what decoys of the search with entrapments are unlike wrong targets; in sentences.
    let searchWarnings: [String]

    /// Creates an analysis from its parts.
    package init(
        falseDiscoveryRate: Double, census: EntrapmentCensus, rows: [EntrapmentRow], searchWarnings: [String] = []
    ) {
        self.falseDiscoveryRate = falseDiscoveryRate
        self.census = census
        self.rows = rows
        self.searchWarnings = searchWarnings
    }

    /// Assesses the matches of a search with entrapments and counts these.
    ///
    /// The outcome does not depend on the order of the runs. Matches are read run by run; see ``ConfidenceEngine`` for the
    /// memory.
    ///
    /// - Parameters:
    ///   - sources: The matches of each run, all searched against the same targets and entrapments; names must differ.
    ///   - parameters: Accepted rate of the run.
    ///   - memory: The budget to take memory from.
    /// - Throws: ``EntrapmentError`` where runs have no entrapments or different ones, ``ConfidenceError`` where no honest
    ///   error rate can be stated, `MemoryError` where the budget is too small, and what the sources throw.
    public init(
        of sources: [any MatchSource], parameters: ConfidenceParameters = ConfidenceParameters(),
        memory: MemoryBudget? = nil
    ) throws {
        let census = try Self.commonCensus(of: sources)
        let assessment = try ConfidenceEngine.assess(sources, parameters: parameters, memory: memory)
        self.init(
            falseDiscoveryRate: parameters.falseDiscoveryRate, census: census,
            rows: try EntrapmentCounting(assessment: assessment, census: census).rows(),
            searchWarnings: assessment.warnings)
    }

    /// The rows at the accepted rate of the run, from PSMs to protein groups.
    public var rowsAtAcceptedRate: [EntrapmentRow] { rows.filter { $0.claimedRate == falseDiscoveryRate } }

    /// The census of all runs. Runs are compared by name, so that an error names the same ones whatever their order.
    private static func commonCensus(of sources: [any MatchSource]) throws -> EntrapmentCensus {
        let sorted = sources.sorted { $0.run.unicodeScalars.lexicographicallyPrecedes($1.run.unicodeScalars) }
        var common: (run: String, census: EntrapmentCensus)?
        for source in sorted {
            guard let census = try source.readEntrapment(), census.targetPeptides > 0, census.entrapmentPeptides > 0
            else { throw EntrapmentError.noEntrapments(run: source.run) }
            if let common, common.census != census {
                throw EntrapmentError.differentCensus(
                    run: common.run, common.census, otherRun: source.run, census)
            }
            common = common ?? (source.run, census)
        }
        guard let common else { throw EntrapmentError.noRuns }
        return common.census
    }
}
