import Chemistry

/// Bins in which the fragments lie that peaks of a spectrum can match: for each charge, runs that do not touch each other.
///
/// A fragment in a run of its charge is near some peak: it is counted once, however many peaks are near. No fragment
/// that matches is outside.
struct FragmentRuns {
    /// First and last bin of one run.
    typealias Run = (first: UInt32, last: UInt32)

    private(set) var runs: [Run] = []
    private let bins: FragmentBins
    private let tolerance: ToleranceRange

    /// Far above rounding, far below any tolerance, in Th.
    private static let slack = 1e-9

    init(bins: FragmentBins, tolerance: Tolerance) {
        self.bins = bins
        self.tolerance = ToleranceRange(tolerance)
    }

    /// Replaces the runs by those of a spectrum, for fragments of charge 1 up to the given one.
    mutating func load(_ spectrum: PreparedSpectrum, maximumCharge: Int) {
        runs.removeAll(keepingCapacity: true)
        for charge in 1...maximumCharge { append(spectrum.mz, charge: charge) }
    }

    private mutating func append(_ peaks: [Double], charge: Int) {
        let begin = runs.count
        for mz in peaks {
            let fragments = tolerance.calculatedWindow(forObserved: mz)
            let first = bin(ofMZ: fragments.lowerBound - Self.slack, charge: charge)
            let last = bin(ofMZ: fragments.upperBound + Self.slack, charge: charge)
            if runs.count > begin, first <= runs[runs.count - 1].last {
                runs[runs.count - 1].last = max(last, runs[runs.count - 1].last)
            } else {
                runs.append((first, last))
            }
        }
    }

    private func bin(ofMZ mz: Double, charge: Int) -> UInt32 {
        UInt32(bins.bin(of: (mz - ParticleMass.proton) * Double(charge)))
    }
}
