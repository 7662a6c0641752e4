/// How far apart neighbouring samples are where none was left out, along a spectrum.
///
/// The spacing of every instrument changes with m/z (in proportion to its square root in TOF, its power 3/2 in
/// Orbitrap, its square in FT-ICR) and by less than a few percent within a block of 32 samples. The lower quartile of a
/// block's distances is the spacing there as long as at least a quarter of them lies within peaks.
struct SampleSpacing {
    /// Distances in a block.
    private static let blockSize = 32

    private let mz: UnsafeBufferPointer<Double>
    private let gapFactor: Double
    private let maximumSpacing: Double
    private var block = -1
    private var largestInBlock = 0.0

    /// - Parameter mz: m/z in Th, strictly ascending; must outlive this value.
    init(mz: UnsafeBufferPointer<Double>, parameters: CentroidingParameters) {
        self.mz = mz
        gapFactor = parameters.gapFactor
        maximumSpacing = parameters.maximumSpacing
    }

    /// Whether samples of zero were left out between a sample and the next one.
    ///
    /// - Complexity: O(1) on average where positions ascend.
    mutating func hasGap(after position: Int) -> Bool {
        if position / Self.blockSize != block {
            block = position / Self.blockSize
            largestInBlock = min(gapFactor * lowerQuartile(ofBlock: block), maximumSpacing)
        }
        return mz[position + 1] - mz[position] > largestInBlock
    }

    /// Blocks of distances, the last one of which may be short.
    var blockCount: Int { (mz.count - 1 + Self.blockSize - 1) / Self.blockSize }

    /// The first sample of a block.
    func firstPosition(ofBlock block: Int) -> Int { block * Self.blockSize }

    /// The distance in Th between neighbouring samples in a block.
    func distance(inBlock block: Int) -> Double { lowerQuartile(ofBlock: block) }

    private func lowerQuartile(ofBlock block: Int) -> Double {
        // The last block reaches back so that it too is a full one where the spectrum is long enough.
        let end = min((block + 1) * Self.blockSize, mz.count - 1)
        let start = max(0, min(block * Self.blockSize, end - Self.blockSize))
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.blockSize) { sorted in
            for position in start..<end {
                insert(mz[position + 1] - mz[position], into: sorted, count: position - start)
            }
            return sorted[(end - start - 1) / 4]
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
