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

    private func isPresent(_ proteins: [Int], in result: Identifications) -> Bool {
        proteins.contains { Self.experiment.isPresent(result.proteins[$0].accession) }
    }

    @Test("groups with none of their proteins present are no more than claimed, and not far fewer", arguments: [0.01, 0.05])
    func falseGroups(claim: Double) throws {
        let proportions = try Self.assessed.get().map { result in
            let accepted = result.proteinGroups.filter { !$0.isDecoy && $0.qValue <= claim }
            #expect(accepted.count > 140)
            return Double(accepted.count { !isPresent($0.proteins, in: result) }) / Double(max(1, accepted.count))
        }
        let mean = proportions.reduce(0, +) / 20
        let variance = proportions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
        let standardError = (variance / 20).squareRoot()
        print("claim", claim, "mean", mean, "+-", standardError)
        #expect(mean <= claim + 4 * standardError)
        #expect(mean >= claim / 4 - 4 * standardError)
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
            #expect(Set(groups.flatMap(\.peptides)) == Set(accepted))
            #expect(counted == accepted.count)
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
