import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite struct EstimateTests {
    @Test("what a stage expects stands behind the plan, for the runs that are still to be done")
    func text() async throws {
        let bench = try Bench()
        let expected = """

            expected of 'keep-long', for 3 runs
              words   about 5
              files   3
              memory  about 4 GB
              time    about 2 min with 2 jobs

            """
        let first = try await bench.plan(jobs: 2)
        #expect(await PlanReport(first).text == first.text + expected)
        #expect(bench.stages.calls.take().isEmpty)
        try await bench.run()
        #expect(await PlanReport(try await bench.plan()).estimates.isEmpty)
        try bench.folder.write("other", to: "runs/c.mgf")
        #expect(await PlanReport(try await bench.plan()).text.contains("expected of 'keep-long', for 1 run\n"))
    }

    @Test("as JSON it holds figures, units and whether they are exact")
    func json() async throws {
        struct Report: Decodable {
            struct Task: Decodable {
                var label: String
                var isReused: Bool
                var reason: String?
                var fingerprint: String
            }
            var workflow: String
            var tasks: [Task]
            var estimates: [PlannedEstimate]
        }
        let plan = try await Bench().plan()
        let report = try JSONDecoder().decode(Report.self, from: await PlanReport(plan).json())
        #expect(report.workflow == "Words")
        #expect(report.tasks.map(\.label) == plan.tasks.map { "\($0.label)" })
        #expect(report.tasks.map(\.fingerprint) == plan.tasks.map(\.fingerprint))
        #expect(report.tasks[0].reason == "not done yet" && !report.tasks[0].isReused)
        #expect(report.estimates == (await plan.estimates()))
        let facts = try #require(report.estimates.first).facts
        #expect(facts.map(\.unit) == [nil, nil, "bytes", "s"])
        #expect(facts.map(\.isExact) == [false, true, false, false])
        #expect(facts[2].value == 4e9)
    }

    @Test("a stage that cannot tell says why, and the plan stands")
    func problem() async throws {
        let plan = try await Bench().plan(["keep-long.letters=20"])
        let report = await PlanReport(plan)
        #expect(report.text.hasSuffix("expected of 'keep-long', for 3 runs: unknown: There are no such words.\n"))
        #expect(report.tasks.count == 5)
    }

    @Test(
        "figures are said with two digits at the most",
        arguments: [
            (0, "about 0"), (7, "about 7"), (99, "about 99"), (101, "about 100"), (12_345, "about 12,000"),
            (99_600, "about 100,000"), (999_999, "about 1 million"), (1_249_000, "about 1.2 million"),
            (21_500_000, "about 22 million"), (3_456_000_000, "about 3.5 billion"),
        ])
    func counts(value: Int, text: String) { #expect(Approximation.count(value) == text) }

    @Test(
        "durations are said in steps a guess allows",
        arguments: [
            (0, "less than half a minute"), (29, "less than half a minute"), (30, "about 1 min"), (89, "about 1 min"),
            (140, "about 2 min"), (599, "about 10 min"), (1_000, "about 20 min"), (3_299, "about 50 min"),
            (3_300, "about 1 h"), (9_100, "about 3 h"), (35_000, "about 10 h"), (100_000, "about 30 h"),
        ])
    func durations(seconds: Double, text: String) { #expect(Approximation.duration(seconds) == text) }

    @Test("amounts have two digits, and counts that are known all of theirs")
    func amounts() {
        #expect(StageEstimate.Fact.count("words", 1_234_567, isExact: true).text == "1,234,567")
        #expect(Approximation.bytes(ByteSize(bytes: 529_495_372)) == "about 530 MB")
    }
}
