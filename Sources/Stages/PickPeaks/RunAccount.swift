import SpectrumModel
import Synchronization
import Workflow

/// Adds up what became of the spectra of a run, in file order.
final class RunAccount: Sendable {
    private struct State {
        var summaries: [SpectrumSummary] = []
        var damaged = Remarks()
        var contradictions = Remarks()
        var repaired = Remarks()
        var unpickedSurveys = 0
    }

    private let state = Mutex(State())

    /// Adds the next batch.
    func add(_ batch: PickedBatch) {
        state.withLock {
            $0.summaries += batch.summaries
            $0.damaged.merge(batch.damaged)
            $0.contradictions.merge(batch.contradictions)
            $0.repaired.merge(batch.repaired)
            $0.unpickedSurveys += batch.unpickedSurveys
        }
    }

    /// Survey spectra that could not take part because they stay profile signal.
    var unpickedSurveys: Int { state.withLock { $0.unpickedSurveys } }

    /// Adds what survey spectra showed of the precursor of a spectrum that was added before.
    func add(precursorOf spectrum: Spectrum) {
        state.withLock { state in
            guard state.summaries.indices.contains(spectrum.index) else { return }
            state.summaries[spectrum.index].add(refined: spectrum.precursors)
        }
    }

    /// The account of the whole run, after judging it.
    ///
    /// - Parameters:
    ///   - maximumBadShare: the largest share of damaged spectra with which the run goes on.
    ///   - needsFragments: whether a run without fragment spectra is of no use.
    /// - Throws: ``StageError/tooManyBadSpectra(path:bad:total:allowedShare:first:)``,
    /// ``StageError/noFragmentSpectra(path:levels:)``.
    func finish(
        path: String, maximumBadShare: Double, needsFragments: Bool, journal: TaskJournal
    ) throws -> [SpectrumSummary] {
        try state.withLock { state in
            let levels = Dictionary(grouping: state.summaries, by: \.msLevel).mapValues(\.count)
            Self.count(state.summaries, levels, in: journal)
            try Self.judge(
                state.damaged, of: state.summaries.count, path: path, maximumBadShare: maximumBadShare, journal: journal
            )
            if let first = state.contradictions.first {
                let others = state.contradictions.count - 1
                journal.warn("\(path): \(first)" + (others > 0 ? " (\(others) more are like it)" : ""))
            }
            if let first = state.repaired.first {
                journal.count(CountName.repaired, state.repaired.count)
                journal.warn(
                    "\(path): \(state.repaired.count) profile spectra have samples that were repaired before picking; "
                        + "the first: \(first)")
            }
            guard !needsFragments || levels[2, default: 0] > 0 else {
                throw StageError.noFragmentSpectra(path: path, levels: levels)
            }
            return state.summaries
        }
    }

    /// The deepest MS level that is counted by itself, as the parameter `ms-levels` has it.
    private static let deepestLevel = 10

    private static func count(_ summaries: [SpectrumSummary], _ levels: [Int: Int], in journal: TaskJournal) {
        journal.count(CountName.spectra, summaries.count)
        for (level, count) in levels where level > 0 {
            // A damaged file may state any number, and a new one for each spectrum.
            let isUsual = level <= Self.deepestLevel
            journal.count(isUsual ? CountName.spectra(ofLevel: level) : CountName.deeperSpectra, count)
        }
        for summary in summaries {
            if let reason = summary.setAside { journal.setAside(reason.rawValue, 1) }
        }
    }

    private static func judge(
        _ damaged: Remarks, of total: Int, path: String, maximumBadShare: Double, journal: TaskJournal
    ) throws {
        guard let first = damaged.first else { return }
        guard Double(damaged.count) <= maximumBadShare * Double(total) else {
            throw StageError.tooManyBadSpectra(
                path: path, bad: damaged.count, total: total, allowedShare: maximumBadShare, first: first)
        }
        journal.warn("\(path): \(damaged.count) spectra cannot be read and were set aside; the first: \(first)")
    }
}
