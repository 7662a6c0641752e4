import Foundation
import SpectrumModel

/// Makes the spectra of a synthetic run.
struct SyntheticInstrument: Sendable {
    let settings: SyntheticRunSettings

    /// The survey spectrum before a cycle's fragment spectra: the isotope patterns of the ions about to be selected
    /// and, weaker, of those shortly before and after.
    func survey(
        index: Int, cycle: Range<Int>, of ions: [SyntheticIon], using generator: inout SplitMix64
    ) -> Spectrum {
        let neighbours = max(0, cycle.lowerBound - cycle.count)..<min(ions.count, cycle.upperBound + cycle.count)
        var peaks = SyntheticPeaks(settings: settings)
        for position in neighbours {
            let ion = ions[position]
            let height = ion.intensity * (cycle.contains(position) ? 1 : 0.2)
            for (isotope, share) in Self.isotopeShares(massDaltons: ion.peptide.massDaltons).enumerated() {
                peaks.add(mz: ion.mz(isotope: isotope), intensity: height * share, using: &generator)
            }
        }
        peaks.addNoise(count: 100, mz: 350...1600, intensity: 2e3, using: &generator)
        let first = ions[cycle.lowerBound].retentionTimeSeconds
        let before = cycle.lowerBound == 0 ? first - 1 : ions[cycle.lowerBound - 1].retentionTimeSeconds
        return peaks.spectrum(index: index, msLevel: 1, retentionTimeSeconds: (before + first) / 2)
    }

    /// The fragment spectrum of an ion: b and y ions of charge 1, and of charge 2 where the precursor has more.
    func fragments(
        index: Int, of ion: SyntheticIon, survey: String, using generator: inout SplitMix64
    ) -> Spectrum {
        var peaks = SyntheticPeaks(settings: settings)
        for series in SyntheticPeptide.Series.allCases {
            for charge in 1..<ion.charge {
                for (broken, mz) in ion.peptide.fragmentMZ(series, charge: charge).enumerated() {
                    // b1 is hardly ever seen (no oxazolone can form).
                    if series == .b && broken == 0 { continue }
                    if generator.happens(withProbability: settings.missingFragmentProbability) { continue }
                    let median = ion.intensity * 0.02 * (series == .y ? 1 : 0.4) / (charge == 1 ? 1 : 3)
                    peaks.add(mz: mz, intensity: generator.logNormal(median: median, spread: 0.8), using: &generator)
                }
            }
        }
        peaks.addNoise(
            count: generator.integer(settings.noisePeaks.lowerBound..<settings.noisePeaks.upperBound + 1),
            mz: 120...max(ion.peptide.massDaltons, 200), intensity: ion.intensity * 0.002, using: &generator)
        var spectrum = peaks.spectrum(index: index, msLevel: 2, retentionTimeSeconds: ion.retentionTimeSeconds)
        spectrum.precursors = [precursor(of: ion, survey: survey, using: &generator)]
        return spectrum
    }

    private func precursor(of ion: SyntheticIon, survey: String, using generator: inout SplitMix64) -> Precursor {
        let exact = ion.mz(isotope: ion.isotopeError)
        let target = (exact * 100).rounded() / 100
        return Precursor(
            mz: settings.measured(exact, using: &generator), charge: ion.charge, intensity: ion.intensity.rounded(),
            isolationWindow: IsolationWindow(targetMZ: target, lowerOffset: 0.8, upperOffset: 0.8),
            activation: Activation(methods: [.hcd], collisionEnergy: 28), sourceSpectrumID: survey)
    }

    /// Shares of the first five isotope peaks of a peptide, adding up to nearly 1.
    ///
    /// > Source: E. J. Breen et al., Electrophoresis 2000, 21, 2243: a Poisson distribution with mean
    /// > 0.000594 M - 0.03091.
    static func isotopeShares(massDaltons: Double) -> [Double] {
        let mean = max(0.000_594 * massDaltons - 0.030_91, 0.01)
        var share = exp(-mean)
        return (1...5).map { isotope in
            defer { share *= mean / Double(isotope) }
            return share
        }
    }
}

/// Peaks of a spectrum in the making.
private struct SyntheticPeaks {
    let settings: SyntheticRunSettings
    var peaks: [(mz: Double, intensity: Double)] = []

    init(settings: SyntheticRunSettings) { self.settings = settings }

    /// Adds a peak near its exact m/z; intensities are whole counts of at least 1.
    mutating func add(mz: Double, intensity: Double, using generator: inout SplitMix64) {
        peaks.append((settings.measured(mz, using: &generator), max(intensity.rounded(), 1)))
    }

    mutating func addNoise(
        count: Int, mz range: ClosedRange<Double>, intensity: Double, using generator: inout SplitMix64
    ) {
        for _ in 0..<count {
            let height = generator.logNormal(median: intensity, spread: 0.5)
            peaks.append((generator.uniform(range), max(height.rounded(), 1)))
        }
    }

    func spectrum(index: Int, msLevel: Int, retentionTimeSeconds: Double) -> Spectrum {
        let sorted = peaks.sorted { ($0.mz, $0.intensity) < ($1.mz, $1.intensity) }
        return Spectrum(
            index: index, nativeID: "controllerType=0 controllerNumber=1 scan=\(index + 1)", scanNumber: index + 1,
            msLevel: msLevel, retentionTimeSeconds: retentionTimeSeconds, polarity: .positive, signal: .centroid,
            mz: sorted.map(\.mz), intensities: sorted.map(\.intensity))
    }
}

extension SyntheticIon {
    /// m/z of one of the ion's isotope peaks in Th.
    fileprivate func mz(isotope: Int) -> Double {
        peptide.mz(charge: charge) + Double(isotope) * SyntheticMass.isotopeSpacing / Double(charge)
    }
}

extension SyntheticRunSettings {
    /// What the instrument reads for an exact m/z.
    fileprivate func measured(_ mz: Double, using generator: inout SplitMix64) -> Double {
        mz * (1 + generator.normal(mean: mzOffsetPPM, standardDeviation: mzErrorPPM) * 1e-6)
    }
}

extension SplitMix64 {
    /// A number whose logarithm is normally distributed.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        median * exp(normal(standardDeviation: spread))
    }
}
