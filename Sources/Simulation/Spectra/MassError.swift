internal import Glibc

/// How far off the instrument is over a run, beyond the scatter of single peaks: a slow swing with the temperature of the
/// room and a drift away from the last calibration.
package struct MassError: Sendable {
    private let largestPPM: Double
    private let gradientSeconds: Double
    private let phase: Double
    private let direction: Double

    /// The error of a run; each run begins elsewhere.
    package init(settings: SimulationSettings, runIndex: Int, gradientSeconds: Double) {
        var stream = RandomStream(seed: settings.seed, .drift, UInt64(runIndex))
        largestPPM = settings.instrument.massDriftPPM
        self.gradientSeconds = gradientSeconds
        phase = stream.uniform(0...(2 * Double.pi))
        direction = stream.happens(0.5) ? 1 : -1
    }

    /// Systematic error at a time in ppm, never larger than the setting.
    package func ppm(atSeconds time: Double) -> Double {
        let place = gradientSeconds > 0 ? time / gradientSeconds : 0
        return largestPPM * (0.5 * direction * (2 * place - 1) + 0.5 * sin(phase + 2 * Double.pi * place))
    }
}
