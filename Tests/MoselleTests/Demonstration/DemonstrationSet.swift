import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport

/// The demonstration data in `Spectra/`: one synthetic run, the proteins to search, and the truth about every spectrum.
///
/// `make spectra` writes it; the same seeds give the same data.
struct DemonstrationSet {
    static let runName = "demo"
    static let folder = TestData.packageRoot.appending(path: "Spectra")

    let proteins: [SyntheticProtein]
    let run: SyntheticRun

    init() {
        // A third of the proteins is in the sample; the others are what a search has to tell them from.
        proteins = SyntheticProtein.make(count: 450, seed: 20_261_121)
        var settings = SyntheticRunSettings()
        settings.fragmentSpectra = 360
        settings.foreignShare = 0.35
        run = SyntheticRun(proteins: Array(proteins.prefix(150)), settings: settings, seed: 1)
    }

    /// Writes spectra, proteins and truth into a folder.
    func write(to folder: URL) throws {
        let writer = try SpectrumFileWriter(
            path: folder.appending(path: "\(Self.runName).mzML").path, format: .mzML,
            description: SpectrumFileDescription(
                runID: Self.runName, softwareVersion: "0.1.0", spectrumCount: run.spectra.count))
        for spectrum in run.spectra { try writer.write(spectrum) }
        try writer.finish()
        try Data(SyntheticProtein.fasta(proteins).utf8)
            .write(to: folder.appending(path: "\(Self.runName).fasta"), options: .atomic)
        try Data(truthTable.utf8)
            .write(to: folder.appending(path: "\(Self.runName).truth.tsv"), options: .atomic)
    }

    /// One row for each fragment spectrum: what it was made from. Empty proteins mean that a search cannot be right.
    var truthTable: String {
        let rows = run.truth.map { truth in
            [
                truth.nativeID, truth.peptide.sequence, "\(truth.charge)", "\(truth.isotopeError)",
                truth.peptide.proteins.joined(separator: ";"),
            ].joined(separator: "\t")
        }
        return (["spectrum_id\tsequence\tcharge\tisotope_error\tproteins"] + rows).joined(separator: "\n") + "\n"
    }
}
