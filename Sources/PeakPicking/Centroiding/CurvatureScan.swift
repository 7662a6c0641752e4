import Glibc

/// The one pass over the curvature of time-of-flight signal that finds its peaks.
///
/// Every maximum of the curvature is a peak. One that stands alone has the apex of a Gaussian through the smoothed
/// signal; one with others within reach the apex of the curvature, which the others move less. Its height is that of
/// the signal itself at the apex.
struct CurvatureScan {
    private let signal: CurvatureSignal
    private let mz: UnsafeBufferPointer<Double>
    private let samples: UnsafeBufferPointer<Double>
    private let curvature: UnsafeBufferPointer<Double>
    private let parameters: CentroidingParameters
    private var output: PeakBuffers

    /// Least curvature of a peak, by that of a peak as high as its samples: a wide hump bends less, and so does what
    /// rounding leaves of a level signal.
    private static let leastShare = 0.01
    /// The vertex of a Gaussian at least 2.5 samples wide is within this multiple of its highest sample.
    private static let largestRise = 1.125

    init(signal: CurvatureSignal, parameters: CentroidingParameters, output: PeakBuffers) {
        self.signal = signal
        mz = signal.mz
        samples = signal.samples
        curvature = signal.curvature
        self.parameters = parameters
        self.output = output
    }

    /// Finds the peaks and returns their number.
    mutating func run() -> Int {
        guard mz.count > 2 else { return 0 }
        // A maximum is written when the next one is known.
        var earlier = -mz.count
        var current: Int?
        for position in 1..<mz.count - 1 where isPeak(position) {
            if let found = current {
                write(found, after: earlier, before: position)
                earlier = found
            }
            current = position
        }
        if let current { write(current, after: earlier, before: 2 * mz.count) }
        return output.count
    }

    private func isPeak(_ position: Int) -> Bool {
        let value = curvature[position]
        guard value > 0, value > curvature[position - 1], value >= curvature[position + 1] else { return false }
        let top = highest(around: position)
        return top > 0 && value >= Self.leastShare * signal.response(at: position) * top
    }

    private func highest(around position: Int) -> Double {
        max(samples[position - 1], samples[position], samples[position + 1])
    }

    /// Writes the peak of a maximum between two others. Its samples are those nearer to it than to these, and in reach.
    private mutating func write(_ position: Int, after earlier: Int, before later: Int) {
        let reach = signal.reach(at: position)
        let first = max((earlier + position) / 2 + 1, position - reach, 0)
        let last = min((position + later) / 2, position + reach, mz.count - 1)
        let part = first..<last + 1
        guard isWideEnough(part) else { return }
        let isAlone = min(position - earlier, later - position) > reach
        let offset = (isAlone ? smoothedApex(at: position) : nil) ?? curvatureApex(at: position)
        let height = height(at: position, offset: offset)
        guard height >= parameters.minimumIntensity else { return }
        let neighbour = offset < 0 ? mz[position] - mz[position - 1] : mz[position + 1] - mz[position]
        output.append(
            mz: mz[position] + offset * neighbour, height: height,
            area: parameters.intensity == .area ? area(of: part) : 0)
    }

    private func isWideEnough(_ part: Range<Int>) -> Bool {
        guard parameters.minimumSamples > 1 else { return true }
        return part.count { samples[$0] > 0 } >= parameters.minimumSamples
    }

    private func area(of part: Range<Int>) -> Double {
        var sum = 0.0
        for position in part { sum += samples[position] }
        return min(sum, .greatestFiniteMagnitude)
    }

    /// Distance in samples of the vertex of the parabola through the curvature; its logarithms would do no better.
    private func curvatureApex(at position: Int) -> Double {
        let left = curvature[position] - curvature[position - 1]
        let right = curvature[position] - curvature[position + 1]
        return (left - right) / (2 * (left + right))
    }

    /// Distance of the apex of the smoothed signal in samples; `nil` where it has no maximum at the position.
    private func smoothedApex(at position: Int) -> Double? {
        let filter = signal.filter(at: position)
        let left = smoothed(at: position - 1, filter)
        let top = smoothed(at: position, filter)
        let right = smoothed(at: position + 1, filter)
        guard top > left, top >= right else { return nil }
        return ApexFit(left: left / top, right: right / top, leftDistance: 1, rightDistance: 1).offset
    }

    private func smoothed(at position: Int, _ filter: CurvatureFilter) -> Double {
        let first = position - filter.reach
        guard first >= 0, position + filter.reach < samples.count else { return 0 }
        var sum = 0.0
        for (tap, factor) in filter.smoothing.enumerated() { sum += factor * samples[first + tap] }
        return sum
    }

    /// The signal between samples: the parabola through the logarithms of three, as for a Gaussian.
    private func height(at position: Int, offset: Double) -> Double {
        let top = highest(around: position)
        let left = log(samples[position - 1] / samples[position])
        let right = log(samples[position + 1] / samples[position])
        let rise = offset * (right - left) / 2 + offset * offset * (left + right) / 2
        let height = samples[position] * exp(rise)
        guard height.isFinite, height > 0 else { return top }
        return min(height, top * Self.largestRise, .greatestFiniteMagnitude)
    }
}
