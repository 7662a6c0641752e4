import ProteinDatabase
import Simulation
import Testing

@Suite struct SampleProteinsTests {
    private static let design = StudyDesign(groups: [
        StudyDesign.Group(name: "a", samples: 1), StudyDesign.Group(name: "b", samples: 1),
    ])

    /// 80 proteins of alanine and lysine that are there, then 40 of tryptophan that are not.
    private static let database: [Protein] =
        (0..<80).map { Protein("P\($0)", String(repeating: "AK", count: 10 + $0)) }
        + (80..<120).map { Protein("P\($0)", String(repeating: "W", count: 300)) }

    private static func proteins(foreignShare: Double, seed: UInt64 = 1) -> SampleProteins {
        var settings = SimulationSettings()
        settings.seed = seed
        settings.sample.foreignShare = foreignShare
        settings.sample.biologicalDeviationLog2 = 0
        let first = (0..<120).map { $0 < 80 ? Double($0 + 1) : 0 }
        let known = ProteinAmounts(
            groups: [first, first.map { $0 * 4 }], design: design, settings: settings.sample, seed: seed)
        return SampleProteins(database: database, amounts: known, design: design, settings: settings)
    }

    @Test("the proteins of the FASTA come first, and foreign ones are their share of all that are there")
    func share() {
        // 20 of 100 are foreign; 50 of 130 would be too many.
        for (share, count) in [(0.2, 20), (0.5, 80), (0.0, 0)] {
            let proteins = Self.proteins(foreignShare: share)
            #expect(proteins.databaseCount == 120)
            #expect(proteins.residues.count == 120 + count)
            #expect(Array(proteins.residues[..<120]) == Self.database.map(\.residues))
            #expect(proteins.amounts.groupAmounts.allSatisfy { $0.count == 120 + count })
        }
    }

    @Test("foreign proteins are as long and as abundant as one that is there, and made of the same residues")
    func likeness() {
        let proteins = Self.proteins(foreignShare: 0.5)
        #expect(proteins.residues.count > 190)
        for position in proteins.residues.indices.dropFirst(120) {
            let residues = proteins.residues[position]
            #expect(Set(residues) == Set("AK".utf8))
            // The model: protein n has the length 2 (10 + n) and the amount n + 1.
            let amount = Double(residues.count / 2 - 10 + 1)
            #expect(proteins.amounts.groupAmounts[0][position] == amount)
            // What no search can find differs in no group.
            #expect(proteins.amounts.groupAmounts[1][position] == amount)
        }
    }

    @Test("the amounts of the proteins of the FASTA stay as they were")
    func known() {
        let (none, some) = (Self.proteins(foreignShare: 0), Self.proteins(foreignShare: 0.3))
        for sample in 0..<2 {
            #expect(Array(some.amounts.sampleAmounts[sample][..<120]) == none.amounts.sampleAmounts[sample])
        }
    }

    @Test("another seed gives other foreign proteins")
    func seeds() {
        let one = Self.proteins(foreignShare: 0.2, seed: 1).residues
        #expect(one == Self.proteins(foreignShare: 0.2, seed: 1).residues)
        #expect(one[120...] != Self.proteins(foreignShare: 0.2, seed: 2).residues[120...])
    }
}
