public import PeptideSearch

/// Turns the matches of an experiment into identifications with error rates at every level.
///
/// Levels are estimated one by one, each by its own competition: best match per spectrum (the search already let
/// targets and decoys compete for it), best match per peptide with targets against their own decoys, best peptide per
/// protein group with groups against their decoy mirrors. The false discovery rate is (D + 1)/T throughout.
public enum ConfidenceEngine {
    /// Estimates error rates for the best match of each spectrum over all runs.
    ///
    /// The result does not depend on the order of the runs. It is the same for the same matches on every machine.
    ///
    /// - Parameters:
    ///   - runs: Outcome of the search, a value for each run; names must differ.
    ///   - parameters: Accepted rate and levels.
    ///   - proteinFacts: What is known about the protein of an accession; asked for proteins that lead a reported
    ///     group only.
    /// - Throws: ``ConfidenceError`` where no honest error rate can be stated.
    /// - Complexity: O(n log n) in the number of matches.
    public static func assess(
        runs: [RunMatches], parameters: ConfidenceParameters = ConfidenceParameters(),
        proteinFacts: (_ accession: String) -> ProteinFacts? = { _ in nil }
    ) throws(ConfidenceError) -> Identifications {
        guard parameters.falseDiscoveryRate > 0, parameters.falseDiscoveryRate <= 1 else {
            throw .invalidFalseDiscoveryRate(parameters.falseDiscoveryRate)
        }
        let runs = try sortedByName(runs)
        let matches = try RankOneMatches(of: runs)
        let catalogue = try PairCatalogue(of: matches, in: runs)
        var assessment = Assessment(parameters: parameters, runs: runs, matches: matches, catalogue: catalogue)
        try assessment.assessPSMs()
        if parameters.assesses(.peptidoform) { try assessment.assessPeptidoforms() }
        if parameters.assesses(.peptide) {
            let competition = try assessment.assessPeptides()
            if parameters.assesses(.protein) {
                try assessment.assessProteins(from: competition, facts: proteinFacts)
            }
        }
        return assessment.identifications
    }

    private static func sortedByName(_ runs: [RunMatches]) throws(ConfidenceError) -> [RunMatches] {
        let sorted = runs.sorted { $0.run.unicodeScalars.lexicographicallyPrecedes($1.run.unicodeScalars) }
        for (run, next) in zip(sorted, sorted.dropFirst()) where run.run == next.run { throw .repeatedRun(run.run) }
        return sorted
    }
}
