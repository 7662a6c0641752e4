import Foundation

/// Plain statistics of numbers, the oracle of everything drawn at random.
struct Numbers {
    let values: [Double]

    init(_ values: [Double]) { self.values = values }

    /// As many numbers as asked for, drawn one after the other.
    init(_ count: Int, _ draw: () -> Double) { values = (0..<count).map { _ in draw() } }

    var mean: Double { values.reduce(0, +) / Double(values.count) }

    var variance: Double {
        let mean = mean
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    var deviation: Double { variance.squareRoot() }

    /// The number below which a share of all lies.
    func quantile(_ share: Double) -> Double { values.sorted()[Int(share * Double(values.count - 1))] }

    /// Share of the numbers that are so.
    func share(where isSo: (Double) -> Bool) -> Double { Double(values.count(where: isSo)) / Double(values.count) }

    /// Correlation coefficient with other numbers, in pairs.
    func correlation(with other: Numbers) -> Double {
        let (left, right) = (mean, other.mean)
        let products = zip(values, other.values).reduce(0) { $0 + ($1.0 - left) * ($1.1 - right) }
        return products / Double(values.count - 1) / (deviation * other.deviation)
    }
}

/// Whether two numbers differ by no more than a tolerance.
func isNear(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool { abs(left - right) <= tolerance }

extension Double {
    /// Logarithm to base 2.
    var logarithm2: Double { log2(self) }
}
