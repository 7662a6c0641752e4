import Foundations
import PeptideSearch

/// The error rates of an experiment, known but not yet written out.
///
/// It holds what follows from all runs together: the steps of q-values at each level, the pairs with their best matches,
/// the protein groups. The rows themselves, one for each match, are made run by run in a second walk, so that they need
/// not fit into memory.
public struct Assessment: Sendable {
    let parameters: ConfidenceParameters
    /// Runs by name.
    let runs: [AssessedRun]
    /// Number of matches of rank 1.
    let entryCount: Int
    /// Proteins over all runs, by accession.
    let proteins: [MatchedProtein]
    /// For each of ``proteins`` whether it is an entrapment.
    let isEntrapment: [Bool]
    let pairProteins: PairProteins
    let matches: LevelErrorRates
    let peptidoforms: PairCompetition
    let peptides: PairCompetition
    let proteinCompetition: ProteinCompetition
    /// What is known about the proteins that lead a group, by accession; see ``describeLeaders(_:)``.
    private(set) var proteinFacts: [String: ProteinFacts] = [:]
    /// How many targets and decoys each level had; see ``Identifications/summaries``.
    public let summaries: [LevelSummary]
    /// In what decoys are unlike wrong targets, not so much that error rates would mean nothing; in sentences.
    public let warnings: [String]
    /// What a reader must know before trusting the numbers, in sentences; warnings first.
    public let notes: [String]
    /// The memory the value takes.
    let memory: MemoryReservation?

    /// The accepted false discovery rate, as a share.
    public var falseDiscoveryRate: Double { parameters.falseDiscoveryRate }

    /// The lowest q-value among the matches.
    public var lowestQValue: Double { matches.lowestQValue }

    /// Whether an error rate is within the accepted one.
    func isAccepted(_ qValue: Double) -> Bool { qValue <= parameters.falseDiscoveryRate }

    /// Takes what is known about the proteins that lead a group.
    mutating func describeLeaders(_ facts: (_ accession: String) -> ProteinFacts?) {
        for group in proteinCompetition.grouping.groups {
            let accession = proteins[group.proteins[0]].accession
            proteinFacts[accession] = facts(accession)
        }
    }
}
