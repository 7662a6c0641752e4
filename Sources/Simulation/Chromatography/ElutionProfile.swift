internal import Glibc

/// The shape of a chromatographic peak: two half Gaussians, the later one wider, because real peaks tail.
package struct ElutionProfile: Sendable {
    /// Standard deviation before the apex, in seconds.
    package let frontSeconds: Double
    /// Standard deviation after the apex, in seconds.
    package let tailSeconds: Double

    /// How much wider the tail is.
    private static let asymmetry = 1.4
    /// Where a peak counts as over, in standard deviations: 0.3 % of its height.
    private static let reach = 3.4

    /// A peak of a width at half height.
    package init(halfHeightWidthSeconds width: Double) {
        // A half Gaussian is sqrt(2 ln 2) standard deviations wide at half height.
        let sum = width / (2 * log(2)).squareRoot()
        frontSeconds = sum / (1 + Self.asymmetry)
        tailSeconds = sum - frontSeconds
    }

    /// Seconds before the apex at which the peak begins.
    package var leadSeconds: Double { Self.reach * frontSeconds }

    /// Seconds after the apex at which the peak is over.
    package var lagSeconds: Double { Self.reach * tailSeconds }

    /// Height as a share of the apex.
    package func height(secondsFromApex seconds: Double) -> Double {
        let deviation = seconds < 0 ? frontSeconds : tailSeconds
        let distance = seconds / deviation
        return abs(distance) > Self.reach ? 0 : exp(-distance * distance / 2)
    }

    /// Area of a peak whose apex is 1, in seconds.
    package var areaSeconds: Double { (Double.pi / 2).squareRoot() * (frontSeconds + tailSeconds) }
}
