/// The noise of one spectrum along m/z: the height below which a quarter of the peaks stay.
///
/// In windows of ``windowWidth``, half overlapping, the lower quartile of the heights of the peaks there is the noise
/// in the middle; between the middles it is interpolated. Where a window holds fewer than ``fewestPeaks``, it takes
/// that many of the nearest. The unit is that of the heights.
///
/// Peaks are asked rather than samples, so that one definition serves profiles with and without their zeros and spectra
/// that came centroided. Noise has many low peaks: with none to half of the peaks real, the lower quartile of all lies
/// between the lower quartile and the median of the noise. Vendors cut the lowest peaks off; what is measured then is
/// the height they cut at, from which on peaks were worth keeping. In fragment spectra of few, real peaks this is not
/// noise but the height of the lesser peaks.
public struct NoiseLevels: Sendable, Hashable {
    /// Width of a window in Th, wider where a spectrum spans more than 50,000 Th.
    public static let windowWidth = 100.0
    /// Fewest peaks that tell noise. In a spectrum of fewer it is not known, and stated as 0.
    public static let fewestPeaks = 20

    /// m/z of the first node in Th, and the distance of the nodes.
    private var firstNode = 0.0
    private var nodeDistance = windowWidth / 2
    /// Noise at the nodes; empty where it is not known.
    private var levels: [Double] = []

    /// Measures the noise among peaks.
    ///
    /// Peaks out of order, and such as are not positive finite numbers, are treated as by ``Centroider``.
    ///
    /// - Parameters:
    ///   - mz: m/z of the peaks in Th.
    ///   - heights: Their heights in detector counts.
    /// - Precondition: `mz` and `heights` have equal length.
    /// - Complexity: O(n) on average for ascending m/z, O(n log n) otherwise.
    public init(mz: [Double], heights: [Double]) {
        precondition(mz.count == heights.count, "A peak has an m/z and a height.")
        let peaks = ProfileSamples(mz: mz, intensities: heights)
        self.init(sortedMZ: peaks.mz, heights: peaks.intensities)
    }

    /// Whether the spectrum has enough peaks to tell its noise.
    public var isKnown: Bool { !levels.isEmpty }

    /// The noise at an m/z in the unit of the heights; 0 where it is not known. Beyond the outermost peaks it is that of
    /// the outermost nodes.
    public func level(at mz: Double) -> Double {
        guard let last = levels.last else { return 0 }
        let place = (mz - firstNode) / nodeDistance
        guard place > 0 else { return levels[0] }
        guard place < Double(levels.count - 1) else { return last }
        let node = Int(place)
        return levels[node] + (levels[node + 1] - levels[node]) * (place - Double(node))
    }

    /// Height over noise; infinite where the noise is not known, so that nothing is taken for noise unseen.
    public func signalToNoise(mz: Double, height: Double) -> Double {
        let level = level(at: mz)
        return level > 0 ? height / level : .infinity
    }

    /// Height over noise of each peak, parallel to the peaks.
    ///
    /// - Precondition: `mz` and `heights` have equal length.
    public func signalToNoise(mz: [Double], heights: [Double]) -> [Double] {
        precondition(mz.count == heights.count, "A peak has an m/z and a height.")
        return mz.indices.map { signalToNoise(mz: mz[$0], height: heights[$0]) }
    }
}

extension NoiseLevels {
    /// A spectrum of damaged m/z may span anything; more nodes than this are not worth their time.
    private static let mostNodes = 1000.0

    /// - Parameters:
    ///   - sortedMZ: m/z in strictly ascending order.
    ///   - heights: Finite heights from 0; zeros are no peaks.
    private init(sortedMZ mz: [Double], heights: [Double]) {
        guard heights.lazy.filter({ $0 > 0 }).count >= Self.fewestPeaks, let first = mz.first, let last = mz.last else {
            return
        }
        firstNode = first
        nodeDistance = max(Self.windowWidth / 2, (last - first) / (Self.mostNodes - 1))
        let nodes = Int((last - first) / nodeDistance) + 1
        levels.reserveCapacity(nodes)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: mz.count) { scratch in
            var window = NoiseWindow(mz: mz, heights: heights, scratch: scratch)
            for node in 0..<nodes {
                let middle = firstNode + Double(node) * nodeDistance
                levels.append(window.lowerQuartile(around: middle, halfWidth: nodeDistance))
            }
        }
    }
}
