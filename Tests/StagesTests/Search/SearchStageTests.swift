import Foundations
import PeptideSearch
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("search")
struct SearchStageTests {
    private static let proteins = SyntheticProtein.make(count: 150, seed: 11)
    private static let run = SyntheticRun(proteins: Array(proteins.prefix(40)), seed: 2)

    private let bench: StageBench

    init() throws {
        bench = try StageBench(spectra: Self.run.spectra, fasta: SyntheticProtein.fasta(Self.proteins))
    }

    /// Picks and searches; the peaks are consumed by a search, so each has its own.
    private func search(
        _ given: [String: ConfigurationValue] = [:], memory: Int = 4_000_000_000, jobs: Int = 1
    ) async throws -> (matches: RunMatches, said: TaskEntries) {
        let budget = MemoryBudget(bytes: memory)
        let picked = try await bench.run("pick-peaks", memory: budget)
        let found = try await bench.run("search", given, on: picked.ports, memory: budget, jobs: jobs)
        return (try found.ports.require(.matches, as: RunMatches.self), found.said)
    }

    @Test("finds the same matches in one table and over many parts of the mass range")
    func partitions() async throws {
        let whole = try await search()
        #expect(whole.said.notes.count == 1 && whole.said.notes[0].hasPrefix("150 proteins, "))
        #expect(whole.matches.matches.count { $0.rank == 1 } > 100)
        let parts = try await search(memory: 13_500_000)
        let note = try #require(parts.said.notes.first { $0.contains("parts of the mass range") })
        let count = try #require(note.split(separator: " ").compactMap { Int($0) }.last)
        #expect(count > 3, "\(note)")
        // "150 proteins, 12,345 peptides, 67,890 peptidoforms, ..." and "150 proteins, at most 67,890 peptidoforms, ...".
        func peptidoforms(_ note: String) throws -> Int {
            let words = note.split(separator: " ")
            let place = try #require(words.firstIndex(of: "peptidoforms,"), "\(note)")
            return try #require(Int(words[place - 1].filter { $0 != "," }), "\(note)")
        }
        let all = try peptidoforms(whole.said.notes[0])
        #expect(try note.contains("at most ") && all...2 * all ~= peptidoforms(note), "\(note)")
        #expect(parts.matches == whole.matches)
        #expect(parts.said.counts == whole.said.counts)
    }

    @Test("finds the same matches for any number of jobs")
    func jobs() async throws {
        #expect(try await search(jobs: 1).matches == search(jobs: 4).matches)
    }

    @Test("accounts for every fragment spectrum: searched or set aside, matched or not")
    func account() async throws {
        let (matches, said) = try await search(["min-peaks": 60])
        let fragments = Self.run.truth.count
        #expect(said.counts["searched spectra", default: 0] + matches.setAside.count == fragments)
        #expect(said.setAside["too few peaks"] == matches.setAside.count)
        #expect(!matches.setAside.isEmpty)
        #expect(said.counts["matched spectra"] == matches.matches.count { $0.rank == 1 })
        #expect(said.counts["candidates compared", default: 0] > fragments)
    }

    @Test("warns where no spectrum is within the limits, and where none matches")
    func warnings() async throws {
        let none = try await search(["peptide-mass": "9000 Da..9500 Da", "peptide-length": "7..200"])
        #expect(none.said.warnings.contains { $0.contains("none of the fragment spectra could be searched") })
        let other = try StageBench(spectra: Self.run.spectra, fasta: ">A\nGGGGGGGGGGGGGK\n")
        let unmatched = try await other.run("search", on: other.run("pick-peaks").ports)
        #expect(unmatched.said.counts["matched spectra"] == 0)
        #expect(unmatched.said.warnings.contains { $0.hasPrefix("not one of ") })
    }

    @Test("refuses a budget that the candidates of no part fit in, and says what to give")
    func noMemory() async throws {
        await #expect(throws: MemoryError.self) { try await search(memory: 1_000_000) }
    }

    @Test("looks at the database before anything is run")
    func inputs() throws {
        let (definition, parameters) = try bench.stage("search")
        let files = [InputKind.proteins: bench.inputs.proteins.map(\.path)]
        #expect(definition.checkInputs(parameters, files) == [])
        let declared = try bench.stage("search", ["decoys": ["from-fasta": "rev_"]])
        let issues = declared.definition.checkInputs(declared.parameters, files)
        #expect(issues.map(\.kind) == [.proteins])
        #expect(issues[0].message.hasPrefix("\(files[.proteins]?[0] ?? ""): 'decoys: { from-fasta: rev_ }' is set"))
        #expect(!issues[0].message.hasSuffix("."))
    }
}
