import Foundation
import Testing
import Workflow

@Suite("Files of the output folder") struct OutputFileTests {
    /// Removes a file as soon as the table is written.
    private struct Remover: RunObserver {
        let path: String

        func observe(_ event: RunEvent) {
            guard case .taskFinished(let label, _) = event, label.stages == ["table"] else { return }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    @Test(
        "files that others leave in the folder are none of the run's, whether they stay or go",
        arguments: [true, false])
    func guests(_ leaves: Bool) async throws {
        let bench = try Bench(runs: ["a": "guest"])
        let outcome = try await bench.run(observer: leaves ? Remover(path: bench.path("out/guest.txt")) : nil)
        #expect(outcome.exitStatus == .done)
        #expect(outcome.files.map(\.path) == ["words.tsv", "workflow.yaml"])
        #expect(outcome.tasks.last?.report?.outputs == ["words.tsv"])
        #expect(bench.exists("out/guest.txt") == !leaves)
    }

    @Test("a table that is not there any more at the end is a fault, and the record is written all the same")
    func goneTable() async throws {
        let bench = try Bench(runs: ["a": "one"])
        let outcome = try await bench.run(observer: Remover(path: bench.path("out/words.tsv")))
        #expect(outcome.exitStatus == .incomplete)
        #expect(outcome.faults == ["'words.tsv' was written and is not there any more; run again."])
        #expect(outcome.files.map(\.path) == ["workflow.yaml"])
        #expect(bench.text("out/run.json").contains("not there any more"))
    }
}
