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

    static let definition = StageDefinition(
        name: "pick-peaks", version: 1, scope: .perRun,
        summary: "Reads the spectra of a run and turns profile signal into peaks.",
        discussion: """
            Spectra that are centroided already pass through untouched, bit for bit. Profile spectra are centroided: each \
            local maximum becomes one peak, its m/z the apex of a parabola through the logarithms of the three highest \
            samples, its intensity the height there. Spectra the file does not label are told apart by the spacing of their \
            samples. Reads mzML, mzXML, MGF and MS2, plain or gzip, in one pass. Fragment spectra (MS2) are handed on; of all \
            other spectra an account is kept.
            """,
        parameters: [
            ParameterDefinition(
                "ms-levels", .list(.integer(1...10)), default: [1, 2],
                summary: "MS levels whose profile spectra are centroided.",
                details: """
                    A fragment spectrum in profile mode whose level is not named here is set aside. Survey spectra (level 1) \
                    are centroided only where a later stage asks for them.
                    """),
            ParameterDefinition(
                "minimum-intensity", .number(0...1e12), default: 0,
                summary: "Peaks of profile spectra below this height, in detector counts, are left out."),
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
        consumes: [], provides: [.ms2Peaks, .spectrumTable], reads: [.spectra],
        checkInputs: { _, files in InputProbes.spectra(files[.spectra] ?? []) },
        make: { try PickPeaksStage(parameters: $0) })

    init(parameters: ParameterValues) throws {
        pickedLevels = Set(parameters.integers("ms-levels"))
        var centroiding = CentroidingParameters()
        centroiding.minimumIntensity = parameters.number("minimum-intensity")
        picker = PeakPicker(parameters: centroiding)
        maximumBadShare = parameters.fraction("max-bad-spectra")
    }

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        guard let path = context.spectraFile else { throw StageError.noSpectraFile }
        let file = try SpectrumFile(path: path)
        let store = try FragmentSpectrumStoreBuilder(
            budget: context.memory, scratchFolder: context.scratchDirectory)
        let account = RunAccount()
        let summary = try await file.read(
            jobs: context.jobs, acceptingFewerSpectra: true,
            transform: { batch in PickedBatch(batch, stage: self) },
            deliver: { batch in
                for spectrum in batch.fragmentSpectra { try store.append(spectrum) }
                account.add(batch)
                context.journal.progress(done: batch.bytesRead, total: batch.fileSize, unit: "bytes")
            })
        for problem in summary.problems { context.journal.warn("\(path): \(problem)") }
        let summaries = try account.finish(path: path, maximumBadShare: maximumBadShare, journal: context.journal)
        return PortValues([.ms2Peaks: store.finish(), .spectrumTable: summaries])
    }

    /// What becomes of one spectrum that could be read.
    func pick(_ spectrum: Spectrum) -> (spectrum: Spectrum?, reason: SetAsideReason?, remark: String?) {
        guard spectrum.msLevel == 2 else { return (nil, .notSearchedLevel, nil) }
        guard spectrum.precursors.contains(where: { $0.mz != nil }) else { return (nil, .noPrecursor, nil) }
        guard spectrum.peakCount > 0 else { return (nil, .empty, nil) }
        guard pickedLevels.contains(spectrum.msLevel) else {
            let isProfile = spectrum.signal == .profile
            return isProfile ? (nil, .profileNotPicked, nil) : (spectrum, nil, nil)
        }
        let outcome = picker.pickAndExamine(spectrum)
        let remark = outcome.contradiction.map { "\($0)" }
        return outcome.spectrum.peakCount > 0 ? (outcome.spectrum, nil, remark) : (nil, .empty, remark)
    }
}
