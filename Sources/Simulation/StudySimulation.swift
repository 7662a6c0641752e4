public import ProteinDatabase

/// A simulated study: its proteins, samples and runs, ready to be written.
///
/// What is drawn at random is decided by the seed and by what it is about (a protein, a peptide, a run, a spectrum), never
/// by the order things are made in, so that equal settings give equal files for any number of threads.
public struct StudySimulation: Sendable {
    /// Which samples and runs there are.
    public let design: StudyDesign
    /// What the study looks like.
    public let settings: SimulationSettings
    /// How much of each protein of the FASTA there is, in the order of the proteins given; foreign ones follow.
    public let amounts: ProteinAmounts
    /// Length of each run in seconds.
    public let gradientSeconds: Double

    let proteins: [Protein]
    package let catalogue: PeptideCatalogue
    package let profile: ElutionProfile

    /// Fragment spectra a second where the length of a run is not given: what fast instruments reach.
    private static let usualRate = 10.0
    /// Most fragment spectra a second: times are written to a thousandth of a second.
    private static let highestRate = 400.0
    /// Shortest run in seconds, so that peaks are narrow against it.
    private static let shortestSeconds = 300.0

    /// Draws the amounts and digests the proteins.
    ///
    /// - Parameter abundances: amounts given by a person; `nil` draws them.
    /// - Throws: ``SimulationError`` where nothing could be measured.
    public init(
        proteins: [Protein], design: StudyDesign, settings: SimulationSettings, abundances: AbundanceTable? = nil
    ) throws(SimulationError) {
        self.proteins = proteins
        self.design = design
        self.settings = settings
        gradientSeconds =
            settings.chromatography.gradientMinutes.map { $0 * 60 }
            ?? max(Self.shortestSeconds, Double(settings.acquisition.fragmentSpectra) / Self.usualRate)
        try Self.check(settings, gradientSeconds: gradientSeconds)
        try Self.check(proteins)
        profile = ElutionProfile(halfHeightWidthSeconds: settings.chromatography.peakWidthSeconds)
        let known =
            abundances.map { table in
                ProteinAmounts(
                    groups: table.groupAmounts(of: proteins, design: design), design: design,
                    settings: settings.sample, seed: settings.seed)
            } ?? .drawn(proteins: proteins.count, design: design, settings: settings.sample, seed: settings.seed)
        let all = SampleProteins(database: proteins, amounts: known, design: design, settings: settings)
        amounts = all.amounts
        let retention = RetentionModel(
            settings: settings.chromatography, seed: settings.seed, gradientSeconds: gradientSeconds)
        catalogue = PeptideCatalogue(
            all, retention: retention, profile: profile, settings: settings,
            modifications: settings.sample.modifications + (design.tags?.occupancies ?? []))
        guard !catalogue.analytes.isEmpty else { throw .nothingToMeasure(proteins: proteins.count) }
    }

    /// Refuses what the models have no meaning for.
    private static func check(_ settings: SimulationSettings, gradientSeconds: Double) throws(SimulationError) {
        guard (0...0.9).contains(settings.sample.foreignShare) else {
            throw .settings("The share of foreign peptides is \(settings.sample.foreignShare); give 0 to 0.9.")
        }
        guard settings.acquisition.fragmentSpectra >= 1, settings.acquisition.fragmentSpectraPerCycle >= 1 else {
            throw .settings("A run has at least one fragment spectrum, and a cycle too.")
        }
        guard Double(settings.acquisition.fragmentSpectra) <= highestRate * gradientSeconds else {
            let number = settings.acquisition.fragmentSpectra
            throw .settings(
                """
                \(number) fragment spectra in \(gradientSeconds / 60) minutes are more than \(Int(highestRate)) a second; \
                make the run longer.
                """)
        }
    }

    /// Refuses accessions that the tables of the truth could not tell apart from lists.
    private static func check(_ proteins: [Protein]) throws(SimulationError) {
        let wrong = proteins.first { $0.accession.utf8.contains { $0 == UInt8(ascii: ";") || $0 < 0x20 } }
        guard let wrong else { return }
        throw .settings(
            "The accession '\(wrong.accession)' holds a ';' or a control character, which tables cannot hold; rename it."
        )
    }

    /// Everything the spectra of a run are made from.
    package func scene(ofRun runIndex: Int, format: RunFormat) -> RunScene {
        let run = design.runs[runIndex]
        let ions = IonTable(
            of: catalogue, amounts: amounts, run: run, runIndex: runIndex, profile: profile, settings: settings,
            gradientSeconds: gradientSeconds)
        let scheduler = AcquisitionScheduler(
            ions: ions, settings: settings, runIndex: runIndex, gradientSeconds: gradientSeconds)
        return RunScene(
            settings: settings, run: run, runIndex: runIndex, tags: design.tags, catalogue: catalogue,
            amounts: amounts, ions: ions, plan: scheduler.plan(),
            massError: MassError(settings: settings, runIndex: runIndex, gradientSeconds: gradientSeconds),
            patterns: IsotopePatterns(), accessions: proteins.map(\.accession), format: format)
    }
}
