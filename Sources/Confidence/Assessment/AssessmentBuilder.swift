import Foundations
import PeptideSearch

/// Goes from the evidence of all runs up through the levels: matches, peptidoforms, peptides, protein groups.
struct AssessmentBuilder {
    let parameters: ConfidenceParameters
    let entryCount: Int
    /// PSM level.
    let matches: LevelErrorRates
    /// The evidence, without scores.
    let collector: EvidenceCollector

    /// Estimates level by level.
    func assessment(memory: MemoryReservation?) throws -> Assessment {
        let exchangeability = try Exchangeability(of: collector.sample)
        let rate = parameters.falseDiscoveryRate
        let peptidoforms = try PairCompetition(
            level: .peptidoform, pairs: collector.peptidoforms, falseDiscoveryRate: rate)
        let peptides = try PairCompetition(level: .peptide, pairs: collector.peptides, falseDiscoveryRate: rate)
        let proteins = try assessProteins(peptides)
        let summaries = [matches, peptidoforms.rates, peptides.rates, proteins.rates].map(\.summary)
        let runSummaries = collector.runs.map(\.rates.summary)
        let notes = AssessmentNotes.sentences(
            summaries: summaries, runSummaries: runSummaries, falseDiscoveryRate: rate)
        return Assessment(
            parameters: parameters, runs: collector.runs, entryCount: entryCount,
            proteins: collector.proteins.proteins, isEntrapment: collector.proteins.isEntrapment,
            pairProteins: collector.pairProteins, matches: matches, peptidoforms: peptidoforms, peptides: peptides,
            proteinCompetition: proteins, summaries: summaries + runSummaries,
            warnings: exchangeability.warnings, notes: exchangeability.warnings + notes, memory: memory)
    }

    /// Protein level: groups that cannot be told apart, each against its decoy mirror.
    private func assessProteins(_ peptides: PairCompetition) throws(ConfidenceError) -> ProteinCompetition {
        let isStrong = (0..<peptides.pairs.pairCount).map { pair in
            peptides.rates.qValue(at: peptides.winner(of: pair).score) <= parameters.falseDiscoveryRate
        }
        let grouping = ProteinGrouping(
            pairProteins: collector.pairProteins.all, isStrong: isStrong,
            proteinCount: collector.proteins.proteins.count)
        return try ProteinCompetition(
            grouping: grouping, peptides: peptides, proteins: collector.proteins.proteins,
            falseDiscoveryRate: parameters.falseDiscoveryRate)
    }
}
