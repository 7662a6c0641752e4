extension RunState {
    /// What the rules have to know of a task.
    package struct Item: Sendable {
        /// What it is called; a task without a run is a joint one.
        package var label: TaskLabel
        /// Tasks with the same have one result.
        package var fingerprint: String
        /// Fingerprints of the tasks it takes values from, which come before it.
        package var sources: [String]
        /// Whether an earlier run finished it.
        package var isFinished: Bool

        /// A task.
        package init(label: TaskLabel, fingerprint: String, sources: [String] = [], isFinished: Bool = false) {
            self.label = label
            self.fingerprint = fingerprint
            self.sources = sources
            self.isFinished = isFinished
        }
    }

    /// What a run may use.
    package struct Limits: Sendable {
        /// Threads, at least 1.
        package var jobs: Int
        /// The memory budget in bytes.
        package var memoryBytes: Int
        /// Whether the first failure ends the run.
        package var isStrict: Bool

        /// Limits.
        package init(jobs: Int, memoryBytes: Int = .max, isStrict: Bool = false) {
            self.jobs = jobs
            self.memoryBytes = memoryBytes
            self.isStrict = isStrict
        }
    }

    /// Something that happened. Tasks are named by their places.
    package enum Event: Sendable {
        /// The run begins.
        case begun
        /// An attempt at a task ended.
        case ended(Int, End)
        /// The user wants the run to end.
        case interrupted
        /// The joint tasks that ``Action/planJoint(over:)`` asks for.
        case jointTasks([Item])
    }

    /// How an attempt at a task ended.
    package enum End: Sendable, Hashable {
        /// It has its result.
        case finished
        /// It failed, and this is why.
        case failed(String)
        /// It found too little memory, and this is the message.
        case lackedMemory(String)
        /// A value it takes from another task is damaged.
        case damagedSource(DamagedArtefact)
        /// It was stopped.
        case stopped
    }

    /// What is to be done.
    package enum Action: Sendable, Hashable {
        /// Attempt a task with so many threads.
        case start(Int, threads: Int)
        /// A task that has ended will be begun again, since its result is damaged.
        case repair(Int, DamagedArtefact)
        /// Stop what is at work; each attempt still ends with an event.
        case stop
        /// Say which joint tasks there are over these tasks of runs.
        case planJoint(over: [Int])
        /// A task has ended for good, unless it is repaired; like another of the same fingerprint, which was done for it.
        case settle(Int, Ending, like: Int?)
    }

    /// How a task ended for good.
    package enum Ending: Sendable, Hashable {
        /// An earlier run had finished it.
        case reused
        /// It is done.
        case done
        /// It failed, and this is why.
        case failed(String)
        /// It was not begun, or not finished, and this is why.
        case notDone(String)

        /// Whether there is a result to go on with.
        package var hasResult: Bool { self == .reused || self == .done }
    }
}
