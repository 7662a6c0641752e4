import Foundation
import TestSupport
import Testing

@Suite("Damaged folders of intermediate results")
struct DamageTests {
    private static let undisturbed = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 150)
        let result = try experiment.search(output: "whole")
        try #require(result.exitStatus == 0, "\(result.standardError)")
        return (experiment, try experiment.tables(of: "whole"))
    }

    @Test(
        "each file that is cut, changed by a byte, emptied or lost is noticed and made again",
        arguments: Vandal.Damage.allCases)
    func damaged(_ damage: Vandal.Damage) throws {
        let (experiment, tables) = try Self.undisturbed.get()
        let output = "\(damage)"
        try FileManager.default.copyItem(atPath: experiment.path("whole"), toPath: experiment.path(output))
        var vandal = Vandal(seed: 5)
        let work = experiment.path("\(output)/work")
        let files = try FileManager.default.contentsOfDirectory(atPath: work).sorted()
        #expect(
            files.count == 10, "of each run two artefacts and a report; of all runs an artefact, two reports, digests")
        for file in files {
            try vandal.damage("\(work)/\(file)", damage)
            let result = try experiment.search(output: output)
            #expect(result.exitStatus == 0, "\(file): \(result.standardError)")
            #expect(try experiment.tables(of: output) == tables, "\(file)")
            let record = try experiment.record(of: output)
            #expect(record.inputs.spectra.map(\.sha256) == whole.inputs.spectra.map(\.sha256), "\(file)")
            #expect(record.outcome.counts == whole.outcome.counts, "\(file)")
        }
    }

    private let whole: RecordFile

    init() throws { whole = try Self.undisturbed.get().0.record(of: "whole") }
}
