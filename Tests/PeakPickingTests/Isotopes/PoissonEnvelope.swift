import Foundation

/// Isotope peaks of a peptide by another model than the product's, as an oracle.
///
/// The pattern is a Poisson distribution of mean 0.000594 M - 0.03091 for a mass of M Da (Breen, Hopwood, Williams,
/// Wilkins, Electrophoresis 21 (2000) 2243).
struct PoissonEnvelope {
    var monoisotopicMZ: Double
    var charge: Int
    /// Sum of the intensities in detector counts.
    var total = 1_000_000.0
    /// Peaks below this are not recorded.
    var threshold = 2_000.0

    /// m/z and intensity of the peaks, by extra neutrons.
    var peaks: [(mz: Double, intensity: Double)] {
        let mass = (monoisotopicMZ - 1.00728) * Double(charge)
        let mean = 0.000594 * mass - 0.03091
        return (0..<20).compactMap { extra in
            let share = exp(Double(extra) * log(mean) - mean - lgamma(Double(extra) + 1))
            guard share * total >= threshold else { return nil }
            return (monoisotopicMZ + Double(extra) * 1.00286 / Double(charge), share * total)
        }
    }

    /// The peaks of several envelopes and others, as a spectrum has them.
    static func spectrum(
        _ envelopes: [PoissonEnvelope], and others: [(mz: Double, intensity: Double)] = []
    ) -> (mz: [Double], intensities: [Double]) {
        let peaks = (envelopes.flatMap(\.peaks) + others).sorted { $0.mz < $1.mz }
        return (peaks.map(\.mz), peaks.map(\.intensity))
    }
}
