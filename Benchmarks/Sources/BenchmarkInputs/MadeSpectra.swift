import Chemistry
import ProteinDatabase
public import SpectrumModel

/// Centroided fragment spectra: half of the singly charged fragments of a peptide, among noise.
public enum MadeSpectra {
    /// Peaks of noise in each spectrum.
    private static let noise = 100

    /// So many spectra of peptides of the database that ``MadeProteins`` makes.
    public static func fragmentSpectra(count: Int, proteins: Int) throws -> [Spectrum] {
        var numbers = SeededNumbers(seed: 20_260_102)
        let database = MadeProteins.database(count: proteins)
        let digester = Digester(rules: DigestionRules(missedCleavages: 0))
        return try (0..<count).map { index in
            let protein = database.proteins[Int.random(in: 0..<proteins, using: &numbers)].residues
            let peptides = digester.peptides(of: protein)
            let span = peptides[Int.random(in: 0..<peptides.count, using: &numbers)]
            let peptide = try Peptidoform(sequence: Array(protein[span.residues]))
            return spectrum(of: peptide, index: index, numbers: &numbers)
        }
    }

    private static func spectrum(of peptide: Peptidoform, index: Int, numbers: inout SeededNumbers) -> Spectrum {
        let fragments = FragmentMasses(peptide)
        var peaks: [(mz: Double, intensity: Double)] = []
        for series in [FragmentSeries.b, .y] {
            for ordinal in 1..<fragments.length where Bool.random(using: &numbers) {
                let mz = fragments.mz(series: series, ordinal: ordinal, charge: 1)
                let error = 1 + 3e-6 * numbers.normal()
                peaks.append((mz * error, Double.random(in: 200...1000, using: &numbers)))
            }
        }
        for _ in 0..<noise {
            let mz = Double.random(in: 100...1800, using: &numbers)
            peaks.append((mz, Double.random(in: 10...300, using: &numbers)))
        }
        peaks.sort { $0.mz < $1.mz }
        return Spectrum(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: 2,
            retentionTimeSeconds: Double(index) * 0.1, polarity: .positive, signal: .centroid,
            precursors: [Precursor(mz: peptide.mz(charge: 2), charge: 2)],
            mz: peaks.map(\.mz), intensities: peaks.map(\.intensity))
    }
}
