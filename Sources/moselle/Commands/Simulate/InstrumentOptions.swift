import ArgumentParser
import Simulation

/// Options of `simulate` about the instrument and its faults.
struct InstrumentOptions: ParsableArguments {
    private static let defaults = SimulationSettings()

    @Option(help: ArgumentHelp("Fragment spectra of a run; a very simple sample can give fewer.", valueName: "number"))
    var fragmentSpectra = defaults.acquisition.fragmentSpectra

    @Option(help: ArgumentHelp("Fragment spectra after each survey spectrum.", valueName: "number"))
    var fragmentSpectraPerCycle = defaults.acquisition.fragmentSpectraPerCycle

    @Option(help: ArgumentHelp("Length of a run; without it ten fragment spectra a second.", valueName: "minutes"))
    var gradientMinutes: Double?

    @Option(help: ArgumentHelp("Width of a chromatographic peak at half its height.", valueName: "seconds"))
    var peakWidthSeconds = defaults.chromatography.peakWidthSeconds

    @Option(help: ArgumentHelp("Resolution of survey spectra at m/z 200.", valueName: "number"))
    var resolution = 60_000.0

    @Option(help: ArgumentHelp("Resolution of fragment spectra at m/z 200.", valueName: "number"))
    var fragmentResolution = 15_000.0

    @Flag(help: "Record fragment spectra in an ion trap, at unit resolution.")
    var ionTrap = false

    @Option(help: ArgumentHelp("Width of the isolation window.", valueName: "Th"))
    var isolationWidth = defaults.acquisition.isolationWidthTh

    @Option(help: ArgumentHelp("How long a chosen ion is passed over.", valueName: "seconds"))
    var exclusionSeconds = defaults.acquisition.exclusionSeconds

    @Option(help: ArgumentHelp("Largest systematic m/z error, reached by drifting over the run.", valueName: "ppm"))
    var massDriftPpm = defaults.instrument.massDriftPPM

    @Option(help: ArgumentHelp("Mean ion current, in ions a second: how much sample there is.", valueName: "number"))
    var ionCurrent = defaults.instrument.ionsPerSecond

    @Option(help: ArgumentHelp("Share of the precursors stated a peak or two above the right one.", valueName: "share"))
    var wrongIsotope = Percentage(defaults.defects.wrongIsotopeShare)

    @Option(help: ArgumentHelp("Share of the precursors without a charge.", valueName: "share"))
    var missingCharge = Percentage(defaults.defects.missingChargeShare)

    @Option(help: ArgumentHelp("Share of the fragment spectra of no peptide.", valueName: "share"))
    var noise = Percentage(defaults.defects.noiseShare)

    func validate() throws {
        let limits: [(String, Double, ClosedRange<Double>)] = [
            ("--fragment-spectra", Double(fragmentSpectra), 1...10_000_000),
            ("--fragment-spectra-per-cycle", Double(fragmentSpectraPerCycle), 1...200),
            ("--gradient-minutes", gradientMinutes ?? 60, 0.5...2_000),
            ("--peak-width-seconds", peakWidthSeconds, 0.5...600), ("--resolution", resolution, 1_000...2_000_000),
            ("--fragment-resolution", fragmentResolution, 1_000...2_000_000),
            ("--isolation-width", isolationWidth, 0.1...50), ("--exclusion-seconds", exclusionSeconds, 0...10_000),
            ("--mass-drift-ppm", massDriftPpm, 0...1_000), ("--ion-current", ionCurrent, 1e4...1e13),
        ]
        for (name, value, range) in limits where !range.contains(value) {
            throw ValidationError(
                "\(name) has to be from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)).")
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && number < 1e9 ? "\(Int(number))" : "\(number)"
    }

    /// Puts the options into settings.
    func apply(to settings: inout SimulationSettings) throws {
        settings.chromatography.gradientMinutes = gradientMinutes
        settings.chromatography.peakWidthSeconds = peakWidthSeconds
        settings.instrument.surveyAnalyser = .orbitrap(resolutionAt200: resolution)
        settings.instrument.fragmentAnalyser = ionTrap ? .ionTrap : .orbitrap(resolutionAt200: fragmentResolution)
        settings.instrument.massDriftPPM = massDriftPpm
        settings.instrument.ionsPerSecond = ionCurrent
        settings.acquisition.fragmentSpectra = fragmentSpectra
        settings.acquisition.fragmentSpectraPerCycle = fragmentSpectraPerCycle
        settings.acquisition.isolationWidthTh = isolationWidth
        settings.acquisition.exclusionSeconds = exclusionSeconds
        settings.defects.wrongIsotopeShare = wrongIsotope.share
        settings.defects.missingChargeShare = missingCharge.share
        settings.defects.noiseShare = noise.share
    }
}
