import Glibc

/// Limits of the hyperscore that follow from the number of matched fragments alone.
///
/// With n matched fragments, k of them of one end, no score is above
/// `ln(k!) + ln((n-k)!) + ln(1 + T(k)) + ln(1 + T(n-k))`, where `T(k)` sums the k most intense peaks, each as often as
/// there are series of one end: a peak counts once in each series. The limit for n is the largest of these over k.
package struct ScoreBound: Sendable {
    /// Highest score with so many matched fragments or fewer; the score itself never falls with the number.
    private let highest: [Double]

    /// Fragments up to which limits are worked out: more are hardly ever needed to enter the ranking.
    private static let reach = 40
    /// Far above the rounding of sums of logarithms, far below any difference of scores that matters.
    private static let slack = 1e-9

    package init(_ spectrum: PreparedSpectrum, seriesAtOneEnd: Int = 1) {
        // ln(k!) + ln(1 + T(k)) for one end.
        var series = [0.0]
        var sum = 0.0
        var logFactorial = 0.0
        let intensities = spectrum.intensities.sorted(by: >).prefix(Self.reach).flatMap {
            repeatElement($0, count: seriesAtOneEnd)
        }
        for (rank, intensity) in intensities.prefix(Self.reach).enumerated() {
            sum += intensity
            logFactorial += log(Double(rank + 1))
            series.append(logFactorial + log(1 + sum))
        }
        let most = min(Self.reach, 2 * (series.count - 1))
        highest = (0...most).map { count in
            let few = max(0, count - (series.count - 1))
            return (few...max(few, count / 2)).reduce(0) { max($0, series[$1] + series[count - $1]) } + Self.slack
        }
    }

    /// Matched fragments without which no candidate reaches a score.
    package func leastCount(reaching score: Double) -> Int {
        highest.firstIndex { $0 >= score } ?? highest.count
    }
}
