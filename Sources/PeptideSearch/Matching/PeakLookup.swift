import Chemistry

/// Answers "which peak lies at this m/z?" in constant time for one spectrum after another.
///
/// The m/z axis is cut into bins; each bin names the first peak whose tolerance window touches it. A calculated fragment
/// looks into one bin, and only where it finds a peak there are distances compared exactly. The bins of a spectrum up to
/// 2,000 Th take 200 kB, which stay in the second-level cache while hundreds of candidates pass.
///
/// The memory is the object's own and is used again for the next spectrum; a lookup belongs to one worker.
final class PeakLookup {
    private let tolerance: Tolerance
    private let binsPerTh: Double
    /// No fragment is heavier, in Th; peaks beyond are not looked at, whatever a damaged file says their m/z is.
    private let heaviestFragment: Double
    /// Number of the first peak near each bin plus 1; 0 where there is none.
    private var bins = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private let mz = UnsafeMutableBufferPointer<Double>.allocate(capacity: SearchParameters.peakLimit)
    private let intensities = UnsafeMutableBufferPointer<Double>.allocate(capacity: SearchParameters.peakLimit)
    private let intense = UnsafeMutableBufferPointer<Bool>.allocate(capacity: SearchParameters.peakLimit)
    private var count = 0

    /// Creates a lookup without peaks.
    ///
    /// - Parameters:
    ///   - tolerance: how far a peak may be from the calculated fragment.
    ///   - heaviestFragment: upper limit of the m/z that will be asked for, in Th.
    init(tolerance: Tolerance, heaviestFragment: Double) {
        self.tolerance = tolerance
        self.heaviestFragment = heaviestFragment
        // Bins much finer than the tolerance cost filling time, much coarser ones cause needless exact comparisons.
        binsPerTh = 1 / max(0.01, tolerance.halfWidth(at: 500) / 4)
    }

    deinit {
        bins.deallocate()
        mz.deallocate()
        intensities.deallocate()
        intense.deallocate()
    }

    /// Replaces the spectrum.
    ///
    /// - Precondition: the spectrum has at most ``SearchParameters/peakLimit`` peaks, with positive finite m/z.
    func load(_ spectrum: PreparedSpectrum) {
        precondition(spectrum.count <= SearchParameters.peakLimit, "A bin numbers peaks by one byte.")
        forgetPeaks()
        let heaviestPeak = tolerance.window(around: heaviestFragment).upperBound
        count = spectrum.mz.firstIndex { $0 > heaviestPeak } ?? spectrum.count
        makeRoom(upTo: count > 0 ? spectrum.mz[count - 1] : 0)
        range = (0, -1)
        if count > 0 {
            let window = ToleranceRange(tolerance)
            range = (
                // Below 0 there are no bins; a peak at 0.1 Th with a tolerance of 0.5 Da would reach there.
                max(0, window.calculatedWindow(forObserved: spectrum.mz[0]).lowerBound),
                window.calculatedWindow(forObserved: spectrum.mz[count - 1]).upperBound
            )
        }
        for number in 0..<count {
            mz[number] = spectrum.mz[number]
            intensities[number] = spectrum.intensities[number]
            intense[number] = spectrum.isIntense[number]
            for bin in binsTouched(by: mz[number]) where bins[bin] == 0 { bins[bin] = UInt8(number + 1) }
        }
    }

    /// The m/z in Th between which a fragment can be in tolerance of a peak; empty where there is none.
    private(set) var range: (lowerBound: Double, upperBound: Double) = (0, -1)

    /// m/z of a peak, in Th.
    @inline(__always) func mz(ofPeak peak: Int) -> Double { mz[peak] }

    /// Intensity of a peak, with the base peak at 100.
    @inline(__always) func intensity(ofPeak peak: Int) -> Double { intensities[peak] }

    /// Whether a peak is one of the more intense ones of its spectrum.
    @inline(__always) func isIntense(_ peak: Int) -> Bool { intense[peak] }

    /// Number of the most intense peak within tolerance of a calculated m/z inside ``range``; -1 where there is none.
    ///
    /// Kernel. Bounds: an m/z inside the range has a bin, since the last peak's touched bins were made room for; a bin
    /// names a peak below `count`.
    @inline(__always) func mostIntensePeak(at calculated: Double) -> Int {
        let first = bins[Int(calculated * binsPerTh)]
        if first == 0 { return -1 }
        let width = tolerance.halfWidth(at: calculated)
        let (lowest, highest) = (calculated - width, calculated + width)
        var best = -1
        var peak = Int(first) &- 1
        while peak < count, mz[peak] <= highest {
            if mz[peak] >= lowest, best < 0 || intensities[peak] > intensities[best] { best = peak }
            peak &+= 1
        }
        return best
    }

    private func forgetPeaks() {
        for number in 0..<count {
            for bin in binsTouched(by: mz[number]) { bins[bin] = 0 }
        }
        count = 0
    }

    private func makeRoom(upTo heaviest: Double) {
        let needed = binsTouched(by: heaviest).upperBound + 1
        guard needed > bins.count else { return }
        bins.deallocate()
        bins = .allocate(capacity: needed)
        bins.initialize(repeating: 0)
    }

    /// Bins that hold every fragment the peak is in tolerance of. Tolerances in ppm are of the fragment, so that the
    /// reach of a peak is a little wider than the tolerance at its own m/z.
    private func binsTouched(by mz: Double) -> ClosedRange<Int> {
        let fragments = ToleranceRange(tolerance).calculatedWindow(forObserved: mz)
        let first = max(0, fragments.lowerBound - Self.slack)
        let last = fragments.upperBound + Self.slack
        return Int(first * binsPerTh)...Int(last * binsPerTh)
    }

    /// Far above rounding, far below any tolerance, in Th.
    private static let slack = 1e-9
}
