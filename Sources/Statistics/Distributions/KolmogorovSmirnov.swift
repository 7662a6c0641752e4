import Glibc

/// How far two samples are from having come from one distribution.
public enum KolmogorovSmirnov {
    /// The largest difference between the shares of both samples at or below any value, 0 to 1; 0 where one is empty.
    ///
    /// > Source: Smirnov, Ann. Math. Stat. 19 (1948), 279-281, doi:10.1214/aoms/1177730256.
    ///
    /// - Complexity: O(n log n).
    public static func distance(_ one: [Double], _ other: [Double]) -> Double {
        let (one, other) = (one.sorted(), other.sorted())
        guard let first = one.first, let second = other.first else { return 0 }
        var (i, j, largest) = (0, 0, 0.0)
        var value = min(first, second)
        while true {
            while i < one.count, one[i] <= value { i += 1 }
            while j < other.count, other[j] <= value { j += 1 }
            largest = max(largest, abs(Double(i) / Double(one.count) - Double(j) / Double(other.count)))
            // Once one sample is used up the difference can only shrink.
            guard i < one.count, j < other.count else { return largest }
            value = min(one[i], other[j])
        }
    }

    /// The distance that samples of these sizes from one distribution reach with the given probability or less, for large
    /// samples; for small ones the probability is less still. Infinite where a sample is empty.
    ///
    /// `sqrt(-ln(α/2)/2) * sqrt((n + m)/(n m))`, the first term of the limit distribution.
    ///
    /// - Parameter probability: above 0 and below 1.
    public static func criticalDistance(_ one: Int, _ other: Int, probability: Double) -> Double {
        guard one > 0, other > 0 else { return .infinity }
        let (n, m) = (Double(one), Double(other))
        return (-log(probability / 2) / 2 * (n + m) / (n * m)).squareRoot()
    }
}
