/// What each worker of an ordered parallel map does.
struct OrderedMapWorker<Input: Sendable, Output: Sendable, State>: Sendable {
    let coordinator: OrderedMapCoordinator<Output>
    let makeState: @Sendable () throws -> State
    let next: @Sendable () throws -> Input?
    let transform: @Sendable (inout State, Input) async throws -> Output
    let deliver: @Sendable (Output) async throws -> Void

    /// Claims, transforms and delivers until nothing is left to claim.
    /// - Throws: the error that ended the map, from the one worker that found it certain.
    func run() async throws {
        guard let first = try await claim() else { return }
        var state: State
        do {
            state = try makeState()
        } catch {
            return try finish(coordinator.fail(error, at: first.index))
        }
        var claimed = Optional(first)
        while let (index, input) = claimed {
            let output: Output
            do {
                output = try await transform(&state, input)
            } catch {
                return try finish(coordinator.fail(error, at: index))
            }
            try await hand(output, at: index)
            claimed = try await claim()
        }
    }

    private func claim() async throws -> (index: Int, input: Input)? {
        guard let index = await coordinator.beginClaim() else { return nil }
        do {
            guard let input = try next() else {
                coordinator.endClaim(isLast: true)
                return nil
            }
            coordinator.endClaim(isLast: false)
            return (index, input)
        } catch {
            try finish(coordinator.fail(error, at: index))
            return nil
        }
    }

    /// Hands an output over. Whoever completes the earliest output that is missing delivers it and all that wait for it.
    private func hand(_ output: Output, at index: Int) async throws {
        var step = coordinator.complete(output, at: index)
        while case .deliver(let output, let index) = step {
            do {
                try await deliver(output)
            } catch {
                step = coordinator.failDelivery(error, at: index)
                break
            }
            step = coordinator.delivered()
        }
        try finish(step)
    }

    private func finish(_ step: OrderedMapCoordinator<Output>.Step) throws {
        if case .end(let error) = step { throw error }
    }
}
