/// How far apart neighbouring samples are where none was left out, along a spectrum.
///
/// The spacing of every instrument changes with m/z (in proportion to its square root in TOF, its power 3/2 in
/// Orbitrap, its square in FT-ICR) and by less than a few percent within most blocks of 32 samples. The lower quartile of
/// a block's distances is the spacing there as long as at least a quarter of them lies within peaks. Where few peaks are
/// left of a spectrum, a block spans much of its m/z, and only the distances near a place tell the spacing there.
struct SampleSpacing {
    /// Distances in a block.
    private static let blockSize = 32
    /// How far below and above a place distances are looked at, as factors of m/z: between these the spacing grows by a
    /// third at most, so that neighbouring samples at the upper end are no gap by the distances at the lower one.
    private static let reach = (below: 1.05, above: 1.1)

    private let mz: UnsafeBufferPointer<Double>
    private let gapFactor: Double
    private let maximumSpacing: Double
    /// Up to which position and m/z the distance of neighbouring samples holds.
    private var holds = (position: -1, mz: 0.0)
    private var localDistance = 0.0

    /// - Parameter mz: m/z in Th, strictly ascending; must outlive this value.
    init(mz: UnsafeBufferPointer<Double>, parameters: CentroidingParameters) {
        self.mz = mz
        gapFactor = parameters.gapFactor
        maximumSpacing = parameters.maximumSpacing
    }

    /// Whether samples of zero were left out between a sample and the next one; asked for ascending positions.
    ///
    /// - Complexity: O(1) on average.
    mutating func hasGap(after position: Int) -> Bool {
        mz[position + 1] - mz[position] > min(gapFactor * distance(at: position), maximumSpacing)
    }

    /// How many samples of zero were left out there, and the distance in Th of samples; asked for ascending positions.
    mutating func gap(after position: Int) -> (missing: Int, distance: Double) {
        guard hasGap(after: position) else { return (0, localDistance) }
        let steps = min((mz[position + 1] - mz[position]) / localDistance, 1e6)
        return (max(1, Int(steps.rounded()) - 1), localDistance)
    }

    private mutating func distance(at position: Int) -> Double {
        if position > holds.position || mz[position] > holds.mz {
            let distances = distances(ofBlock: position / Self.blockSize)
            let near = mz[position] / Self.reach.below...mz[position] * Self.reach.above
            holds = ((position / Self.blockSize + 1) * Self.blockSize - 1, near.upperBound)
            localDistance = lowerQuartile(of: distances, startingIn: near)
        }
        return localDistance
    }

    /// Blocks of distances, the last one of which may be short.
    var blockCount: Int { (mz.count - 1 + Self.blockSize - 1) / Self.blockSize }

    /// The first sample of a block.
    func firstPosition(ofBlock block: Int) -> Int { block * Self.blockSize }

    /// The distance in Th between neighbouring samples in a block.
    func distance(inBlock block: Int) -> Double {
        lowerQuartile(of: distances(ofBlock: block), startingIn: -.infinity ... .infinity)
    }

    /// The distances of a block by their lower samples. The last block reaches back so that it too is a full one where
    /// the spectrum is long enough.
    private func distances(ofBlock block: Int) -> Range<Int> {
        let end = min((block + 1) * Self.blockSize, mz.count - 1)
        return max(0, min(block * Self.blockSize, end - Self.blockSize))..<end
    }

    /// The lower quartile of those distances whose lower samples lie in a range, of which there is at least one.
    private func lowerQuartile(of distances: Range<Int>, startingIn range: ClosedRange<Double>) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.blockSize) { sorted in
            var count = 0
            for position in distances where range.contains(mz[position]) {
                insert(mz[position + 1] - mz[position], into: sorted, count: count)
                count += 1
            }
            return sorted[(count - 1) / 4]
        }
    }

    private func insert(_ value: Double, into sorted: UnsafeMutableBufferPointer<Double>, count: Int) {
        var place = count
        while place > 0 && sorted[place - 1] > value {
            sorted[place] = sorted[place - 1]
            place -= 1
        }
        sorted[place] = value
    }
}
