import Confidence
import Foundation
import Foundations
import PeptideSearch
import Synchronization
import TestSupport
import Testing

@Suite("Matches that are read from files")
struct StoredSourcesTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func stored(_ runs: [RunMatches]) throws -> [StoredMatches] {
        try runs.map { run in
            try run.write(to: folder.path(run.run))
            return try StoredMatches(artefact: folder.path(run.run))
        }
    }

    private func runs(isRounded: Bool = false) -> [RunMatches] {
        var experiment = PlantedExperiment()
        experiment.runCount = 4
        return experiment.runs(seed: 5).map { run in
            var run = run
            if isRounded { for index in run.matches.indices { run.matches[index].score.round() } }
            return run
        }
    }

    @Test("give what matches in memory give, written run by run and read back", arguments: [false, true])
    func asInMemory(isRounded: Bool) throws {
        let runs = runs(isRounded: isRounded)
        let expected = try ConfidenceEngine.assess(runs: runs)
        #expect(expected.peptides.contains { $0.peptidoforms.count > 1 } && !expected.proteinGroups.isEmpty)
        try ConfidenceEngine.assess(try stored(runs).reversed()).write(to: folder.path("found"))
        #expect(try Identifications(artefact: folder.path("found")) == expected)
    }

    @Test("any order of the runs gives the same bytes")
    func orderOfRuns() throws {
        let sources = try stored(runs())
        try ConfidenceEngine.assess(sources).write(to: folder.path("a"))
        try ConfidenceEngine.assess(sources.reversed()).write(to: folder.path("b"))
        #expect(
            try Data(contentsOf: URL(filePath: folder.path("a"))) == Data(contentsOf: URL(filePath: folder.path("b"))))
    }

    @Test("any number of workers gives the same bytes, and proteins are looked up once", arguments: 1...3)
    func workers(_ count: Int) async throws {
        let runs = runs()
        let asked = Mutex<[Set<String>]>([])
        let assessment = try await ConfidenceEngine.assess(try stored(runs), workers: count) { accessions in
            asked.withLock { $0.append(accessions) }
            return Dictionary(
                uniqueKeysWithValues: accessions.map { ($0, ProteinFacts(gene: "gene of \($0)")) })
        }
        try assessment.write(to: folder.path("found"))
        #expect(asked.withLock { $0 } == [Set(runs.flatMap { $0.proteins.map(\.accession) })])
        let expected = try ConfidenceEngine.assess(runs: runs) { ProteinFacts(gene: "gene of \($0)") }
        #expect(try Identifications(artefact: folder.path("found")) == expected)
        #expect(expected.proteinGroups.allSatisfy { $0.gene?.hasPrefix("gene of ") == true })
    }

    @Test("what is wrong with matches is told before what is wrong with proteins", arguments: [1, 2])
    func errors(workers: Int) async throws {
        struct NoProteins: Error {}
        await #expect(throws: ConfidenceError.noMatches(runCount: 0)) {
            try await ConfidenceEngine.assess([], workers: workers) { _ in throw NoProteins() }
        }
        let sources = try stored(runs())
        await #expect(throws: NoProteins.self) {
            try await ConfidenceEngine.assess(sources, workers: workers) { _ in throw NoProteins() }
        }
    }

    @Test("matches that change between the two walks are an error by run, and nothing is written")
    func changed() throws {
        let sources = try stored(runs())
        let assessment = try ConfidenceEngine.assess(sources)
        var other = PlantedExperiment()
        other.proteinCount = 5000
        var run = other.runs(seed: 6)[0]
        run.run = sources[1].run
        try run.write(to: sources[1].path)
        #expect(throws: ConfidenceError.changedMatches(run: sources[1].run)) {
            try assessment.write(to: folder.path("found"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("found")))
    }

    @Test("a budget that is too small is refused with the need of all runs, which is enough")
    func memory() throws {
        let sources = try stored(runs())
        let budget = MemoryBudget(bytes: 10_000_000)
        let assessment = try ConfidenceEngine.assess(sources, memory: budget)
        #expect(budget.used > 0 && budget.used == budget.peak)
        let need = budget.peak
        // What arrays take is rounded by the allocator, now this way and now that.
        let (tooLittle, rounding) = (need - need / 20, need / 50)
        do {
            _ = try ConfidenceEngine.assess(sources, memory: MemoryBudget(bytes: tooLittle))
            Issue.record("memory was not refused")
        } catch MemoryError.exceedsBudget(let purpose, let requested, tooLittle) {
            #expect(purpose == "the estimation of error rates")
            #expect(requested >= need - rounding && requested < 3 * need)
            #expect(throws: Never.self) {
                try ConfidenceEngine.assess(sources, memory: MemoryBudget(bytes: requested + rounding))
            }
        }
        withExtendedLifetime(assessment) {}
    }

    @Test("the sample of matches is bounded, and the same from whatever number on")
    func sample() {
        var sample = MatchSample(limit: 100)
        for entry in 0..<1000 { sample.add(entry: entry, score: 1, isDecoy: false, MatchSample.Figures()) }
        #expect(sample.matches.map(\.entry) == stride(from: 0, to: 1000, by: 16).map { UInt32($0) })
    }
}
