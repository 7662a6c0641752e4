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
        if let remark = picked.remark { contradictions.add(remark) }
        if let kept = picked.spectrum {
            // A fragment has no more charges than its precursor; 3 where that is not known.
            let charge = kept.precursors.compactMap(\.charge).max() ?? 3
            let fragments = deisotoper?.collapse(kept, maximumCharge: charge) ?? kept
            items.append(.fragments(fragments))
            return SpectrumSummary(of: fragments)
        }
        var summary = SpectrumSummary(of: spectrum, setAside: picked.reason)
        guard takesSurveys, spectrum.msLevel == 1 else { return summary }
        let survey = stage.survey(spectrum)
        if let remark = survey.remark { contradictions.add(remark) }
        if survey.isUnpicked { unpickedSurveys += 1 }
        if let scan = survey.scan {
            items.append(.survey(scan))
            summary.peakCount = scan.mz.count
        }
        return summary
    }
}

/// How often something was remarked, and the first remark: what a message needs, however many there are.
struct Remarks: Sendable {
    private(set) var count = 0
    private(set) var first: String?

    /// Adds one.
    mutating func add(_ remark: String) {
        count += 1
        first = first ?? remark
    }

    /// Adds those that come after.
    mutating func merge(_ later: Remarks) {
        count += later.count
        first = first ?? later.first
    }
}
