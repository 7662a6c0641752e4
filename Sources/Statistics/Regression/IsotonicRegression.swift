/// Least squares under the condition that the fit never falls along the list.
public enum IsotonicRegression {
    /// The non-decreasing sequence with the least weighted sum of squared differences from `values`.
    ///
    /// Pool adjacent violators: values are taken in turn, and a block that is not above the one before is pooled with
    /// it into their weighted mean. The solution is unique.
    ///
    /// > Source: Ayer, Brunk, Ewing, Reid and Silverman, "An empirical distribution function for sampling with
    /// > incomplete information", Ann. Math. Stat. 26 (1955), 641-647, doi:10.1214/aoms/1177728423.
    ///
    /// - Parameters:
    ///   - values: What to fit, in the order along which the fit must not fall.
    ///   - weights: Weight of each value, above 0.
    /// - Returns: The fitted values, parallel to `values`.
    /// - Precondition: The arrays have equal length, and weights are above 0.
    /// - Complexity: O(n).
    public static func nonDecreasing(_ values: [Double], weights: [Double]) -> [Double] {
        precondition(values.count == weights.count, "Each value needs a weight.")
        var blocks: [Block] = []
        for (value, weight) in zip(values, weights) {
            precondition(weight > 0, "Weights must be above 0.")
            var block = Block(sum: value * weight, weight: weight, count: 1)
            while let before = blocks.last, before.mean >= block.mean {
                block = before.pooled(with: block)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        var fitted: [Double] = []
        fitted.reserveCapacity(values.count)
        for block in blocks { fitted.append(contentsOf: repeatElement(block.mean, count: block.count)) }
        return fitted
    }

    /// A stretch of values that share one fitted value.
    private struct Block {
        let sum: Double
        let weight: Double
        let count: Int

        var mean: Double { sum / weight }

        func pooled(with next: Block) -> Block {
            Block(sum: sum + next.sum, weight: weight + next.weight, count: count + next.count)
        }
    }
}
