public import Foundations

/// How far a run is, made of its events: the share that is done, the time left, and what each task is at.
///
/// It knows no clock and no terminal; who shows it says what time it is, in seconds since the run began.
public struct RunProgress: Sendable {
    private struct Active: Sendable {
        var label: TaskLabel
        var progress: TaskProgress?
        /// When the present stage was first heard of, and how much of it was done then.
        var stageSeconds = 0.0
        var stageDone = 0

        /// The share of the task that is done; its stages count alike.
        var share: Double {
            guard let progress, let stage = label.stages.firstIndex(of: progress.stage ?? "") else { return 0 }
            let part = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
            return (Double(stage) + min(1, part)) / Double(label.stages.count)
        }
    }

    /// How many inputs have been read, before the tasks are known.
    private var inputs: TaskProgress?
    private var total = 0
    private var reused = 0
    private var finished = 0
    /// In the order in which they were begun.
    private var active: [Active] = []

    /// A run of which nothing is known.
    public init() {}

    /// Takes in what happened.
    public mutating func observe(_ event: RunEvent, at seconds: Double) {
        switch event {
        case .inputsRead(let progress): inputs = progress
        case .planned(_, let tasks, _): total = tasks
        case .taskStarted(let label, _):
            end(label)
            active.append(Active(label: label))
        case .taskProgress(let label, let progress): advance(label, progress, at: seconds)
        case .taskFinished(let label, _), .taskFailed(let label, _, _):
            end(label)
            finished += 1
        case .taskReused: reused += 1
        case .warning, .announcement, .runFinished: break
        }
    }

    private mutating func end(_ label: TaskLabel) { active.removeAll { $0.label == label } }

    private mutating func advance(_ label: TaskLabel, _ progress: TaskProgress, at seconds: Double) {
        guard let index = active.firstIndex(where: { $0.label == label }) else { return }
        let last = active[index].progress
        if last?.stage != progress.stage || last?.unit != progress.unit || progress.done < active[index].stageDone {
            active[index].stageSeconds = seconds
            active[index].stageDone = progress.done
        }
        active[index].progress = progress
    }

    // MARK: Figures

    /// The share of the tasks that is done, from 0 to 1; what was re-used is done.
    public var share: Double {
        total > 0 ? min(1, (Double(reused) + done) / Double(total)) : 0
    }

    /// Tasks done now, and the done shares of those at work.
    private var done: Double { Double(finished) + active.reduce(0) { $0 + $1.share } }

    /// About how many seconds the rest takes if it goes on as until now, tasks counting alike; nil where too little is done
    /// to say.
    public func secondsLeft(at seconds: Double) -> Double? {
        let toDo = Double(total - reused)
        guard seconds >= 3, done >= 0.02 * toDo, done > 0 else { return nil }
        return seconds * max(0, toDo - done) / done
    }

    /// How much of its unit the present stage of a task does in a second; nil where too little is done to say.
    public func rate(of label: TaskLabel, at seconds: Double) -> Double? {
        guard let task = active.first(where: { $0.label == label }), let progress = task.progress else { return nil }
        let time = seconds - task.stageSeconds
        guard time >= 0.5, progress.done > task.stageDone else { return nil }
        return Double(progress.done - task.stageDone) / time
    }

    // MARK: Text

    /// `QC_01: search: 12,000 of 40,000 spectra (30 %), 1,200/s`; nil for a task that is not at work.
    public func text(of label: TaskLabel, at seconds: Double) -> String? {
        guard let task = active.first(where: { $0.label == label }) else { return nil }
        let progress = task.progress
        let stage = progress?.stage ?? label.stages.first ?? ""
        var text = label.run.map { "\($0): \(stage)" } ?? stage
        if let progress { text += ": \(ProgressText.amount(progress))" }
        if let progress, let rate = rate(of: label, at: seconds) {
            text += ", \(ProgressText.rate(rate, of: progress.unit))"
        }
        return text
    }

    /// `about 2 min`.
    public static func duration(_ seconds: Double) -> String { Approximation.duration(seconds) }

    /// The whole picture: a line with a bar for the run, then one for each task at work.
    ///
    /// - Parameters:
    ///   - memory: what the program has in memory now; nil where that is not known.
    ///   - width: characters in a line at the most.
    ///   - height: lines at the most; what does not fit is counted.
    ///   - isUnicode: whether the bar may be drawn with characters that are not ASCII.
    public func lines(
        at seconds: Double, memory: ByteSize? = nil, width: Int = 80, height: Int = 8, isUnicode: Bool = true
    ) -> [String] {
        if total == 0, let inputs {
            return [String("Reading inputs: \(ProgressText.amount(inputs))".prefix(max(20, width)))]
        }
        let barWidth = 24
        let filled = Int(share * Double(barWidth))
        let bar =
            String(repeating: isUnicode ? "█" : "#", count: filled)
            + String(repeating: isUnicode ? "·" : "-", count: barWidth - filled)
        var line = "\(bar) \(Int(share * 100)) %  \(finished + reused)/\(total) tasks  \(ElapsedTime.text(seconds))"
        if let left = secondsLeft(at: seconds) { line += ", \(Self.duration(left)) left" }
        if let memory { line += "  memory \(memory)" }
        let tasks = active.compactMap { text(of: $0.label, at: seconds) }.map { "  " + $0 }
        let room = max(0, height - 1)
        let shown = tasks.count <= room ? tasks : Array(tasks.prefix(max(0, room - 1)))
        let others = tasks.count - shown.count
        let rest = others > 0 && room > 0 ? ["  and \(others) more"] : []
        return ([line] + shown + rest).map { String($0.prefix(max(20, width))) }
    }
}
