import Foundation
import Foundations
import Testing
import Workflow

@Suite("How far a run is") struct RunProgressTests {
    private let first = TaskLabel(stages: ["pick", "search"], run: "a")
    private let second = TaskLabel(stages: ["pick", "search"], run: "b")

    /// Four tasks: one re-used, one at work.
    private func begun() throws -> RunProgress {
        var progress = RunProgress()
        progress.observe(.planned(workflow: "w", tasks: 4, reused: 1), at: 0)
        progress.observe(.taskReused(TaskLabel(stages: ["pick", "search"], run: "c"), try report), at: 0)
        progress.observe(.taskStarted(first, reason: "new"), at: 0)
        return progress
    }

    private var report: TaskReport {
        get throws {
            let text = """
                {"fingerprint":"","label":{"stages":[],"run":null},"program":{"name":"toy","version":"1"},"stages":[],"inputs":[],
                "sources":[],"artefacts":[],"outputs":[],"started":"","finished":"","seconds":1}
                """
            return try JSONDecoder().decode(TaskReport.self, from: Data(text.utf8))
        }
    }

    @Test("the stages of a task count alike, and so do the tasks")
    func share() throws {
        var progress = try begun()
        #expect(progress.share == 0.25)
        progress.observe(.taskProgress(first, TaskProgress(done: 5, total: 10, unit: "spectra", stage: "pick")), at: 1)
        #expect(progress.share == (1 + 0.25) / 4)
        progress.observe(
            .taskProgress(first, TaskProgress(done: 0, total: 10, unit: "spectra", stage: "search")), at: 2)
        #expect(progress.share == (1 + 0.5) / 4)
        progress.observe(.taskFailed(first, message: "bad", lastWords: []), at: 3)
        #expect(progress.share == 0.5)
    }

    @Test("before the tasks are known it says how many inputs have been read")
    func inputs() {
        var progress = RunProgress()
        progress.observe(.inputsRead(TaskProgress(done: 3, total: 12, unit: "files")), at: 1)
        #expect(progress.lines(at: 1) == ["Reading inputs: 3 of 12 files (25 %)"])
        progress.observe(.planned(workflow: "w", tasks: 4, reused: 1), at: 2)
        #expect(progress.lines(at: 2)[0].contains("0/4 tasks"))
    }

    @Test("the time left is that of what is not done at the pace of what was done now, not of what was re-used")
    func timeLeft() throws {
        var progress = try begun()
        #expect(progress.secondsLeft(at: 10) == nil, "nothing is done yet")
        progress.observe(.taskFinished(first, try report), at: 60)
        #expect(progress.secondsLeft(at: 60) == 120)
        #expect(
            progress.lines(at: 60, isUnicode: false).first
                == "############------------ 50 %  2/4 tasks  1:00, about 2 min left")
    }

    @Test("the rate is that of the present stage")
    func rate() throws {
        var progress = try begun()
        progress.observe(.taskProgress(first, TaskProgress(done: 50, total: 50, unit: "files", stage: "pick")), at: 1)
        progress.observe(
            .taskProgress(first, TaskProgress(done: 1000, total: 9000, unit: "spectra", stage: "search")), at: 2)
        #expect(progress.rate(of: first, at: 2) == nil)
        progress.observe(
            .taskProgress(first, TaskProgress(done: 4000, total: 9000, unit: "spectra", stage: "search")), at: 4)
        #expect(progress.rate(of: first, at: 4) == 1500)
        #expect(progress.text(of: first, at: 4) == "a: search: 4,000 of 9,000 spectra (44 %), 1,500/s")
        #expect(progress.text(of: second, at: 4) == nil)
    }

    @Test("there is a line for each task at work, and those that do not fit are counted")
    func lines() throws {
        var progress = try begun()
        progress.observe(.taskStarted(second, reason: "new"), at: 0)
        let bytes = TaskProgress(done: 35_000_000, total: 120_000_000, unit: "bytes", stage: "pick")
        progress.observe(.taskProgress(second, bytes), at: 2)
        let memory = ByteSize(bytes: 512_000_000)
        let lines = progress.lines(at: 3, memory: memory, width: 100)
        #expect(
            lines.count == 3 && lines[0].hasSuffix("  1/4 tasks  3.0 s, about 1 min left  memory 512 MB"))
        #expect(lines[1...] == ["  a: pick", "  b: pick: 35 of 120 MB (29 %)"])
        #expect(progress.lines(at: 3, height: 2)[1...] == ["  and 2 more"])
        #expect(progress.lines(at: 3, height: 1).count == 1)
        #expect(progress.lines(at: 3, width: 30).allSatisfy { $0.count <= 30 })
    }
}
