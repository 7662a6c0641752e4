import Foundations
import PeakPicking
import SpectrumIO
import SpectrumModel
import Workflow

/// `pick-peaks`: reads the spectra of a run, turns profile signal into peaks, and keeps fragment spectra for searching.
struct PickPeaksStage: RunStageRunner {
    private let pickedLevels: Set<Int>
    private let picker: PeakPicker
    private let maximumBadShare: Double
    /// How precursors are looked up in survey spectra; `nil` where they are as stated.
    private let precursors: PrecursorParameters?
    /// What collapses isotope peaks of fragments; `nil` where they stay.
    let deisotoper: FragmentDeisotoper?

    static let definition = StageDefinition(
        name: "pick-peaks", version: 5, scope: .perRun,
        summary: "Reads the spectra of a run and turns profile signal into peaks.",
        discussion: """
            Spectra that are centroided already pass through untouched, bit for bit. Profile spectra are centroided: each \
            local maximum becomes one peak, its m/z fitted between the samples in the way that suits the analyser, which \
            the spacing of the samples tells; ripples of ion trap and time-of-flight signal are smoothed away first. \
            Spectra the file does not label are told apart by the spacing of their samples. Reads mzML, mzXML, MGF and \
            MS2, plain or gzip, in one pass. Fragment spectra (MS2) are handed on; of all \
            other spectra an account is kept, and of survey spectra (MS1) the peaks where a workflow says to keep ms1-peaks. \
            The charge and the monoisotopic peak of each precursor are looked up in the survey spectra before and after its \
            fragment spectrum; what the file states is replaced only where another reading of the isotope peaks is clearly \
            better, and its m/z stays in the tables as precursor_mz_measured.
            """,
        parameters: [
            ParameterDefinition(
                "ms-levels", .list(.integer(1...10)), default: [1, 2],
                summary: "MS levels whose profile spectra are centroided.",
                details: """
                    A fragment spectrum in profile mode whose level is not named here is set aside. Survey spectra (level 1) \
                    are centroided only where precursors are looked up in them or ms1-peaks are kept.
                    """),
            ParameterDefinition(
                "minimum-intensity", .number(0...1e12), default: 0,
                summary: "Peaks of profile spectra below this height, in detector counts, are left out."),
            ParameterDefinition(
                "signal-to-noise", .number(0...1e6), default: 0,
                summary: "Peaks of profile spectra below this multiple of the noise around them are left out.",
                details: "0 keeps every peak. The noise is that of the spectrum, in windows of 100 Th."),
            ParameterDefinition(
                "intensity", .choice(PeakIntensity.allCases.map(\.rawValue)), default: "height",
                summary: "What the intensity of a peak of a profile spectrum is: its height, or the sum of its samples."
            ),
            ParameterDefinition(
                "precursors", .choice(["from-ms1", "as-stated"]), default: "from-ms1",
                summary: "Whether precursors are looked up in survey spectra or stay as the file states them.",
                details: """
                    Looked up, a stated charge or monoisotopic peak is replaced where another one explains the isotope peaks \
                    clearly better; a charge that is not stated is found or narrowed down; the m/z is measured anew over \
                    several survey spectra. Where these say nothing, and where the isolation window is wider than 6 Th (DIA), \
                    all stays as stated. A fragment spectrum that states an isolation window but no precursor gets the \
                    most intense ion of the window; so does one that states the middle of its window and no charge, \
                    where no ion is seen there. The journal counts how often what was found.
                    """),
            ParameterDefinition(
                "fragment-isotopes", .choice(["keep", "collapse"]), default: "keep",
                summary: "Whether isotope peaks of fragments stay, or become one peak of charge 1.",
                details: """
                    Collapsed, each isotope envelope of a fragment spectrum becomes its monoisotopic peak with all the \
                    intensity, at the m/z it has with charge 1, and the search looks for fragments of charge 1 only. Ions of \
                    which a single isotope peak is seen stay where they are, so that such fragments of charge 2 are no longer \
                    matched. Makes sense only where MS2 resolve isotopes.
                    """),
            ParameterDefinition(
                "isotope-tolerance", ChemistryTypes.tolerance, default: "10 ppm",
                summary: "Tolerance for isotope peaks, in survey spectra and in fragment spectra.",
                details: "Survey spectra of ion traps do not resolve isotopes; with 10 ppm they decide next to nothing."
            ),
            ParameterDefinition(
                "precursor-charges", .integerRange(1...10), default: "1..6",
                summary: "Charges looked for in survey spectra."),
            ParameterDefinition(
                "max-bad-spectra", .percentage(0...1), default: "1 %",
                summary: "Share of damaged spectra above which the whole run is given up.",
                details: """
                    A spectrum is damaged when its arrays do not decode, differ in length or hold impossible values, or \
                    when it does not say what it is. Each is set aside, counted and listed with its reason in spectra.tsv. \
                    Many of them mean that the file is not to be trusted: where their share of all spectra of the file is \
                    above this one, the run fails, and the message names the first. 0 % allows none, 100 % any number.
                    """),
        ],
        consumes: [], provides: [.ms2Peaks, .ms1Peaks, .spectrumTable], reads: [.spectra],
        checkInputs: { _, files in InputProbes.spectra(files[.spectra] ?? []) },
        make: { try PickPeaksStage(parameters: $0) })

    init(parameters: ParameterValues) throws {
        pickedLevels = Set(parameters.integers("ms-levels"))
        var centroiding = CentroidingParameters()
        centroiding.minimumIntensity = parameters.number("minimum-intensity")
        centroiding.signalToNoise = parameters.number("signal-to-noise")
        centroiding.intensity = PeakIntensity(rawValue: parameters.text("intensity")) ?? .height
        picker = PeakPicker(parameters: centroiding)
        maximumBadShare = parameters.fraction("max-bad-spectra")
        let envelopes = EnvelopeParameters(
            charges: parameters.integerRange("precursor-charges"),
            tolerance: parameters.tolerance("isotope-tolerance"))
        deisotoper =
            parameters.text("fragment-isotopes") == "collapse"
            ? FragmentDeisotoper(tolerance: envelopes.tolerance) : nil
        precursors = parameters.text("precursors") == "from-ms1" ? PrecursorParameters(envelopes: envelopes) : nil
    }

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        guard let path = context.spectraFile else { throw StageError.noSpectraFile }
        let file = try SpectrumFile(path: path)
        let store = try FragmentSpectrumStoreBuilder(
            budget: context.memory, scratchFolder: context.scratchDirectory)
        let surveys = try surveyStore(in: context)
        let account = RunAccount()
        let intake = SpectrumIntake(
            fragments: store, surveys: surveys, account: account, precursors: precursors,
            isChargeDeconvoluted: deisotoper != nil)
        let summary = try await file.read(
            jobs: context.jobs, acceptingFewerSpectra: true,
            transform: { batch in PickedBatch(batch, stage: self, takesSurveys: precursors != nil || surveys != nil) },
            deliver: { batch in
                account.add(batch)
                try intake.add(batch.items)
                context.journal.progress(done: batch.bytesRead, total: batch.fileSize, unit: "bytes")
            })
        var values = try intake.finish(journal: context.journal)
        for problem in summary.problems { context.journal.warn("\(path): \(problem)") }
        if surveys != nil, account.unpickedSurveys > 0 {
            context.journal.warn(
                "\(path): \(account.unpickedSurveys) survey spectra are profile signal and not in ms1-peaks; "
                    + "add 1 to the parameter ms-levels")
        }
        values[.spectrumTable] = try account.finish(
            path: path, maximumBadShare: maximumBadShare,
            needsFragments: surveys == nil || context.wantedPorts.contains(.ms2Peaks), journal: context.journal)
        return values
    }

    /// Where peaks of survey spectra go; `nil` where nothing asks for them.
    private func surveyStore(in context: TaskContext) throws -> SurveyPeakStoreBuilder? {
        guard context.wantedPorts.contains(.ms1Peaks) else { return nil }
        return try SurveyPeakStoreBuilder(
            run: context.run ?? "", budget: context.memory, scratchFolder: context.scratchDirectory)
    }

    /// The peaks of a survey spectrum, where it has any, what was noticed, and whether it stays profile signal.
    func survey(_ spectrum: Spectrum) -> (scan: SurveyScan?, remarks: SpectrumRemarks, isUnpicked: Bool) {
        guard pickedLevels.contains(1) else {
            return (SurveyScan(spectrum), SpectrumRemarks(), picker.signal(of: spectrum) == .profile)
        }
        let outcome = picker.pickAndExamine(spectrum)
        return (SurveyScan(outcome.spectrum), SpectrumRemarks(outcome), false)
    }

    /// Whether a precursor has an m/z, or may get one from survey spectra.
    private func isSearchable(_ precursor: Precursor) -> Bool {
        if precursor.mz != nil { return true }
        guard let precursors, let window = precursor.isolationWindow else { return false }
        return precursors.looksAt(window)
    }

    /// What becomes of one spectrum that could be read.
    func pick(_ spectrum: Spectrum) -> (spectrum: Spectrum?, reason: SetAsideReason?, remarks: SpectrumRemarks) {
        let none = SpectrumRemarks()
        guard spectrum.msLevel == 2 else { return (nil, .notSearchedLevel, none) }
        guard spectrum.precursors.contains(where: isSearchable) else { return (nil, .noPrecursor, none) }
        guard spectrum.peakCount > 0 else { return (nil, .empty, none) }
        guard pickedLevels.contains(spectrum.msLevel) else {
            let isProfile = picker.signal(of: spectrum) == .profile
            return isProfile ? (nil, .profileNotPicked, none) : (spectrum, nil, none)
        }
        let outcome = picker.pickAndExamine(spectrum)
        let remarks = SpectrumRemarks(outcome)
        return outcome.spectrum.peakCount > 0 ? (outcome.spectrum, nil, remarks) : (nil, .empty, remarks)
    }
}
