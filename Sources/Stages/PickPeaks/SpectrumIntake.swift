import PeakPicking
import SpectrumModel
import Synchronization
import Workflow

/// Takes spectra in file order to where they are kept: fragment spectra to their store, where precursors come from
/// survey spectra by way of these; peaks of survey spectra to theirs, where something asks for them.
final class SpectrumIntake: Sendable {
    private let fragments: FragmentSpectrumStoreBuilder
    /// `nil` where nothing asks for peaks of survey spectra.
    private let surveys: SurveyPeakStoreBuilder?
    private let account: RunAccount
    private let isChargeDeconvoluted: Bool
    /// `nil` where precursors are as stated.
    private let queue: Mutex<PrecursorQueue?>

    init(
        fragments: FragmentSpectrumStoreBuilder, surveys: SurveyPeakStoreBuilder?, account: RunAccount,
        precursors: PrecursorParameters?, isChargeDeconvoluted: Bool
    ) {
        self.fragments = fragments
        self.surveys = surveys
        self.account = account
        self.isChargeDeconvoluted = isChargeDeconvoluted
        queue = Mutex(precursors.map { PrecursorQueue(parameters: $0) })
    }

    /// Takes the next spectra of the file.
    func add(_ items: [PickedBatch.Item]) throws {
        try queue.withLock { queue in
            for item in items {
                switch item {
                case .survey(let survey):
                    try surveys?.append(survey)
                    try queue?.append(survey, release: keep)
                case .fragments(let spectrum):
                    if queue == nil { try keep(spectrum) } else { try queue?.append(spectrum, release: keep) }
                }
            }
        }
    }

    /// Takes what still waits at the end of the file, and counts what survey spectra said.
    ///
    /// - Returns: what was kept, by port.
    func finish(journal: TaskJournal) throws -> PortValues {
        try queue.withLock { queue in
            try queue?.finish(release: keep)
            for finding in PrecursorFinding.allCases {
                if let count = queue?.findings[finding] { journal.count(finding.rawValue, count) }
            }
        }
        var values = PortValues([.ms2Peaks: fragments.finish()])
        if let surveys { values[.ms1Peaks] = try surveys.finish() }
        return values
    }

    private func keep(_ spectrum: Spectrum) throws {
        account.add(precursorOf: spectrum)
        // A spectrum whose isolation window shows no ion has nothing to be searched by.
        guard spectrum.precursors.contains(where: { $0.mz != nil }) else { return }
        try fragments.append(spectrum, isChargeDeconvoluted: isChargeDeconvoluted)
    }
}
