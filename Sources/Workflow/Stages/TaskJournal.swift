import Synchronization

/// What a stage says about its work while it does it. Counts, set-asides, warnings and notes are kept with the
/// finished task, so that a task that is re-used still accounts for every spectrum.
public final class TaskJournal: Sendable {
    private let entries = Mutex(TaskEntries())
    private let onWarning: @Sendable (String) -> Void
    private let onNote: @Sendable (String) -> Void
    private let onAnnouncement: @Sendable (String) -> Void
    private let onProgress: @Sendable (TaskProgress) -> Void

    /// A journal that passes on what is said as it comes: warnings, notes and results, announcements, progress.
    public init(
        onWarning: @escaping @Sendable (String) -> Void = { _ in },
        onNote: @escaping @Sendable (String) -> Void = { _ in },
        onAnnouncement: @escaping @Sendable (String) -> Void = { _ in },
        onProgress: @escaping @Sendable (TaskProgress) -> Void = { _ in }
    ) {
        self.onWarning = onWarning
        self.onNote = onNote
        self.onAnnouncement = onAnnouncement
        self.onProgress = onProgress
    }

    /// Adds to a count, such as `spectra`.
    public func count(_ name: String, _ number: Int) {
        entries.withLock { $0.counts[name, default: 0] += number }
    }

    /// Adds to what was set aside for a reason, such as `fewer than 10 peaks`.
    public func setAside(_ reason: String, _ number: Int) {
        entries.withLock { $0.setAside[reason, default: 0] += number }
    }

    /// Says that something is probably not as the user meant it: one sentence. The same one is kept once.
    public func warn(_ message: String) {
        if add(message, to: \.warnings) { onWarning(message) }
    }

    /// Says that the results are written but something is wrong with them, such as that nothing was identified: a
    /// warning that makes the run end with ``ExitStatus/incomplete``.
    public func fault(_ message: String) {
        _ = add(message, to: \.faults)
        warn(message)
    }

    /// Keeps a fact for the run record: one sentence. The same one is kept once.
    public func note(_ message: String) {
        if add(message, to: \.notes) { onNote(message) }
    }

    /// Says what came out, in one sentence that the summary of the run shows. The same one is kept once.
    public func report(_ message: String) {
        if add(message, to: \.results) { onNote(message) }
    }

    /// Whether the message was not in the list yet.
    private func add(_ message: String, to list: any WritableKeyPath<TaskEntries, [String]> & Sendable) -> Bool {
        entries.withLock { entries in
            if entries[keyPath: list].contains(message) { return false }
            entries[keyPath: list].append(message)
            return true
        }
    }

    /// Shows a fact while the work goes on, one sentence without its full stop; for the record it takes a note. It stands
    /// without the name of the task, and is meant for what holds for all runs: say it once.
    public func announce(_ message: String) { onAnnouncement(message) }

    /// Says how far the task is, for a progress bar alone.
    public func progress(done: Int, total: Int, unit: String) {
        onProgress(TaskProgress(done: done, total: total, unit: unit))
    }

    /// What was said so far.
    public var snapshot: TaskEntries { entries.withLock { $0 } }
}

/// What a task said about its work.
public struct TaskEntries: Sendable, Hashable, Codable {
    /// Counts by name.
    public var counts: [String: Int] = [:]
    /// How much was set aside, by reason.
    public var setAside: [String: Int] = [:]
    /// Warnings, in the order they came.
    public var warnings: [String] = []
    /// Those of the warnings that make the run incomplete.
    public var faults: [String] = []
    /// Facts for the run record, in the order they came.
    public var notes: [String] = []
    /// What came out, for the summary, in the order it came.
    public var results: [String] = []

    /// Nothing said yet.
    public init() {}
}

extension TaskEntries {
    /// Reads what a task said; those that were kept before there were results have none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        counts = try container.decode([String: Int].self, forKey: .counts)
        setAside = try container.decode([String: Int].self, forKey: .setAside)
        warnings = try container.decode([String].self, forKey: .warnings)
        faults = try container.decode([String].self, forKey: .faults)
        notes = try container.decode([String].self, forKey: .notes)
        results = try container.decodeIfPresent([String].self, forKey: .results) ?? []
    }
}

/// How far a task is.
public struct TaskProgress: Sendable, Hashable {
    /// Units done.
    public var done: Int
    /// Units in all; 0 where that is not known.
    public var total: Int
    /// What is counted, in the plural, such as `spectra`.
    public var unit: String
    /// Id of the stage that is at work; nil where there is none, as in planning.
    public var stage: String?

    /// How far a task is.
    public init(done: Int, total: Int, unit: String, stage: String? = nil) {
        self.done = done
        self.total = total
        self.unit = unit
        self.stage = stage
    }
}
