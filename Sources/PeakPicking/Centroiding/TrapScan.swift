/// The one pass over ion trap signal that finds its peaks.
///
/// The smoothed signal is parted at its minima; the samples of each part make a peak. Its m/z is the centre of mass of
/// those at least half as high as the highest: with few ions on each of five samples they tell more about its place than
/// the three highest alone, and lower ones belong to the flanks of other peaks as often. Against the vendor's centroids
/// of an LTQ FT this is 52 ppm off (half of the peaks), with all samples 58.
struct TrapScan {
    private let mz: UnsafeBufferPointer<Double>
    private let samples: UnsafeBufferPointer<Double>
    private let smoothed: UnsafeBufferPointer<Double>
    private let parameters: CentroidingParameters
    private var output: PeakBuffers

    /// Least height of the samples that tell the place of a peak, as a share of the highest. With 0.4 and 0.6 half of the
    /// peaks are 54 ppm off.
    private static let leastShare = 0.5

    init(
        mz: UnsafeBufferPointer<Double>, samples: UnsafeBufferPointer<Double>, smoothed: UnsafeBufferPointer<Double>,
        parameters: CentroidingParameters, output: PeakBuffers
    ) {
        self.mz = mz
        self.samples = samples
        self.smoothed = smoothed
        self.parameters = parameters
        self.output = output
    }

    /// Finds the peaks and returns their number.
    mutating func run() -> Int {
        var start = 0
        while start < smoothed.count {
            let end = endOfPart(from: start)
            write(start..<end)
            start = end
        }
        return output.count
    }

    /// End of a part: up its rising flank, and down the falling one. The lowest sample of a valley goes to the left.
    private func endOfPart(from start: Int) -> Int {
        var end = start + 1
        while end < smoothed.count && smoothed[end] >= smoothed[end - 1] { end += 1 }
        while end < smoothed.count && smoothed[end] <= smoothed[end - 1] { end += 1 }
        return end
    }

    private mutating func write(_ part: Range<Int>) {
        var first = part.lowerBound
        var last = part.upperBound - 1
        while first < last && samples[first] == 0 { first += 1 }
        while last > first && samples[last] == 0 { last -= 1 }
        var height = 0.0
        var width = 0
        for position in first...last where samples[position] > 0 {
            height = max(height, samples[position])
            width += 1
        }
        guard height > 0, height >= parameters.minimumIntensity, width >= parameters.minimumSamples else { return }
        var sum = 0.0
        var weight = 0.0
        var moment = 0.0
        for position in first...last {
            let share = samples[position] / height
            sum += share
            guard share >= Self.leastShare else { continue }
            weight += share
            moment += share * (mz[position] - mz[first])
        }
        let centre = min(mz[first] + moment / weight, mz[last])
        output.append(mz: centre, height: height, area: min(sum * height, .greatestFiniteMagnitude))
    }
}
