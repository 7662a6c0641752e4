internal import Synchronization

/// The memory this process may use for data, handed out in reservations.
///
/// It counts what its users say they need; it does not measure. Peak memory is bounded because whoever holds much data
/// reserves it first, and partitions or spills what is not given.
public final class MemoryBudget: Sendable {
    private let ledger: Mutex<MemoryLedger>

    /// A budget of that many bytes.
    /// - Precondition: `bytes` is not negative.
    public init(bytes: Int) {
        precondition(bytes >= 0, "a memory budget must not be negative")
        ledger = Mutex(MemoryLedger(total: bytes))
    }

    /// The whole budget, in bytes.
    public var total: Int { ledger.withLock { $0.total } }
    /// Bytes that are reserved.
    public var used: Int { ledger.withLock { $0.used } }
    /// Bytes that are free.
    public var available: Int { ledger.withLock { $0.available } }
    /// The most bytes that were ever reserved at once.
    public var peak: Int { ledger.withLock { $0.peak } }
    /// Number of requests that wait.
    package var waitingCount: Int { ledger.withLock { $0.waitingCount } }

    /// Takes memory that is free now, also where others wait for more.
    /// - Parameters:
    ///   - bytes: how much.
    ///   - purpose: what it is for, as the subject of a sentence: "the peptide table".
    /// - Returns: the reservation; its memory is free again when it ends.
    /// - Throws: ``MemoryError`` where there is too little.
    /// - Precondition: `bytes` is not negative.
    public func reserve(_ bytes: Int, for purpose: String) throws(MemoryError) -> MemoryReservation {
        let id = try ledger.withLock { (ledger) throws(MemoryError) in try ledger.reserve(bytes, for: purpose) }
        return MemoryReservation(budget: self, id: id, purpose: purpose)
    }

    /// Takes as much of the memory that is free now as the caller makes of it; nobody takes any in between.
    /// - Parameters:
    ///   - purpose: what it is for, as the subject of a sentence.
    ///   - size: how much, not negative, given the bytes that are free.
    /// - Returns: the reservation; its memory is free again when it ends.
    /// - Throws: ``MemoryError`` where `size` asks for more than there is.
    public func reserve(
        for purpose: String, size: (_ availableBytes: Int) -> Int
    ) throws(MemoryError) -> MemoryReservation {
        let id = try ledger.withLock { (ledger) throws(MemoryError) in
            try ledger.reserve(size(ledger.available), for: purpose)
        }
        return MemoryReservation(budget: self, id: id, purpose: purpose)
    }

    /// Takes memory, waiting until there is enough. Those who wait are served in the order they came: a small request
    /// does not overtake a large one, so none waits for ever.
    ///
    /// A task that holds a reservation and waits for another can wait for itself: reserve once, or use
    /// ``MemoryReservation/resize(to:)``.
    /// - Throws: ``MemoryError/exceedsBudget(purpose:requestedBytes:budgetBytes:)`` at once where waiting cannot help;
    ///   `CancellationError` where the task is cancelled while it waits.
    /// - Precondition: `bytes` is not negative.
    public func waitAndReserve(_ bytes: Int, for purpose: String) async throws -> MemoryReservation {
        let ticket = ledger.withLock { $0.makeTicket() }
        let id = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let request = MemoryLedger.Request(
                    ticket: ticket, bytes: bytes, purpose: purpose, continuation: continuation)
                update { $0.enqueue(request) }
            }
        } onCancel: {
            update { $0.cancel(ticket: ticket) }
        }
        return MemoryReservation(budget: self, id: id, purpose: purpose)
    }

    func bytes(of id: Int) -> Int { ledger.withLock { $0.bytes(of: id) } }

    func resize(_ id: Int, to bytes: Int, for purpose: String) throws(MemoryError) {
        let answers = try ledger.withLock { (ledger) throws(MemoryError) in
            try ledger.resize(id, to: bytes, for: purpose)
            return ledger.takeAnswers()
        }
        for answer in answers { answer.resume() }
    }

    func release(_ id: Int) { update { $0.release(id) } }

    /// Changes the ledger, then answers those whose wait is over, outside the lock.
    private func update(_ change: (inout MemoryLedger) -> Void) {
        let answers = ledger.withLock { ledger in
            change(&ledger)
            return ledger.takeAnswers()
        }
        for answer in answers { answer.resume() }
    }
}

/// A share of a memory budget, given back at ``release()`` or at the end of the value.
public final class MemoryReservation: Sendable {
    /// What the memory is for.
    public let purpose: String
    private let budget: MemoryBudget
    private let id: Int

    init(budget: MemoryBudget, id: Int, purpose: String) {
        self.budget = budget
        self.id = id
        self.purpose = purpose
    }

    deinit { release() }

    /// Size of the share in bytes; 0 after ``release()``.
    public var bytes: Int { budget.bytes(of: id) }

    /// Makes the share larger or smaller.
    /// - Throws: ``MemoryError`` where there is too little; the share stays as it was then.
    /// - Precondition: `bytes` is not negative, and ``release()`` was not called.
    public func resize(to bytes: Int) throws(MemoryError) { try budget.resize(id, to: bytes, for: purpose) }

    /// Gives the share back. Does nothing a second time.
    public func release() { budget.release(id) }
}
