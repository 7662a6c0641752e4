import Confidence
import Foundation
import PeptideSearch
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("confidence and tables")
struct TablesStageTests {
    private static let proteins = SyntheticProtein.make(count: 90, seed: 5)
    private static let run = SyntheticRun(proteins: Array(proteins.prefix(30)), seed: 8)

    /// A run that was searched, and what it is made of.
    private func searched() async throws -> (bench: StageBench, ports: PortValues) {
        let bench = try StageBench(spectra: Self.run.spectra, fasta: SyntheticProtein.fasta(Self.proteins))
        let picked = try await bench.run("pick-peaks").ports
        return (bench, picked.adding(try await bench.run("search", on: picked).ports))
    }

    private func rows(_ name: String, of bench: StageBench) throws -> [[String]] {
        let text = try String(contentsOfFile: bench.folder.path(name), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("spectra.tsv counts every spectrum of the run once")
    func spectra() async throws {
        let (bench, ports) = try await searched()
        let joint = try await bench.join("confidence", of: ports).ports
        _ = try await bench.join("tables", of: ports, after: joint)
        let rows = try rows("spectra.tsv", of: bench)
        #expect(rows.compactMap { Int($0[3]) }.reduce(0, +) == Self.run.spectra.count)
        let matches = try ports.require(.matches, as: RunMatches.self)
        #expect(rows.first { $0[1] == "matched" }?[3] == "\(matches.matches.count { $0.rank == 1 })")
        #expect(rows.allSatisfy { ($0[1] == "set aside") == !$0[2].isEmpty })
    }

    @Test("the tables have as many rows as the stage counts and as confidence accepts")
    func counts() async throws {
        let (bench, ports) = try await searched()
        // Thirty proteins cannot reach 1 %.
        let assessed = try await bench.join("confidence", ["fdr": "5 %"], of: ports)
        let written = try await bench.join("tables", of: ports, after: assessed.ports)
        for (level, name) in [("psm", "psms.tsv"), ("peptide", "peptides.tsv"), ("protein", "proteins.tsv")] {
            let count = try rows(name, of: bench).count
            #expect(count > 0)
            #expect(written.said.counts["rows of \(name)"] == count)
            #expect(assessed.said.counts["\(level)s accepted"] == count)
        }
    }

    @Test("'include: all' writes every best match, decoys too")
    func all() async throws {
        let (bench, ports) = try await searched()
        let joint = try await bench.join("confidence", of: ports).ports
        let written = try await bench.join("tables", ["include": "all"], of: ports, after: joint)
        let identifications = try joint.require(.identifications, as: Identifications.self)
        #expect(written.said.counts["rows of psms.tsv"] == identifications.psms.count)
        #expect(identifications.psms.contains { $0.isDecoy })
    }

    @Test("any number of jobs writes the same tables and stores the same identifications")
    func jobs() async throws {
        let (bench, ports) = try await searched()
        var found: [[String: Data]] = []
        for jobs in 1...3 {
            let joint = try await bench.join("confidence", ["fdr": "5 %"], of: ports, jobs: jobs).ports
            _ = try await bench.join("tables", of: ports, after: joint, jobs: jobs)
            let names = ["psms.tsv", "peptides.tsv", "proteins.tsv", "spectra.tsv", "stored identifications"]
            found.append(
                try Dictionary(
                    uniqueKeysWithValues: names.map {
                        ($0, try Data(contentsOf: URL(filePath: bench.folder.path($0))))
                    }))
        }
        #expect(found[0] == found[1] && found[0] == found[2])
        #expect(found[0].values.allSatisfy { !$0.isEmpty })
    }

    @Test("where nothing is accepted that is a fault that says how far it was from it")
    func nothing() async throws {
        let (bench, ports) = try await searched()
        let strict = try await bench.join("confidence", ["fdr": "0.01 %"], of: ports)
        let fault = try #require(strict.said.faults.first)
        #expect(fault.hasPrefix("nothing was identified at 0.01 %; the best matches are "))
        #expect(fault.contains("so few can reach no q-value below "))
        #expect(strict.said.warnings == strict.said.faults)
    }

    @Test("no error rate is stated without matches")
    func refusal() async throws {
        let (bench, _) = try await searched()
        let empty = PortValues([.matches: RunMatches(run: "run")])
        await #expect(throws: ConfidenceError.noMatches(runCount: 1)) { try await bench.join("confidence", of: empty) }
    }
}
