internal import Foundations
internal import Glibc

/// A few candidates that stand for all of a wide mass window: what they match by chance, all do.
///
/// Which they are depends on their masses alone, so that it is the same in every part of a table, and how dense they are
/// on the width of the window alone. A peptidoform belongs to level n where the lowest n bits of a hash of its mass are 0.
package enum CandidateSample {
    /// Width of all windows of a spectrum together, in Da, up to which all candidates are looked at.
    package static let widthOfAll = 4.0
    /// Levels that tables keep lists of.
    static let levels = 3...11

    /// The level for a spectrum whose windows are so wide together: 0, every candidate, for narrow ones, else such that as
    /// many are looked at as in a window of 0.5 to 1 Da.
    package static func level(forWidthDaltons width: Double) -> Int {
        guard width > widthOfAll else { return 0 }
        return min(levels.upperBound, max(levels.lowerBound, Int(log2(2 * width))))
    }

    /// Whether the candidates of this mass belong to the level.
    @inline(__always) package static func contains(massDaltons: Double, level: Int) -> Bool {
        level == 0 || rank(massDaltons) >= level
    }

    /// The highest level of a mass.
    static func rank(_ massDaltons: Double) -> Int {
        StableHash.combine(massDaltons.bitPattern, 0x5EED).trailingZeroBitCount
    }
}

extension PeptideTable {
    /// The rows of a range that belong to a level of ``CandidateSample``, in ascending order.
    package func sample(of rows: Range<Int>, level: Int) -> [Int] {
        guard level > 0 else { return Array(rows) }
        let sample = samples[level - CandidateSample.levels.lowerBound]
        var (low, high) = (0, sample.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(sample[middle]) >= rows.lowerBound { high = middle } else { low = middle + 1 }
        }
        return sample[low...].prefix { Int($0) < rows.upperBound }.map { Int($0) }
    }

    /// Lists the rows of each level, once the masses are there.
    mutating func listSamples() {
        samples = CandidateSample.levels.map { _ in [] }
        for (row, mass) in masses.enumerated() {
            let highest = min(CandidateSample.rank(mass), CandidateSample.levels.upperBound)
            guard highest >= CandidateSample.levels.lowerBound else { continue }
            for level in CandidateSample.levels.lowerBound...highest {
                samples[level - CandidateSample.levels.lowerBound].append(UInt32(row))
            }
        }
    }
}
