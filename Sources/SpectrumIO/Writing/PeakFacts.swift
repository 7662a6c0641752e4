internal import SpectrumModel

/// What mzML and mzXML state about the peaks of a spectrum besides the peaks.
struct PeakFacts {
    /// Facts that only a spectrum with peaks has.
    struct Extremes {
        /// m/z in Th of the most intense peak, the first of equals.
        var basePeakMZ: Double
        /// Intensity of that peak in detector counts.
        var basePeakIntensity: Double
        /// Lowest m/z in Th.
        var lowestMZ: Double
        /// Highest m/z in Th.
        var highestMZ: Double
    }

    /// `nil` where there are no peaks.
    var extremes: Extremes?
    /// Sum of the intensities in detector counts.
    var totalIonCurrent: Double = 0

    /// Looks at every peak once, in order, so that equal spectra have equal sums.
    init(of spectrum: Spectrum) {
        guard spectrum.peakCount > 0 else { return }
        var base = 0
        var lowest = spectrum.mz[0]
        var highest = spectrum.mz[0]
        for index in spectrum.mz.indices {
            totalIonCurrent += spectrum.intensities[index]
            if spectrum.intensities[index] > spectrum.intensities[base] { base = index }
            lowest = min(lowest, spectrum.mz[index])
            highest = max(highest, spectrum.mz[index])
        }
        extremes = Extremes(
            basePeakMZ: spectrum.mz[base], basePeakIntensity: spectrum.intensities[base], lowestMZ: lowest,
            highestMZ: highest)
    }
}
