import Testing
import Workflow

@Suite struct RunStateTests {
    private func task(_ run: String, _ fingerprint: String? = nil, stage: String = "search") -> RunState.Item {
        RunState.Item(label: TaskLabel(stages: [stage], run: run), fingerprint: fingerprint ?? run)
    }

    private func joint(_ id: String, _ sources: [String]) -> RunState.Item {
        RunState.Item(label: TaskLabel(stages: [id], run: nil), fingerprint: id, sources: sources)
    }

    private let damage = DamagedArtefact(file: "a.npz", fingerprint: "a", reason: "bad")

    @Test("tasks of runs share the jobs, and those that are left follow in their order")
    func jobs() {
        var state = RunState(tasks: ["a", "b", "c"].map { task($0) }, limits: .init(jobs: 5, memoryBytes: 128_000_000))
        #expect(state.apply(.begun) == [.start(0, threads: 2), .start(1, threads: 2)], "memory for two")
        #expect(state.apply(.ended(1, .finished)) == [.settle(1, .done, like: nil), .start(2, threads: 2)])
        #expect(state.apply(.ended(0, .failed("no"))) == [.settle(0, .failed("no"), like: nil)])
        #expect(
            state.apply(.ended(2, .finished)) == [.settle(2, .done, like: nil), .planJoint(over: [1, 2])],
            "the run that failed is left out")
        #expect(state.apply(.jointTasks([])) == [] && state.isOver)
    }

    @Test("what is finished or the same as another is not begun")
    func twins() {
        var finished = task("a")
        finished.isFinished = true
        let tasks = [finished, task("b"), task("b", stage: "again"), joint("sum", ["a", "b"])]
        var state = RunState(tasks: tasks, limits: .init(jobs: 4))
        #expect(state.apply(.begun) == [.settle(0, .reused, like: nil), .start(1, threads: 4)])
        let actions = state.apply(.ended(1, .finished))
        #expect(actions == [.settle(1, .done, like: nil), .settle(2, .done, like: 1), .planJoint(over: [0, 1, 2])])
        #expect(state.apply(.jointTasks([tasks[3]])) == [.start(3, threads: 4)])
    }

    @Test("a task that lacks memory waits for another to end, and fails where it was alone")
    func memory() {
        var state = RunState(tasks: ["a", "b", "c"].map { task($0) }, limits: .init(jobs: 2))
        _ = state.apply(.begun)
        #expect(state.apply(.ended(0, .lackedMemory("little"))) == [], "it keeps its place, so that c does not begin")
        #expect(
            state.apply(.ended(1, .finished))
                == [.settle(1, .done, like: nil), .start(0, threads: 1), .start(2, threads: 1)])
        #expect(state.apply(.ended(2, .finished)) == [.settle(2, .done, like: nil)])
        #expect(state.apply(.ended(0, .lackedMemory("little"))) == [.start(0, threads: 1)], "c was there for a while")
        #expect(
            state.apply(.ended(0, .lackedMemory("little")))
                == [.settle(0, .failed("little"), like: nil), .planJoint(over: [1, 2])])
    }

    @Test("a damaged value is made again once for each task that finds it so")
    func repair() {
        let tasks = [task("a"), joint("sum", ["a"])]
        var state = RunState(tasks: tasks, limits: .init(jobs: 1))
        _ = state.apply(.begun)
        _ = state.apply(.ended(0, .finished))
        #expect(state.apply(.jointTasks([tasks[1]])) == [.start(1, threads: 1)])
        #expect(state.apply(.ended(1, .damagedSource(damage))) == [.repair(0, damage), .start(0, threads: 1)])
        #expect(state.apply(.ended(0, .finished)) == [.settle(0, .done, like: nil), .start(1, threads: 1)])
        #expect(state.apply(.ended(1, .damagedSource(damage))) == [.settle(1, .failed("\(damage)"), like: nil)])
        #expect(state.isOver)
    }

    @Test("what waited for a repair that failed is not done, nor what takes values from it")
    func failedRepair() {
        let tasks = [task("a"), joint("sum", ["a"]), joint("table", ["sum"])]
        var state = RunState(tasks: tasks, limits: .init(jobs: 1))
        _ = state.apply(.begun)
        _ = state.apply(.ended(0, .finished))
        _ = state.apply(.jointTasks(Array(tasks[1...])))
        _ = state.apply(.ended(1, .damagedSource(damage)))
        #expect(
            state.apply(.ended(0, .failed("no"))) == [
                .settle(0, .failed("no"), like: nil),
                .settle(1, .notDone("'a: search' could not be done again after its result was damaged"), like: nil),
                .settle(2, .notDone("'sum' has no result"), like: nil),
            ])
        #expect(state.isOver)
    }

    @Test("a repair that is interrupted leaves neither the task nor what waited for it with a result")
    func interruptedRepair() {
        let tasks = [task("a"), joint("sum", ["a"])]
        var state = RunState(tasks: tasks, limits: .init(jobs: 1))
        _ = state.apply(.begun)
        _ = state.apply(.ended(0, .finished))
        _ = state.apply(.jointTasks([tasks[1]]))
        _ = state.apply(.ended(1, .damagedSource(damage)))
        #expect(state.apply(.interrupted) == [.stop])
        #expect(!state.isOver)
        let notDone = RunState.Ending.notDone("the run was interrupted")
        #expect(state.apply(.ended(0, .stopped)) == [.settle(0, notDone, like: nil), .settle(1, notDone, like: nil)])
        #expect(state.isOver)
    }

    @Test("where no run came through, nothing is joined")
    func noSurvivor() {
        var state = RunState(tasks: [task("a"), joint("sum", ["a"])], limits: .init(jobs: 1))
        _ = state.apply(.begun)
        #expect(
            state.apply(.ended(0, .failed("no")))
                == [.settle(0, .failed("no"), like: nil), .settle(1, .notDone("no run succeeded"), like: nil)])
        #expect(state.isOver)
    }
}
