import Chemistry

/// Peaks from which one ion after the other is taken away.
struct PeakPool {
    /// m/z in Th, ascending.
    let mz: [Double]
    /// What is left of the intensities, in detector counts.
    private(set) var intensities: [Double]

    /// A peak up to so many times as high as expected belongs to an ion as a whole; of a higher one only what is
    /// expected. Averagine and a peptide differ, and peaks vary, by less.
    private static let sharedFrom = 1.5

    init(mz: [Double], intensities: [Double]) {
        self.mz = mz
        self.intensities = intensities
    }

    /// Takes away what is left of one peak.
    mutating func takePeak(_ peak: Int) { intensities[peak] = 0 }

    /// Takes away the isotope peaks of an ion.
    ///
    /// - Parameters:
    ///   - finder: what the ion was found by.
    ///   - visit: gets the position of each peak and the intensity taken from it, in detector counts.
    mutating func take(_ ion: IsotopeEnvelope, finder: EnvelopeFinder, visit: (_ peak: Int, _ part: Double) -> Void) {
        for isotope in 0..<AveragineTable.isotopeCount {
            let expected = finder.expectedIntensity(of: ion, isotope: isotope)
            guard expected > 0, let peak = peak(at: ion, isotope: isotope, tolerance: finder.parameters.tolerance)
            else {
                continue
            }
            let part = intensities[peak] <= Self.sharedFrom * expected ? intensities[peak] : expected
            intensities[peak] -= part
            visit(peak, part)
        }
    }

    /// Whether something is left one isotope below or above a peak.
    ///
    /// - Complexity: O(log n) for n peaks, and one pass over those in tolerance.
    func hasNeighbour(of peak: Int, charge: Int, tolerance: Tolerance) -> Bool {
        let spacing = ParticleMass.carbon13Shift / Double(charge)
        let half = tolerance.halfWidth(at: mz[peak])
        return [mz[peak] + spacing, mz[peak] - spacing].contains { isAnyLeft(in: $0 - half...$0 + half) }
    }

    private func isAnyLeft(in window: ClosedRange<Double>) -> Bool {
        var peak = SortedMZ.firstIndex(in: mz, notBelow: window.lowerBound)
        while peak < mz.count, mz[peak] <= window.upperBound {
            if intensities[peak] > 0 { return true }
            peak += 1
        }
        return false
    }

    /// The most intense peak at the place of an isotope, in tolerance.
    private func peak(at ion: IsotopeEnvelope, isotope: Int, tolerance: Tolerance) -> Int? {
        let place = ion.monoisotopicMZ + Double(isotope) * ParticleMass.carbon13Shift / Double(ion.charge)
        let half = tolerance.halfWidth(at: place)
        var best: Int?
        var peak = SortedMZ.firstIndex(in: mz, notBelow: place - half)
        while peak < mz.count, mz[peak] <= place + half {
            if intensities[peak] > best.map({ intensities[$0] }) ?? 0 { best = peak }
            peak += 1
        }
        return best
    }
}
