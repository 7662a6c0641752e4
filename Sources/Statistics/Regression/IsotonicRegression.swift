/// Least squares under the condition that the fit never falls along the list.
///
/// Pool adjacent violators: values are taken in turn, and a block that is not above the one before is pooled with it
/// into their weighted mean. The solution is unique, and only the blocks are kept.
///
/// > Source: Ayer, Brunk, Ewing, Reid and Silverman, "An empirical distribution function for sampling with
/// > incomplete information", Ann. Math. Stat. 26 (1955), 641-647, doi:10.1214/aoms/1177728423.
public struct IsotonicRegression: Sendable {
    /// The fit of the values so far: stretches that share a fitted value, which rises from one to the next.
    public private(set) var blocks: [Block] = []

    /// A fit of no values.
    public init() {}

    /// Takes the next value.
    ///
    /// - Precondition: `weight` is above 0.
    /// - Complexity: O(1) on average.
    public mutating func append(_ value: Double, weight: Double) {
        precondition(weight > 0, "Weights must be above 0.")
        var block = Block(sum: value * weight, weight: weight, count: 1)
        while let before = blocks.last, before.mean >= block.mean {
            block = before.pooled(with: block)
            blocks.removeLast()
        }
        blocks.append(block)
    }

    /// A stretch of values that share one fitted value.
    public struct Block: Sendable {
        let sum: Double
        let weight: Double
        /// Number of values.
        public let count: Int

        /// The fitted value: the weighted mean of the values.
        public var mean: Double { sum / weight }

        func pooled(with next: Block) -> Block {
            Block(sum: sum + next.sum, weight: weight + next.weight, count: count + next.count)
        }
    }

    /// The non-decreasing sequence with the least weighted sum of squared differences from `values`.
    ///
    /// - Parameters:
    ///   - values: What to fit, in the order along which the fit must not fall.
    ///   - weights: Weight of each value, above 0.
    /// - Returns: The fitted values, parallel to `values`.
    /// - Precondition: The arrays have equal length, and weights are above 0.
    /// - Complexity: O(n).
    public static func nonDecreasing(_ values: [Double], weights: [Double]) -> [Double] {
        precondition(values.count == weights.count, "Each value needs a weight.")
        var fit = IsotonicRegression()
        for (value, weight) in zip(values, weights) { fit.append(value, weight: weight) }
        return fit.blocks.flatMap { repeatElement($0.mean, count: $0.count) }
    }
}
