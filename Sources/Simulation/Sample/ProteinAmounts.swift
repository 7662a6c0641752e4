internal import Glibc
internal import ProteinDatabase

/// Relative molar amounts of proteins, in groups (the truth a study looks for) and in each sample (with the variance of
/// individuals).
public struct ProteinAmounts: Sendable {
    /// Amounts by group and protein; 0 for a protein that is not there.
    public let groupAmounts: [[Double]]
    /// Amounts by sample and protein.
    public let sampleAmounts: [[Double]]

    /// Whether a protein is in any sample.
    public func isPresent(_ protein: Int) -> Bool { groupAmounts.contains { $0[protein] > 0 } }

    /// Amount in the sample that holds most of a protein.
    package func largest(_ protein: Int) -> Double { sampleAmounts.reduce(0) { max($0, $1[protein]) } }

    /// Mean over the samples.
    package func mean(_ protein: Int) -> Double {
        sampleAmounts.reduce(0) { $0 + $1[protein] } / Double(sampleAmounts.count)
    }

    /// Draws amounts for every protein.
    package static func drawn(
        proteins: Int, design: StudyDesign, settings: SampleSettings, seed: UInt64
    ) -> ProteinAmounts {
        var abundance = RandomStream(seed: seed, .abundance)
        // 95 % of a normal distribution lie within 1.96 standard deviations on either side of the mean.
        let deviationLog10 = settings.dynamicRangeDecades / (2 * 1.96)
        let base = (0..<proteins).map { _ in
            let amount = pow(10, abundance.normal(deviation: deviationLog10))
            return abundance.happens(settings.absentShare) ? 0 : amount
        }
        var change = RandomStream(seed: seed, .change)
        let groups = design.groups.indices.map { group in
            base.map { amount in
                let isChanged = change.happens(settings.changedShare)
                let sign = change.happens(0.5) ? 1.0 : -1.0
                return group > 0 && isChanged ? amount * exp2(sign * settings.log2FoldChange) : amount
            }
        }
        return ProteinAmounts(groups: groups, design: design, settings: settings, seed: seed)
    }

    /// Amounts of the groups, with the variance between individuals drawn.
    package init(groups: [[Double]], design: StudyDesign, settings: SampleSettings, seed: UInt64) {
        groupAmounts = groups
        sampleAmounts = design.samples.enumerated().map { position, sample in
            var biology = RandomStream(seed: seed, .biology, UInt64(position))
            return groups[sample.group].map { amount in
                let factor = biology.factor(deviationLog2: settings.biologicalDeviationLog2)
                return amount * factor
            }
        }
    }
}
