import ArgumentParser
import Chemistry
import Simulation

/// Options of `simulate` about what is in the samples.
struct SampleOptions: ParsableArguments {
    private static let defaults = SampleSettings()

    @Option(
        help: ArgumentHelp(
            """
            Table with the columns protein and abundance (molar, any unit), and log2_fold_change.GROUP for groups that differ \
            from the first. Proteins it does not name are in no sample. Without it amounts are drawn at random.
            """, valueName: "file"))
    var abundances: String?

    @Option(help: ArgumentHelp("Decades that the drawn amounts span.", valueName: "decades"))
    var dynamicRange = defaults.dynamicRangeDecades

    @Option(
        help: ArgumentHelp("Share of the proteins that is in no sample, where amounts are drawn.", valueName: "share"))
    var absent = Percentage(defaults.absentShare)

    @Option(
        help: ArgumentHelp(
            "Share of the proteins that differ between groups, where amounts are drawn.", valueName: "share"))
    var changed = Percentage(defaults.changedShare)

    @Option(help: ArgumentHelp("Size of these differences as a power of two, up or down.", valueName: "log2"))
    var foldChange = defaults.log2FoldChange

    @Option(help: ArgumentHelp("Standard deviation between samples of a group, as a power of two.", valueName: "log2"))
    var biologicalVariation = defaults.biologicalDeviationLog2

    @Option(help: ArgumentHelp("Standard deviation of signals between runs, as a power of two.", valueName: "log2"))
    var technicalVariation = defaults.technicalDeviationLog2

    @Option(help: ArgumentHelp("Share of the signal from peptides in no protein of the FASTA.", valueName: "share"))
    var foreign = Percentage(defaults.foreignShare)

    @Option(help: ArgumentHelp("Share of the cleavage sites that trypsin leaves uncut.", valueName: "share"))
    var missedCleavages = Percentage(defaults.missedCleavageProbability)

    @Option(
        name: .customLong("modification"),
        help: ArgumentHelp(
            """
            A modification and the share of its places that carry it; may be repeated, and replaces the usual ones (\
            \(ModificationArgument.text(of: defaults.modifications))).
            """, valueName: "name@site=share"))
    var modifications: [ModificationArgument] = []

    func validate() throws {
        try require(0...12, dynamicRange, "--dynamic-range")
        try require(0...20, foldChange, "--fold-change")
        try require(0...10, biologicalVariation, "--biological-variation")
        try require(0...10, technicalVariation, "--technical-variation")
        try require(0...0.9, foreign.share, "--foreign", unit: "share from 0 % to 90 %")
    }

    private func require(_ range: ClosedRange<Double>, _ value: Double, _ name: String, unit: String? = nil) throws {
        guard range.contains(value) else {
            throw ValidationError(
                "\(name) has to be a \(unit ?? "number from \(range.lowerBound) to \(range.upperBound)").")
        }
    }

    /// Puts the options into settings.
    func apply(to settings: inout SimulationSettings) throws {
        settings.sample.dynamicRangeDecades = dynamicRange
        settings.sample.absentShare = absent.share
        settings.sample.changedShare = changed.share
        settings.sample.log2FoldChange = foldChange
        settings.sample.biologicalDeviationLog2 = biologicalVariation
        settings.sample.technicalDeviationLog2 = technicalVariation
        settings.sample.foreignShare = foreign.share
        settings.sample.missedCleavageProbability = missedCleavages.share
        if !modifications.isEmpty { settings.sample.modifications = try modifications.map { try $0.occupancy() } }
    }
}

/// A modification as the command line has it: `Oxidation@M=8%`.
struct ModificationArgument: ExpressibleByArgument {
    let name: String
    let share: Percentage

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "=") else { return nil }
        guard let share = Percentage(argument: String(argument[argument.index(after: sign)...])) else { return nil }
        name = String(argument[..<sign])
        self.share = share
    }

    /// The modification it names.
    func occupancy() throws -> ModificationOccupancy {
        do {
            return ModificationOccupancy(try ModificationSpecification(parsing: name), occupancy: share.share)
        } catch {
            throw SimulationError.settings("--modification: \(error)")
        }
    }

    /// The usual modifications, as they would be written.
    static func text(of occupancies: [ModificationOccupancy]) -> String {
        occupancies.map { "\($0.modification)=\(Percentage($0.occupancy))" }.joined(separator: ", ")
    }
}
