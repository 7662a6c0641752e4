/// The one pass over the samples of a spectrum that finds its peaks.
///
/// Works on borrowed memory and allocates nothing for a sample or a peak; it must not outlive its pointers.
struct PeakScan {
    private let mz: UnsafeBufferPointer<Double>
    private let intensities: UnsafeBufferPointer<Double>
    private let parameters: CentroidingParameters
    private let isGaussian: Bool
    private var output: PeakBuffers
    private var spacing: SampleSpacing

    /// - Parameters:
    ///   - mz: m/z of the samples in Th, strictly ascending.
    ///   - intensities: Their intensities, finite and not negative.
    ///   - isGaussian: Whether the tops of peaks are Gaussians or parabolas.
    ///   - spacing: Tells gaps between the samples.
    ///   - output: Room for as many peaks as there are samples.
    init(
        mz: UnsafeBufferPointer<Double>, intensities: UnsafeBufferPointer<Double>, parameters: CentroidingParameters,
        isGaussian: Bool, spacing: SampleSpacing, output: PeakBuffers
    ) {
        self.mz = mz
        self.intensities = intensities
        self.parameters = parameters
        self.isGaussian = isGaussian
        self.spacing = spacing
        self.output = output
    }

    /// Finds the peaks and returns their number.
    mutating func run() -> Int {
        var position = 0
        while position < mz.count {
            guard intensities[position] > 0 else {
                position += 1
                continue
            }
            let stretch = position..<endOfStretch(from: position)
            findPeaks(in: stretch)
            position = stretch.upperBound
        }
        return output.count
    }

    /// End of the samples above zero with none left out between them.
    private mutating func endOfStretch(from start: Int) -> Int {
        var end = start + 1
        while end < mz.count && intensities[end] > 0 && !spacing.hasGap(after: end - 1) { end += 1 }
        return end
    }

    /// Parts a stretch at its valleys and writes the highest maximum of each part.
    private mutating func findPeaks(in stretch: Range<Int>) {
        var best: Range<Int>?
        var partStart = stretch.lowerBound
        var valley = stretch.lowerBound
        var position = stretch.lowerBound
        while position < stretch.upperBound {
            let plateau = position..<endOfPlateau(from: position, in: stretch)
            position = plateau.upperBound
            if intensities[plateau.lowerBound] <= intensities[valley] { valley = plateau.lowerBound }
            guard isMaximum(plateau, in: stretch) else { continue }

            if let earlier = best {
                if parts(valley: valley, earlier.lowerBound, plateau.lowerBound) {
                    write(top: earlier, part: partStart..<valley + 1, in: stretch)
                    partStart = valley
                } else if intensities[plateau.lowerBound] <= intensities[earlier.lowerBound] {
                    // A ripple beside a higher maximum: that one stays, and so does its lowest sample since.
                    continue
                }
            }
            best = plateau
            valley = plateau.lowerBound
        }
        if let best { write(top: best, part: partStart..<stretch.upperBound, in: stretch) }
    }

    private func endOfPlateau(from start: Int, in stretch: Range<Int>) -> Int {
        var end = start + 1
        while end < stretch.upperBound && intensities[end] == intensities[start] { end += 1 }
        return end
    }

    private func isMaximum(_ plateau: Range<Int>, in stretch: Range<Int>) -> Bool {
        let height = intensities[plateau.lowerBound]
        let rises = plateau.lowerBound == stretch.lowerBound || intensities[plateau.lowerBound - 1] < height
        let falls = plateau.upperBound == stretch.upperBound || intensities[plateau.upperBound] < height
        return rises && falls
    }

    private func parts(valley: Int, _ earlier: Int, _ later: Int) -> Bool {
        intensities[valley] <= parameters.valleyShare * min(intensities[earlier], intensities[later])
    }

    private mutating func write(top: Range<Int>, part: Range<Int>, in stretch: Range<Int>) {
        guard part.count >= parameters.minimumSamples else { return }
        let peak = top.count == 1 ? apex(at: top.lowerBound, in: stretch) : middle(of: top)
        guard peak.height >= parameters.minimumIntensity else { return }
        let area = parameters.intensity == .area ? area(of: part, in: stretch) : 0
        output.append(mz: peak.mz, height: peak.height, area: area)
    }

    /// The sum of the samples; one in a valley belongs half to the peak on either side.
    private func area(of part: Range<Int>, in stretch: Range<Int>) -> Double {
        var sum = 0.0
        for position in part { sum += intensities[position] }
        if part.lowerBound > stretch.lowerBound { sum -= intensities[part.lowerBound] / 2 }
        if part.upperBound < stretch.upperBound { sum -= intensities[part.upperBound - 1] / 2 }
        return min(sum, .greatestFiniteMagnitude)
    }

    private func middle(of plateau: Range<Int>) -> (mz: Double, height: Double) {
        let first = mz[plateau.lowerBound]
        return (first + (mz[plateau.upperBound - 1] - first) / 2, intensities[plateau.lowerBound])
    }

    /// The fitted apex; a neighbour outside the stretch is a zero as far away as the neighbour on the other side.
    private func apex(at position: Int, in stretch: Range<Int>) -> (mz: Double, height: Double) {
        let height = intensities[position]
        let hasLeft = position > stretch.lowerBound
        let hasRight = position + 1 < stretch.upperBound
        guard hasLeft || hasRight else { return (mz[position], height) }

        let left = hasLeft ? intensities[position - 1] / height : 0
        let right = hasRight ? intensities[position + 1] / height : 0
        let leftDistance = hasLeft ? mz[position] - mz[position - 1] : mz[position + 1] - mz[position]
        let rightDistance = hasRight ? mz[position + 1] - mz[position] : leftDistance
        let fit = ApexFit(
            left: left, right: right, leftDistance: leftDistance, rightDistance: rightDistance, isGaussian: isGaussian)
        return (mz[position] + fit.offset, min(height * fit.relativeHeight, .greatestFiniteMagnitude))
    }
}
