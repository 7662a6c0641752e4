/// A window that moves along the peaks of a spectrum and tells the lower quartile of their heights.
struct NoiseWindow {
    private let mz: [Double]
    private let heights: [Double]
    private let scratch: UnsafeMutableBufferPointer<Double>
    private var start = 0
    private var end = 0

    /// - Parameters:
    ///   - mz: m/z in Th, strictly ascending.
    ///   - heights: Finite heights from 0; at least ``NoiseLevels/fewestPeaks`` are above 0.
    ///   - scratch: Room for as many heights as there are; must outlive this value.
    init(mz: [Double], heights: [Double], scratch: UnsafeMutableBufferPointer<Double>) {
        self.mz = mz
        self.heights = heights
        self.scratch = scratch
    }

    /// The lower quartile of the heights around a place, which must not lie before that of the call before.
    mutating func lowerQuartile(around middle: Double, halfWidth: Double) -> Double {
        while start < mz.count && mz[start] < middle - halfWidth { start += 1 }
        end = max(end, start)
        while end < mz.count && mz[end] <= middle + halfWidth { end += 1 }

        var count = 0
        for position in start..<end where heights[position] > 0 {
            scratch[count] = heights[position]
            count += 1
        }
        count = fill(from: count, around: middle)
        return Selection.element(ofRank: (count - 1) / 4, in: scratch, count: count)
    }

    /// Takes the nearest peaks outside the window until there are enough.
    private func fill(from found: Int, around middle: Double) -> Int {
        var count = found
        var left = start - 1
        var right = end
        while count < NoiseLevels.fewestPeaks && (left >= 0 || right < mz.count) {
            let takesLeft = right >= mz.count || (left >= 0 && middle - mz[left] <= mz[right] - middle)
            let position = takesLeft ? left : right
            if takesLeft { left -= 1 } else { right += 1 }
            guard heights[position] > 0 else { continue }
            scratch[count] = heights[position]
            count += 1
        }
        return count
    }
}
