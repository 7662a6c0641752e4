import Confidence
import PeptideSearch
import Testing

/// Protein groups against planted truth where homologues share peptides, over 20 experiments; see
/// ``ClaimedAgainstTrueTests`` for how far a mean of 20 may stray.
@Suite("Homologues")
struct HomologueTests {
    private static let experiment = PlantedFamilies()
    private static let assessed = Result {
        try (0..<20).map { try ConfidenceEngine.assess(runs: [experiment.run(seed: $0)]) }
    }
    private static let present = (0..<20).map { experiment.presentSequences(seed: $0) }

    private func isPresent(_ proteins: [Int], in result: Identifications) -> Bool {
        proteins.contains { Self.experiment.isPresent(result.proteins[$0].accession) }
    }

    @Test(
        "groups whose peptides are all chance matches are no more than claimed, and not far fewer",
        arguments: [0.01, 0.05])
    func chanceGroups(claim: Double) throws {
        let (mean, standardError) = try meanShare(claim) { group, result, seed in
            !group.peptides.contains { Self.present[seed].contains(result.peptides[$0].sequence) }
        }
        let (wrong, _) = try meanShare(claim) { group, result, _ in !isPresent(group.proteins, in: result) }
        #expect(mean <= claim + 4 * standardError)
        #expect(mean >= claim / 4 - 4 * standardError)
        // What the rate does not cover: a homologue that explains the peptides of two present proteins with fewer groups.
        // Here, where one peptide in four is shared, that is 2.6 % of the groups at a claim of 1 %.
        #expect(wrong > mean && wrong < mean + 0.04)
    }

    /// Mean share of accepted groups for which something holds, and its standard error.
    private func meanShare(
        _ claim: Double, holds: (IdentifiedProteinGroup, Identifications, _ seed: Int) -> Bool
    ) throws -> (mean: Double, standardError: Double) {
        let shares = try Self.assessed.get().enumerated().map { seed, result in
            let accepted = result.proteinGroups.filter { !$0.isDecoy && $0.qValue <= claim }
            #expect(accepted.count > 140)
            return Double(accepted.count { holds($0, result, seed) }) / Double(max(1, accepted.count))
        }
        let mean = shares.reduce(0, +) / 20
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
        return (mean, (variance / 20).squareRoot())
    }

    @Test("every accepted peptide counts for one group: as unique, or as razor peptide of the one with most")
    func razor() throws {
        for result in try Self.assessed.get() {
            let accepted = result.peptides.indices.filter {
                !result.peptides[$0].isDecoy && result.peptides[$0].qValue <= 0.01
            }
            let groups = result.proteinGroups.filter { !$0.isDecoy }
            var owners: [Int: Int] = [:]
            for group in groups { for peptide in group.razorPeptides { owners[peptide, default: 0] += 1 } }
            #expect(owners.values.allSatisfy { $0 == 1 })
            let counted = groups.reduce(0) { $0 + $1.uniquePeptideCount + $1.razorPeptideCount }
            // Of a group whose decoy mirror won, the row is that of the mirror, with its own peptides; what counts for the
            // group is then counted nowhere.
            let reported = Set(groups.flatMap(\.peptides))
            #expect(reported.isSubset(of: accepted) && accepted.count - reported.count <= 3)
            #expect(counted <= reported.count && reported.count - counted <= 5)
            for group in groups {
                #expect(group.uniquePeptideCount + group.razorPeptideCount <= group.peptideCount)
                #expect(Set(group.razorPeptides).isSubset(of: group.peptides))
            }
        }
    }

    @Test("each protein with a match is in one place: a group, a subset of one, or explained by several")
    func everyProteinOnce() throws {
        for result in try Self.assessed.get() {
            let places =
                result.proteinGroups.flatMap { $0.proteins + $0.subsetProteins }
                + result.explainedProteins.flatMap(\.proteins)
            #expect(places.sorted() == Array(result.proteins.indices))
            #expect(!result.explainedProteins.isEmpty)
            #expect(result.explainedProteins.allSatisfy { $0.groups.count > 1 && $0.groups == $0.groups.sorted() })
        }
    }
}
