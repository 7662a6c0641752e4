public import Chemistry
public import SpectrumModel

/// Puts one peak of charge 1 in the place of each isotope envelope of a fragment spectrum.
///
/// Beginning with the most intense peak, the best envelope that a peak belongs to is taken away (``EnvelopeFinder``) and
/// all its intensity goes to its monoisotopic peak, moved to the m/z it would have with charge 1. Peaks that belong to no
/// envelope stay as they are: of an ion of low intensity only one isotope is seen, and its charge is not known.
public struct FragmentDeisotoper: Sendable {
    private var finder: EnvelopeFinder

    /// Creates a deisotoper.
    ///
    /// - Parameter tolerance: how far an isotope peak may be from its place.
    public init(tolerance: Tolerance = .ppm(10)) {
        finder = EnvelopeFinder(
            parameters: EnvelopeParameters(charges: 1...Self.highestCharge, tolerance: tolerance, minimumFit: Self.fit))
    }

    private static let highestCharge = 4
    /// Lowest fit of a fragment's envelope. It is stricter than in survey spectra, where there are several to add up.
    private static let fit = 0.8

    /// The spectrum with its envelopes collapsed, m/z ascending.
    ///
    /// - Parameters:
    ///   - spectrum: a centroided spectrum, m/z ascending.
    ///   - maximumCharge: highest charge of a fragment, mostly that of the precursor.
    /// - Complexity: O(n log n) for n peaks, as long as few of them are within tolerance of one another.
    public mutating func collapse(_ spectrum: Spectrum, maximumCharge: Int) -> Spectrum {
        var pool = PeakPool(mz: spectrum.mz, intensities: spectrum.intensities)
        var peaks: [(mz: Double, intensity: Double)] = []
        peaks.reserveCapacity(spectrum.peakCount)
        let charges = 1...max(1, min(maximumCharge, Self.highestCharge))
        let order = spectrum.intensities.indices.sorted { one, other in
            (spectrum.intensities[other], one) < (spectrum.intensities[one], other)
        }
        for peak in order where pool.intensities[peak] > 0 {
            let own = pool.intensities[peak]
            let ion = ion(at: peak, in: pool, charges: charges)
            pool.takePeak(peak)
            guard let ion else {
                peaks.append((spectrum.mz[peak], own))
                continue
            }
            var sum = own
            pool.take(ion, finder: finder) { sum += $1 }
            let mass = MassToCharge.neutralMass(ofMZ: ion.monoisotopicMZ, charge: ion.charge)
            peaks.append((MassToCharge.mz(ofNeutralMass: mass, charge: 1), sum))
        }
        peaks.sort { ($0.mz, $0.intensity) < ($1.mz, $1.intensity) }
        var collapsed = spectrum
        collapsed.replacePeaks(mz: peaks.map(\.mz), intensities: peaks.map(\.intensity))
        return collapsed
    }

    /// The ion that a peak belongs to with others that are left; `nil` where it stands alone.
    private mutating func ion(at peak: Int, in pool: PeakPool, charges: ClosedRange<Int>) -> IsotopeEnvelope? {
        // Most peaks have no neighbour at the distance of isotopes, which is told at once.
        let tolerance = finder.parameters.tolerance
        guard let lowest = charges.first(where: { pool.hasNeighbour(of: peak, charge: $0, tolerance: tolerance) }),
            let highest = charges.last(where: { pool.hasNeighbour(of: peak, charge: $0, tolerance: tolerance) })
        else { return nil }
        finder.begin(at: pool.mz[peak], charges: lowest...highest)
        finder.add(mz: pool.mz, intensities: pool.intensities)
        return finder.best(among: lowest...highest)
    }
}
