internal import SpectrumModel

/// Counts of the spectra of one MS level.
struct LevelTally: Sendable {
    private var level = SpectrumFileInspection.Level()
    private var peakCounts = PeakCountHistogram()
    private var chromatogram = ChromatogramTally()

    /// Adds a spectrum that was read.
    ///
    /// - Parameter isInChromatogram: whether it counts for the chromatogram of its level.
    mutating func add(_ spectrum: Spectrum, isInChromatogram: Bool) {
        level.spectra += 1
        switch spectrum.signal {
        case .centroid: level.centroid += 1
        case .profile: level.profile += 1
        case .unknown: break
        }
        peakCounts.add(spectrum.peakCount)
        if isInChromatogram, let time = spectrum.retentionTimeSeconds {
            chromatogram.add(timeSeconds: time, current: Self.sum(of: spectrum.intensities))
        }
    }

    /// Adds a spectrum that was set aside.
    mutating func addSetAside() {
        level.spectra += 1
        level.setAside += 1
    }

    /// Adds what came later.
    mutating func merge(_ later: LevelTally) {
        level.spectra += later.level.spectra
        level.centroid += later.level.centroid
        level.profile += later.level.profile
        level.setAside += later.level.setAside
        peakCounts.merge(later.peakCounts)
        chromatogram.merge(later.chromatogram)
    }

    /// Peaks of all spectra.
    var peaks: Int { peakCounts.total }

    /// The counts as they are shown.
    var finding: SpectrumFileInspection.Level {
        var finding = level
        finding.peaks = peakCounts.spread
        return finding
    }

    /// The total ion chromatogram of the level, if its spectra have times.
    func chromatogram(msLevel: Int) -> SpectrumFileInspection.Chromatogram? {
        chromatogram.chromatogram(msLevel: msLevel)
    }

    /// Kernel: four sums side by side, since each addition waits for the one before; the order is always the same.
    private static func sum(of intensities: [Double]) -> Double {
        intensities.withUnsafeBufferPointer { intensities in
            var sums = SIMD4<Double>.zero
            var index = 0
            while index &+ 4 <= intensities.count {
                sums += SIMD4(
                    intensities[index], intensities[index &+ 1], intensities[index &+ 2], intensities[index &+ 3])
                index &+= 4
            }
            var sum = sums.sum()
            while index < intensities.count {
                sum += intensities[index]
                index &+= 1
            }
            return sum
        }
    }
}
