/// Borrowed memory that a scan writes the peaks of a spectrum to; it must not outlive its pointers.
struct PeakBuffers {
    /// Peaks written.
    private(set) var count = 0
    private let apexes: UnsafeMutableBufferPointer<Double>
    private let heights: UnsafeMutableBufferPointer<Double>
    private let areas: UnsafeMutableBufferPointer<Double>

    /// - Parameter memory: Room for three numbers for each peak.
    init(memory: UnsafeMutableBufferPointer<Double>) {
        let capacity = memory.count / 3
        apexes = UnsafeMutableBufferPointer(rebasing: memory[..<capacity])
        heights = UnsafeMutableBufferPointer(rebasing: memory[capacity..<2 * capacity])
        areas = UnsafeMutableBufferPointer(rebasing: memory[2 * capacity..<3 * capacity])
    }

    /// Adds a peak that lies above those before it.
    mutating func append(mz: Double, height: Double, area: Double) {
        apexes[count] = mz
        heights[count] = height
        areas[count] = area
        count += 1
    }

    /// The first `count` peaks as arrays of their own, without those below the noise, if one is asked for.
    func peaks(_ count: Int, parameters: CentroidingParameters) -> CentroidedPeaks {
        let values = parameters.intensity == .height ? heights : areas
        let mz = Array(apexes[..<count])
        guard parameters.signalToNoise > 0 else {
            return CentroidedPeaks(mz: mz, intensities: Array(values[..<count]))
        }
        let noise = NoiseLevels(mz: mz, heights: Array(heights[..<count]))
        let kept = (0..<count).filter {
            noise.signalToNoise(mz: mz[$0], height: heights[$0]) >= parameters.signalToNoise
        }
        return CentroidedPeaks(mz: kept.map { mz[$0] }, intensities: kept.map { values[$0] })
    }
}
