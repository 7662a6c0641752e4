public import Foundations
public import PeptideSearch

/// Turns the matches of an experiment into identifications with error rates at every level.
///
/// Levels are estimated one by one, each by its own competition: best match per spectrum (the search already let
/// targets and decoys compete for it), best match per peptide with targets against their own decoys, best peptide per
/// protein group with groups against their decoy mirrors. The false discovery rate is (D + 1)/T throughout.
public enum ConfidenceEngine {
    /// Estimates error rates for the best match of each spectrum over all runs, in memory.
    ///
    /// - Parameters:
    ///   - runs: Outcome of the search, a value for each run; names must differ.
    ///   - parameters: Accepted rate.
    ///   - proteinFacts: What is known about the protein of an accession; asked for proteins that lead a reported
    ///     group only.
    /// - Throws: ``ConfidenceError`` where no honest error rate can be stated.
    public static func assess(
        runs: [RunMatches], parameters: ConfidenceParameters = ConfidenceParameters(),
        proteinFacts: (_ accession: String) -> ProteinFacts? = { _ in nil }
    ) throws -> Identifications {
        var assessment = try assess(runs, parameters: parameters)
        assessment.describeLeaders { accession in proteinFacts(accession) }
        return try assessment.identifications()
    }

    /// Estimates error rates for the best match of each spectrum over all runs, and looks proteins up for the rows of
    /// groups meanwhile, where there is more than one worker.
    ///
    /// - Parameters:
    ///   - workers: How many tasks may run at once. The result does not depend on it.
    ///   - proteinFacts: What is known about proteins, by accession; asked once, for all that matched peptides may come
    ///     from. Only what it says of those that lead a reported group is kept.
    ///   - sources: See ``assess(_:parameters:memory:)``, as for the other parameters, errors and memory.
    public static func assess(
        _ sources: [any MatchSource], parameters: ConfidenceParameters = ConfidenceParameters(),
        memory: MemoryBudget? = nil, workers: Int,
        proteinFacts: @Sendable (_ accessions: Set<String>) throws -> [String: ProteinFacts]
    ) async throws -> Assessment {
        let (found, facts) = try await sideBySide(workers: workers) {
            try assess(sources, parameters: parameters, memory: memory)
        } _: {
            var accessions: Set<String> = []
            for source in sources { accessions.formUnion(try source.readProteins().lazy.map(\.accession)) }
            return try proteinFacts(accessions)
        }
        var assessment = found
        assessment.describeLeaders { facts[$0] }
        return assessment
    }

    /// Estimates error rates for the best match of each spectrum over all runs.
    ///
    /// The result does not depend on the order of the runs. It is the same for the same matches on every machine. Of each
    /// match 8 bytes are held, beside 50 to 200 for each target-decoy pair.
    ///
    /// - Parameters:
    ///   - sources: The matches of each run; names must differ.
    ///   - parameters: Accepted rate.
    ///   - memory: The budget to take memory from.
    /// - Throws: ``ConfidenceError`` where no honest error rate can be stated, `MemoryError` where the budget is too
    ///   small, and what the sources throw.
    /// - Complexity: O(n log n) in the number of matches.
    public static func assess(
        _ sources: [any MatchSource], parameters: ConfidenceParameters = ConfidenceParameters(),
        memory: MemoryBudget? = nil
    ) throws -> Assessment {
        guard parameters.falseDiscoveryRate > 0, parameters.falseDiscoveryRate <= 1 else {
            throw ConfidenceError.invalidFalseDiscoveryRate(parameters.falseDiscoveryRate)
        }
        let sources = try sortedByName(sources)
        let sizes = try sources.map { try $0.readSize() }
        var account = try memory.map { try MemoryAccount(budget: $0, sizes: sizes) }
        var collector = EvidenceCollector(
            falseDiscoveryRate: parameters.falseDiscoveryRate, proteins: try ProteinTable(of: sources),
            matchLimit: sizes.reduce(0) { $0 + $1.matches })
        for source in sources {
            try Task.checkCancellation()
            try collector.add(source)
            try account?.update(collector)
        }
        try refuseOneLabel(collector)
        let entryCount = collector.entryCount
        let matches = try collector.assessMatches()
        return try AssessmentBuilder(
            parameters: parameters, entryCount: entryCount, matches: matches, collector: collector
        ).assessment(memory: account?.reservation)
    }

    private static func refuseOneLabel(_ collector: EvidenceCollector) throws {
        let (targets, decoys) = (collector.targetScores.count, collector.decoyScores.count)
        guard targets + decoys > 0 else { throw ConfidenceError.noMatches(runCount: collector.runs.count) }
        guard decoys > 0 else { throw ConfidenceError.noDecoys(targetCount: targets) }
        guard targets > 0 else { throw ConfidenceError.noTargets(decoyCount: decoys) }
    }

    private static func sortedByName(_ sources: [any MatchSource]) throws -> [any MatchSource] {
        let sorted = sources.sorted { $0.run.unicodeScalars.lexicographicallyPrecedes($1.run.unicodeScalars) }
        for (source, next) in zip(sorted, sorted.dropFirst()) where source.run == next.run {
            throw ConfidenceError.repeatedRun(source.run)
        }
        return sorted
    }
}
