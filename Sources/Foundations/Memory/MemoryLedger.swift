/// The books of a memory budget as plain values: who holds what and who waits, without lock or task.
struct MemoryLedger: Sendable {
    /// Somebody who waits for memory.
    struct Request: Sendable {
        let ticket: Int
        let bytes: Int
        let purpose: String
        let continuation: CheckedContinuation<Int, any Error>
    }

    /// What somebody who waited is told.
    struct Answer: Sendable {
        let continuation: CheckedContinuation<Int, any Error>
        let result: Result<Int, any Error>

        func resume() { continuation.resume(with: result) }
    }

    let total: Int
    private(set) var used = 0
    private(set) var peak = 0
    private var held: [Int: MemoryHolding] = [:]
    private var queue: [Request] = []
    /// Tickets cancelled before their request came: cancellation may be quicker than the task.
    private var cancelledEarly: Set<Int> = []
    private var open: Set<Int> = []
    private var answers: [Answer] = []
    private var lastNumber = 0

    init(total: Int) {
        self.total = total
    }

    var available: Int { total - used }

    var waitingCount: Int { queue.count }

    var holdings: [MemoryHolding] {
        held.values.filter { $0.bytes > 0 }.sorted { ($1.bytes, $0.purpose) < ($0.bytes, $1.purpose) }
    }

    func bytes(of id: Int) -> Int { held[id]?.bytes ?? 0 }

    mutating func reserve(_ bytes: Int, for purpose: String) throws(MemoryError) -> Int {
        try check(bytes, additionalBytes: bytes, for: purpose)
        return grant(bytes, for: purpose)
    }

    mutating func resize(_ id: Int, to bytes: Int, for purpose: String) throws(MemoryError) {
        // Sizes that do not fit are errors below; only the holder can have released what it resizes.
        guard let before = held[id] else { preconditionFailure("a released reservation cannot be resized: \(purpose)") }
        try check(bytes, additionalBytes: bytes - before.bytes, for: purpose)
        held[id] = MemoryHolding(purpose: before.purpose, bytes: bytes)
        count(bytes - before.bytes)
        serve()
    }

    mutating func release(_ id: Int) {
        guard let holding = held.removeValue(forKey: id) else { return }
        count(-holding.bytes)
        serve()
    }

    /// A number for a request that may come.
    mutating func makeTicket() -> Int {
        lastNumber += 1
        open.insert(lastNumber)
        return lastNumber
    }

    /// Puts a request at the end of the queue, and answers it at once where that is possible.
    mutating func enqueue(_ request: Request) {
        precondition(request.bytes >= 0, "a reservation must not be negative")
        if cancelledEarly.remove(request.ticket) != nil {
            answer(request, .failure(CancellationError()))
        } else if request.bytes > total {
            answer(
                request,
                .failure(
                    MemoryError.exceedsBudget(
                        purpose: request.purpose, requestedBytes: request.bytes, budgetBytes: total)))
        } else {
            queue.append(request)
            serve()
        }
    }

    /// Ends a wait. A request that was answered already keeps its answer.
    mutating func cancel(ticket: Int) {
        guard open.contains(ticket) else { return }
        guard let place = queue.firstIndex(where: { $0.ticket == ticket }) else {
            cancelledEarly.insert(ticket)
            return
        }
        answer(queue.remove(at: place), .failure(CancellationError()))
        serve()
    }

    /// The answers decided since the last call; the caller gives them.
    mutating func takeAnswers() -> [Answer] {
        defer { answers.removeAll() }
        return answers
    }

    private mutating func serve() {
        while let first = queue.first, first.bytes <= available {
            queue.removeFirst()
            answer(first, .success(grant(first.bytes, for: first.purpose)))
        }
    }

    private mutating func answer(_ request: Request, _ result: Result<Int, any Error>) {
        open.remove(request.ticket)
        answers.append(Answer(continuation: request.continuation, result: result))
    }

    private func check(_ bytes: Int, additionalBytes: Int, for purpose: String) throws(MemoryError) {
        precondition(bytes >= 0, "a reservation must not be negative")
        if bytes > total { throw .exceedsBudget(purpose: purpose, requestedBytes: bytes, budgetBytes: total) }
        if additionalBytes > available {
            throw .exhausted(
                purpose: purpose, requestedBytes: bytes, availableBytes: available, budgetBytes: total,
                holdings: holdings)
        }
    }

    private mutating func grant(_ bytes: Int, for purpose: String) -> Int {
        lastNumber += 1
        held[lastNumber] = MemoryHolding(purpose: purpose, bytes: bytes)
        count(bytes)
        return lastNumber
    }

    private mutating func count(_ bytes: Int) {
        used += bytes
        peak = max(peak, used)
    }
}
