import Glibc

/// A logarithmic axis of shares: where a share is drawn, and which shares have a tick.
struct LogarithmicAxis {
    private let lowest: Double
    private let highest: Double
    private let start: Double
    private let length: Double

    /// - Parameters:
    ///   - range: Shares from the first to the last that are told apart; both above 0.
    ///   - start: Place of the first, in pixels.
    ///   - length: Pixels to the place of the last; below 0 where the axis goes up.
    init(_ range: ClosedRange<Double>, start: Double, length: Double) {
        (lowest, highest) = (range.lowerBound, range.upperBound)
        self.start = start
        self.length = length
    }

    /// Place of a share in pixels. Shares outside the axis, 0 among them, are drawn at its ends.
    func place(of share: Double) -> Double {
        let inside = min(max(share, lowest), highest)
        return start + length * log(inside / lowest) / log(highest / lowest)
    }

    /// Shares of 1, 2 and 5 times a power of ten within the axis, ascending.
    var ticks: [Double] { Self.series.filter { $0 >= lowest && $0 <= highest } }

    /// The highest share with a tick that is at most this one.
    static func tick(below share: Double) -> Double { series.last { $0 <= share } ?? series[0] }

    private static let series: [Double] = [
        1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1,
    ]
}
