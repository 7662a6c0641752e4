import Foundations
import Synchronization
import Testing

@Suite("Memory budget")
struct MemoryBudgetTests {
    @Test("reservations count while they live, and the peak stays")
    func accounting() throws {
        let budget = MemoryBudget(bytes: 100)
        let first = try budget.reserve(60, for: "peaks")
        do {
            let second = try budget.reserve(40, for: "peptides")
            #expect(budget.available == 0)
            #expect(second.bytes == 40)
        }
        #expect(budget.used == 60)
        first.release()
        first.release()
        #expect(budget.used == 0)
        #expect(first.bytes == 0)
        #expect(budget.peak == 100)
    }

    @Test("who takes what is free of the memory is not overtaken in between")
    func sizedReservation() async throws {
        let budget = MemoryBudget(bytes: 1_000_000)
        let all = try await withThrowingTaskGroup(of: MemoryReservation.self) { group in
            for _ in 0..<200 {
                group.addTask { try budget.reserve(for: "peaks") { $0 - $0 / 2 } }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(budget.available == 0)
        #expect(all.map(\.bytes).sorted(by: >).prefix(3) == [500_000, 250_000, 125_000])
        #expect(throws: MemoryError.self) { try budget.reserve(for: "peaks") { $0 + 1 } }
    }

    @Test("the error says who asked for what and who holds what, the largest first")
    func error() throws {
        let budget = MemoryBudget(bytes: 1_000_000)
        let small = try budget.reserve(200_000, for: "the spectrum store")
        let large = try budget.reserve(700_000, for: "the peptide table")
        let error = #expect(throws: MemoryError.self) { try budget.reserve(150_000, for: "the index") }
        #expect(
            error?.description
                == "the index needs 150 kB, but only 100 kB of the memory budget of 1 MB are free "
                + "(the peptide table holds 700 kB, the spectrum store holds 200 kB); "
                + "give a larger --memory or fewer --jobs")
        #expect(budget.used == small.bytes + large.bytes)
    }

    @Test("more than the whole budget is refused at once, waiting or not")
    func tooLarge() async throws {
        let budget = MemoryBudget(bytes: 10)
        let expected = MemoryError.exceedsBudget(purpose: "x", requestedBytes: 11, budgetBytes: 10)
        #expect(throws: expected) { try budget.reserve(11, for: "x") }
        await #expect(throws: expected) { try await budget.waitAndReserve(11, for: "x") }
    }

    @Test("a reservation grows where there is room, shrinks always, and stays as it was where it cannot grow")
    func resize() throws {
        let budget = MemoryBudget(bytes: 100)
        let reservation = try budget.reserve(10, for: "table")
        try reservation.resize(to: 90)
        let other = try budget.reserve(5, for: "other")
        #expect(throws: MemoryError.self) { try reservation.resize(to: 96) }
        #expect(reservation.bytes == 90)
        try reservation.resize(to: 1)
        #expect(budget.used == 6)
        other.release()
    }

    @Test(
        "those who wait are served in the order they came; a small request does not overtake", .timeLimit(.minutes(5)))
    func order() async throws {
        let budget = MemoryBudget(bytes: 100)
        let served = Log()
        let holder = try budget.reserve(100, for: "holder")
        try await withThrowingTaskGroup { group in
            for (number, bytes) in [80, 10, 60, 30].enumerated() {
                let waiting = budget.waitingCount
                group.addTask {
                    let reservation = try await budget.waitAndReserve(bytes, for: "task \(number)")
                    served.append(number)
                    reservation.release()
                }
                try await waitUntil { budget.waitingCount > waiting }
            }
            try holder.resize(to: 50)
            #expect(served.numbers.isEmpty, "80 bytes wait, so the 10 behind them wait too")
            holder.release()
            try await group.waitForAll()
        }
        // 80 and 10 fit together; then each release serves the next.
        #expect(Set(served.numbers.prefix(2)) == [0, 1])
        #expect(Set(served.numbers) == [0, 1, 2, 3])
        #expect(budget.used == 0)
    }

    @Test("a wait that is cancelled ends, takes nothing, and lets those behind it through", .timeLimit(.minutes(5)))
    func cancellation() async throws {
        let budget = MemoryBudget(bytes: 100)
        let holder = try budget.reserve(50, for: "holder")
        let blocked = Task { try await budget.waitAndReserve(80, for: "blocked") }
        try await waitUntil { budget.waitingCount == 1 }
        let behind = Task { try await budget.waitAndReserve(50, for: "behind") }
        try await waitUntil { budget.waitingCount == 2 }
        blocked.cancel()
        await #expect(throws: CancellationError.self) { try await blocked.value }
        let reservation = try await behind.value
        #expect(budget.used == 100)
        reservation.release()
        holder.release()
        #expect(budget.used == 0)
    }

    @Test("a task cancelled beforehand does not get memory")
    func cancelledBefore() async throws {
        let budget = MemoryBudget(bytes: 100)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await budget.waitAndReserve(10, for: "nobody")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(budget.used == 0)
    }

    @Test("no wait is lost and the budget is never exceeded under stress", .timeLimit(.minutes(5)))
    func stress() async throws {
        let budget = MemoryBudget(bytes: 1_000)
        let finished = Log()
        await withTaskGroup { group in
            for number in 0..<2_000 {
                group.addTask {
                    let task = Task {
                        var generator = SeededGenerator(seed: UInt64(number))
                        let held = try await budget.waitAndReserve(1 + generator.next(upperBound: 700), for: "task")
                        await Task.yield()
                        try held.resize(to: 1)
                    }
                    if number % 3 == 0 { task.cancel() }
                    _ = await task.result
                    finished.append(number)
                }
            }
        }
        #expect(finished.numbers.count == 2_000)
        #expect(budget.used == 0)
        #expect(budget.waitingCount == 0)
        #expect((500...1_000).contains(budget.peak))
    }

    /// Lets others run until something is so; ends where the test is cancelled.
    private func waitUntil(_ condition: () -> Bool) async throws {
        while !condition() { try await Task.sleep(for: .milliseconds(1)) }
    }
}
