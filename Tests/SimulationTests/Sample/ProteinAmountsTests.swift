import Foundation
import Simulation
import Testing

@Suite struct ProteinAmountsTests {
    private static let count = 20_000
    private static let design = StudyDesign(groups: [
        StudyDesign.Group(name: "a", samples: 2), StudyDesign.Group(name: "b", samples: 2),
    ])

    private static func drawn(
        _ settings: SampleSettings = SampleSettings(), seed: UInt64 = 4, design: StudyDesign = design
    ) -> ProteinAmounts {
        ProteinAmounts.drawn(proteins: count, design: design, settings: settings, seed: seed)
    }

    @Test("a protein that is absent is absent everywhere, and so many are as the settings say")
    func absent() {
        let amounts = Self.drawn()
        let absent = (0..<Self.count).filter { amounts.groupAmounts[0][$0] == 0 }
        #expect(isNear(Double(absent.count) / Double(Self.count), 0.3, 0.0163))
        for protein in absent {
            #expect(!amounts.isPresent(protein))
            #expect(amounts.sampleAmounts.allSatisfy { $0[protein] == 0 })
        }
        #expect((0..<Self.count).count { amounts.isPresent($0) } == Self.count - absent.count)
    }

    @Test("19 of 20 proteins lie within the decades of the dynamic range, around 1")
    func decades() {
        var settings = SampleSettings()
        settings.dynamicRangeDecades = 3
        let present = Self.drawn(settings).groupAmounts[0].filter { $0 > 0 }.map { log10($0) }
        let numbers = Numbers(present)
        #expect(isNear(numbers.quantile(0.975) - numbers.quantile(0.025), 3, 0.12))
        #expect(isNear(numbers.quantile(0.5), 0, 0.05))
    }

    @Test("differences between groups are exactly the fold change, up or down, in as many proteins as asked")
    func foldChanges() {
        var settings = SampleSettings()
        settings.log2FoldChange = 1.5
        settings.changedShare = 0.25
        let amounts = Self.drawn(settings)
        let present = (0..<Self.count).filter { amounts.isPresent($0) }
        let changes = present.map { log2(amounts.groupAmounts[1][$0] / amounts.groupAmounts[0][$0]) }
        #expect(changes.allSatisfy { abs($0) < 1e-12 || abs(abs($0) - 1.5) < 1e-12 })
        let (up, down) = (changes.count { $0 > 1 }, changes.count { $0 < -1 })
        #expect(isNear(Double(up + down) / Double(present.count), 0.25, 0.0184))
        #expect(isNear(Double(up) / Double(up + down), 0.5, 0.043))
    }

    @Test("the first group is the one the others differ from; each other group differs in its own proteins")
    func firstGroup() {
        let groups = ["a", "b", "c"].map { StudyDesign.Group(name: $0, samples: 1) }
        let several = Self.drawn(design: StudyDesign(groups: groups)).groupAmounts
        let single = Self.drawn(design: StudyDesign(groups: [groups[0]])).groupAmounts
        #expect(several[0] == single[0])
        let changed = several.map { group in zip(group, several[0]).map { $0 != $1 } }
        #expect(changed[1] != changed[2])
        let both = zip(changed[1], changed[2]).count { $0 && $1 }
        // A tenth of a tenth of the 70 % that are there.
        #expect(isNear(Double(both) / Double(Self.count), 0.007, 0.003))
    }

    @Test("individuals vary around their group by the deviation asked for, each in its own way")
    func individuals() {
        let amounts = Self.drawn()
        let present = (0..<Self.count).filter { amounts.isPresent($0) }
        let variation = Self.design.samples.enumerated().map { position, sample in
            Numbers(
                present.map { log2(amounts.sampleAmounts[position][$0] / amounts.groupAmounts[sample.group][$0]) })
        }
        for (position, numbers) in variation.enumerated() {
            #expect(isNear(numbers.deviation, 0.3, 0.009))
            #expect(isNear(numbers.mean, 0, 0.013))
            for other in variation[..<position] { #expect(abs(numbers.correlation(with: other)) < 0.043) }
        }
    }

    @Test("equal seeds give equal amounts, others do not")
    func seeds() {
        #expect(Self.drawn(seed: 4).sampleAmounts == Self.drawn(seed: 4).sampleAmounts)
        #expect(Self.drawn(seed: 4).groupAmounts[0] != Self.drawn(seed: 5).groupAmounts[0])
    }

    @Test("the largest and the mean amount are over the samples")
    func summaries() {
        var settings = SampleSettings()
        settings.biologicalDeviationLog2 = 0
        let amounts = ProteinAmounts(
            groups: [[1, 0], [7, 0]],
            design: StudyDesign(groups: [
                StudyDesign.Group(name: "a", samples: 1), StudyDesign.Group(name: "b", samples: 2),
            ]), settings: settings, seed: 1)
        #expect(amounts.sampleAmounts == [[1, 0], [7, 0], [7, 0]])
        #expect(amounts.largest(0) == 7)
        #expect(amounts.mean(0) == 5)
        #expect(amounts.mean(1) == 0)
        #expect(amounts.isPresent(0) && !amounts.isPresent(1))
    }
}
