import PeakPicking
import SpectrumIO
import SpectrumModel

/// One batch of spectra after picking, as a worker hands it on.
struct PickedBatch: Sendable {
    /// A spectrum that takes further part.
    enum Item: Sendable {
        /// A fragment spectrum, for the search.
        case fragments(Spectrum)
        /// A survey spectrum, for the precursors of fragment spectra near it or for its peaks.
        case survey(SurveyScan)
    }

    /// Spectra that take further part, in file order.
    var items: [Item] = []
    /// One row for each spectrum of the batch, in file order.
    var summaries: [SpectrumSummary] = []
    /// Spectra that are damaged.
    var damaged = Remarks()
    /// Spectra whose label contradicts their samples.
    var contradictions = Remarks()
    /// Profile spectra whose samples had to be repaired before peaks could be sought.
    var repaired = Remarks()
    /// Survey spectra that could not take part because they stay profile signal.
    var unpickedSurveys = 0
    var bytesRead: Int
    var fileSize: Int

    /// - Parameter takesSurveys: whether survey spectra take part.
    init(_ batch: SpectrumBatch, stage: PickPeaksStage, takesSurveys: Bool) {
        bytesRead = batch.bytesRead
        fileSize = batch.fileSize
        var deisotoper = stage.deisotoper
        for entry in batch.spectra {
            switch entry {
            case .spectrum(let spectrum): summaries.append(take(spectrum, stage, takesSurveys, &deisotoper))
            case .setAside(let summary, let message, _):
                summaries.append(summary)
                if let reason = summary.setAside, reason.isDamage { damaged.add("\(message) (\(reason.rawValue))") }
            }
        }
    }

    /// Picks a spectrum, keeps it where it takes further part, and gives its row of the account.
    private mutating func take(
        _ spectrum: Spectrum, _ stage: PickPeaksStage, _ takesSurveys: Bool, _ deisotoper: inout FragmentDeisotoper?
    ) -> SpectrumSummary {
        let picked = stage.pick(spectrum)
        add(picked.remarks)
        if let kept = picked.spectrum {
            let fragments = deisotoper?.collapse(kept, maximumCharge: Self.highestCharge(of: kept)) ?? kept
            items.append(.fragments(fragments))
            return SpectrumSummary(of: fragments)
        }
        var summary = SpectrumSummary(of: spectrum, setAside: picked.reason)
        guard takesSurveys, spectrum.msLevel == 1 else { return summary }
        let survey = stage.survey(spectrum)
        add(survey.remarks)
        if survey.isUnpicked { unpickedSurveys += 1 }
        if let scan = survey.scan {
            items.append(.survey(scan))
            summary.peakCount = scan.mz.count
        }
        return summary
    }

    private mutating func add(_ remarks: SpectrumRemarks) {
        if let contradiction = remarks.contradiction { contradictions.add(contradiction) }
        if let repairs = remarks.repairs { repaired.add(repairs) }
    }

    /// The most charges a fragment can have: no more than its precursor, of which the highest possible one counts; 3
    /// where nothing is known.
    private static func highestCharge(of spectrum: Spectrum) -> Int {
        spectrum.precursors.flatMap { precursor in precursor.charge.map { [$0] } ?? precursor.possibleCharges }.max()
            ?? 3
    }
}
