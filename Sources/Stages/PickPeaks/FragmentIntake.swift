import PeakPicking
import SpectrumModel
import Synchronization
import Workflow

/// Takes spectra in file order to the store of fragment spectra; where precursors come from survey spectra, by way of
/// these.
final class FragmentIntake: Sendable {
    private let store: FragmentSpectrumStoreBuilder
    private let account: RunAccount
    private let isChargeDeconvoluted: Bool
    /// `nil` where precursors are as stated.
    private let queue: Mutex<PrecursorQueue?>

    init(
        store: FragmentSpectrumStoreBuilder, account: RunAccount, precursors: PrecursorParameters?,
        isChargeDeconvoluted: Bool
    ) {
        self.isChargeDeconvoluted = isChargeDeconvoluted
        self.store = store
        self.account = account
        queue = Mutex(precursors.map { PrecursorQueue(parameters: $0) })
    }

    /// Takes the next spectra of the file.
    func add(_ items: [PickedBatch.Item]) throws {
        try queue.withLock { queue in
            for item in items {
                switch item {
                case .survey(let survey): try queue?.append(survey, release: keep)
                case .fragments(let spectrum):
                    if queue == nil { try keep(spectrum) } else { try queue?.append(spectrum, release: keep) }
                }
            }
        }
    }

    /// Takes what still waits at the end of the file, and counts what survey spectra said.
    func finish(journal: TaskJournal) throws {
        try queue.withLock { queue in
            try queue?.finish(release: keep)
            for finding in PrecursorFinding.allCases {
                if let count = queue?.findings[finding] { journal.count(finding.rawValue, count) }
            }
        }
    }

    private func keep(_ spectrum: Spectrum) throws {
        account.add(precursorOf: spectrum)
        try store.append(spectrum, isChargeDeconvoluted: isChargeDeconvoluted)
    }
}
