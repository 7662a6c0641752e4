public import SpectrumModel

/// Holds fragment spectra of a run back until the survey spectra around them have been read, then refines their
/// precursors and lets them go in file order.
///
/// Spectra come in file order. Memory is bounded: a few survey spectra are kept, and of the fragment spectra no more than
/// ``PrecursorParameters/patienceSpectra`` wait, with ``PrecursorParameters/patiencePeaks`` peaks. What becomes of a
/// spectrum depends on its file alone.
public struct PrecursorQueue: Sendable {
    /// How often survey spectra said what.
    public private(set) var findings: [PrecursorFinding: Int] = [:]

    private var refiner: PrecursorRefiner
    private var surveys: [Survey] = []
    private var waiting: [Waiting] = []
    /// Where the first spectrum stands that still waits.
    private var head = 0
    private var surveyCount = 0

    private struct Survey {
        var number: Int
        var scan: SurveyScan
    }

    private struct Waiting {
        var spectrum: Spectrum
        /// Survey spectra read before.
        var surveysBefore: Int
        /// Whether a survey spectrum is there that was recorded after it.
        var hasNext: Bool
    }

    private var keptPeaks = 0
    /// Peaks of the fragment spectra that wait.
    private var waitingPeaks = 0

    /// Survey spectra that are kept whatever their size; several, as FAIMS voltages may take turns.
    private static let fewestKeptSurveys = 8
    /// Peaks of survey spectra up to which more are kept, for files that hold all survey spectra first: 5 MB.
    private static let mostKeptPeaks = 300_000

    /// Creates a queue.
    public init(parameters: PrecursorParameters = PrecursorParameters()) {
        refiner = PrecursorRefiner(parameters: parameters)
    }

    /// Adds the next survey spectrum of the file.
    ///
    /// - Parameter release: takes the fragment spectra that need not wait any longer, refined, in file order.
    public mutating func append(_ survey: SurveyScan, release: (Spectrum) throws -> Void) rethrows {
        surveys.append(Survey(number: surveyCount, scan: survey))
        for position in head..<waiting.count
        where survey.isLike(waiting[position].spectrum) && survey.isAfter(waiting[position].spectrum) ?? true {
            waiting[position].hasNext = true
        }
        surveyCount += 1
        keptPeaks += survey.mz.count
        try releaseReady(release)
        forgetSurveys()
    }

    /// Adds the next fragment spectrum of the file.
    ///
    /// - Parameter release: takes the fragment spectra that need not wait any longer, refined, in file order.
    public mutating func append(_ spectrum: Spectrum, release: (Spectrum) throws -> Void) rethrows {
        // Files may hold all survey spectra first.
        let hasNext = surveys.last.map { $0.scan.isAfter(spectrum) ?? false } ?? false
        waitingPeaks += spectrum.peakCount
        waiting.append(Waiting(spectrum: spectrum, surveysBefore: surveyCount, hasNext: hasNext))
        try releaseReady(release)
    }

    /// Lets go what is left at the end of the file.
    public mutating func finish(release: (Spectrum) throws -> Void) rethrows {
        while head < waiting.count { try release(takeFirst()) }
    }

    private mutating func releaseReady(_ release: (Spectrum) throws -> Void) rethrows {
        while head < waiting.count, isReady(waiting[head]) { try release(takeFirst()) }
    }

    private func isReady(_ first: Waiting) -> Bool {
        let parameters = refiner.parameters
        return first.hasNext || surveyCount - first.surveysBefore >= parameters.patienceSurveys
            || waiting.count - head > parameters.patienceSpectra || waitingPeaks > parameters.patiencePeaks
            || !first.spectrum.precursors.contains { $0.isolationWindow.map(parameters.looksAt) ?? true }
    }

    private mutating func takeFirst() -> Spectrum {
        var spectrum = waiting[head].spectrum
        waitingPeaks -= spectrum.peakCount
        let around = surveys(around: waiting[head])
        for position in spectrum.precursors.indices {
            let (refined, finding) = refiner.refine(spectrum.precursors[position], surveys: around)
            spectrum.precursors[position] = refined
            findings[finding, default: 0] += 1
        }
        head += 1
        // What was let go is dropped now and then, so that each spectrum is moved once on average.
        if head * 2 > waiting.count {
            waiting.removeFirst(head)
            head = 0
        }
        return spectrum
    }

    /// The survey spectra to look at: the one the ion was selected in first, then those before by falling nearness, then
    /// the one after. Times decide where they are stated, else the order of the file.
    private func surveys(around item: Waiting) -> [SurveyScan] {
        let parameters = refiner.parameters
        let source = item.spectrum.precursors.first?.sourceSpectrumID
        var (selected, before, after) = ([SurveyScan](), [SurveyScan](), [SurveyScan]())
        for position in surveys.indices.reversed() {
            let survey = surveys[position]
            guard survey.scan.isLike(item.spectrum) else { continue }
            let isSource = survey.scan.nativeID == source
            guard isSource || survey.scan.secondsApart(from: item.spectrum) <= parameters.maximumSecondsApart else {
                continue
            }
            if isSource {
                selected.append(survey.scan)
            } else if survey.scan.isAfter(item.spectrum) ?? (survey.number >= item.surveysBefore) {
                after.append(survey.scan)
            } else {
                before.append(survey.scan)
            }
            // Survey spectra read before these are further away still.
            let isComplete = source == nil || !selected.isEmpty
            if isComplete, selected.count + before.count >= parameters.surveysBefore { break }
        }
        return (selected + before).prefix(parameters.surveysBefore) + after.suffix(1)
    }

    /// Forgets the survey spectra that were read first, if enough are left before the first spectrum that waits.
    private mutating func forgetSurveys() {
        let oldest = head < waiting.count ? waiting[head].surveysBefore : surveyCount
        var forgotten = 0
        while keptPeaks > Self.mostKeptPeaks, forgotten + Self.fewestKeptSurveys < surveys.count,
            surveys[forgotten + Self.fewestKeptSurveys].number < oldest
        {
            keptPeaks -= surveys[forgotten].scan.mz.count
            forgotten += 1
        }
        surveys.removeFirst(forgotten)
    }
}
