import Foundation
import TestSupport
import Testing

@Suite("Estimates of moselle plan")
struct PlanEstimateTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func plan(_ options: String...) throws -> ExecutableResult {
        let workflow = TestData.packageRoot.appending(path: "Workflows/demo.yaml").path
        return try MoselleExecutable.run(["plan", workflow, "--output", folder.path("out")] + options)
    }

    @Test("a plan says how large the search will be, in words and under the memory given")
    func text() throws {
        let result = try plan("--jobs", "3", "--memory", "20 MB")
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.contains("\nexpected of 'search', for 6 runs\n"))
        for fact in ["proteins  ", "peptidoforms  ", "candidates  ", "peptide table  ", " with 3 jobs\n", "20 MB\n"] {
            #expect(result.standardOutput.contains(fact), "\(fact) not in \(result.standardOutput)")
        }
    }

    @Test("as JSON it has the same figures")
    func json() throws {
        struct Report: Decodable {
            struct Estimate: Decodable {
                struct Fact: Decodable {
                    var name: String
                    var value: Double
                }
                var stage: String
                var runs: Int
                var facts: [Fact]
            }
            var estimates: [Estimate]
        }
        let result = try plan("--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(result.standardOutput.utf8))
        #expect(report.estimates.map(\.stage) == ["search"] && report.estimates.map(\.runs) == [6])
        #expect(report.estimates[0].facts.first { $0.name == "proteins" }?.value == 405)
    }

    @Test("jobs and memory that make no sense are refused")
    func refusals() throws {
        #expect(try plan("--jobs", "0").exitStatus == 64)
        #expect(try plan("--memory", "4").exitStatus == 64)
    }
}
