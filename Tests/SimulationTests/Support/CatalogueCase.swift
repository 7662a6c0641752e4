import ProteinDatabase
import Simulation

/// A catalogue of given proteins in one sample, with settings a test can change.
struct CatalogueCase {
    let proteins: SampleProteins
    let catalogue: PeptideCatalogue

    /// - Parameters:
    ///   - amounts: by protein; 1 for each where none are given.
    ///   - change: changes the settings, which are the defaults without foreign proteins and without variance.
    init(
        _ database: [Protein], amounts: [Double]? = nil, gradientSeconds: Double = 1_000,
        change: (inout SimulationSettings) -> Void = { _ in }
    ) {
        var settings = SimulationSettings()
        settings.sample.foreignShare = 0
        settings.sample.biologicalDeviationLog2 = 0
        change(&settings)
        let design = StudyDesign(groups: [StudyDesign.Group(name: "a", samples: 1)])
        let known = ProteinAmounts(
            groups: [amounts ?? database.map { _ in 1 }], design: design, settings: settings.sample,
            seed: settings.seed)
        proteins = SampleProteins(database: database, amounts: known, design: design, settings: settings)
        catalogue = PeptideCatalogue(
            proteins,
            retention: RetentionModel(
                settings: settings.chromatography, seed: settings.seed, gradientSeconds: gradientSeconds),
            profile: ElutionProfile(halfHeightWidthSeconds: settings.chromatography.peakWidthSeconds),
            settings: settings, modifications: settings.sample.modifications)
    }

    /// The entry of a peptide.
    func analyte(_ sequence: String) -> Analyte? {
        catalogue.analytes.first { $0.sequence == Array(sequence.utf8) }
    }

    /// All sequences, in order.
    var sequences: [String] { catalogue.analytes.map { String(decoding: $0.sequence, as: UTF8.self) } }
}
