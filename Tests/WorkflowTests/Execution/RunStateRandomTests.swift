import TestSupport
import Testing
import Workflow

/// The rules of a run, held against runs in which chance decides what happens in which order.
@Suite("Rules of a run, whatever happens") struct RunStateRandomTests {
    private func run(
        _ seed: UInt64, jobs: Int? = nil, order: UInt64? = nil, isStrict: Bool = false, damage: Double = 0,
        interruption: Double = 0
    ) -> SimulatedRun {
        var chance = SplitMix64(seed: seed)
        let tasks = SimulatedRun.tasks(
            runs: chance.integer(1..<12), chains: chance.integer(1..<3), joint: chance.integer(1..<5), by: &chance)
        var fate = SimulatedRun.Fate(damage: damage, interruption: interruption)
        for task in tasks {
            if chance.happens(withProbability: 0.1) { fate.failing.insert(task.fingerprint) }
            fate.memory[task.fingerprint] = chance.integer(0..<110)
        }
        let limits = RunState.Limits(jobs: jobs ?? chance.integer(1..<8), isStrict: isStrict)
        var run = SimulatedRun(tasks: tasks, limits: limits, fate: fate, seed: order ?? seed)
        run.perform()
        return run
    }

    @Test("each task ends once, none is begun without what it takes, and never more at once than there are jobs")
    func promises() {
        for seed in 0..<200 as Range<UInt64> {
            let run = run(seed)
            #expect(run.violations == [], "seed \(seed)")
        }
    }

    @Test("where results are damaged, they are made again for all that take them")
    func damage() {
        var repairs = 0
        for seed in 0..<200 as Range<UInt64> {
            let run = run(seed, damage: 0.4)
            #expect(run.violations == [], "seed \(seed)")
            repairs += run.actions.count { if case .repair = $0 { true } else { false } }
        }
        #expect(repairs > 50, "there was damage")
    }

    @Test("a run that fails, or lacks memory even when it is alone, stops no other run")
    func others() {
        for seed in 0..<200 as Range<UInt64> {
            let run = run(seed)
            let fate = run.fate
            for task in run.tasks where task.label.run != nil {
                let isBad = fate.failing.contains(task.fingerprint) || (fate.memory[task.fingerprint] ?? 0) > 100
                let expected = task.isFinished || !isBad
                #expect(run.endings["\(task.label)"]?.hasResult == expected, "seed \(seed), \(task.label)")
            }
        }
    }

    @Test("how tasks end depends neither on their order nor on the number of jobs")
    func order() {
        for seed in 0..<100 as Range<UInt64> {
            let endings = run(seed, jobs: 1).endings
            for jobs in 1...7 {
                #expect(run(seed, jobs: jobs, order: seed &* 7 &+ UInt64(jobs)).endings == endings, "seed \(seed)")
            }
        }
    }

    @Test("the same events give the same actions")
    func repeatable() {
        for seed in 0..<100 as Range<UInt64> {
            let actions = run(seed, damage: 0.3, interruption: 0.1).actions
            #expect(run(seed, damage: 0.3, interruption: 0.1).actions == actions)
        }
    }

    @Test("after an interruption nothing is begun, and what was not finished says so")
    func interruption() {
        var interrupted = 0
        for seed in 0..<200 as Range<UInt64> {
            let run = run(seed, damage: 0.2, interruption: 0.1)
            #expect(run.violations == [], "seed \(seed)")
            guard run.isInterrupted else { continue }
            interrupted += 1
            let wasBegun = run.actions.contains { if case .stop = $0 { true } else { false } }
            #expect(wasBegun, "what is at work is told, seed \(seed)")
        }
        #expect(interrupted > 50)
    }

    @Test("a strict run begins nothing after the first failure")
    func strict() {
        var stopped = 0
        for seed in 0..<200 as Range<UInt64> {
            let run = run(seed, isStrict: true)
            #expect(run.violations == [], "seed \(seed)")
            let failure = run.actions.firstIndex { if case .settle(_, .failed, _) = $0 { true } else { false } }
            guard let failure else { continue }
            stopped += 1
            #expect(!run.actions[failure...].contains { if case .start = $0 { true } else { false } }, "seed \(seed)")
        }
        #expect(stopped > 50)
    }
}
