import Foundations
import PeptideSearch
import TestSupport
import Testing
import Workflow

@Suite("search with entrapments")
struct EntrapmentSearchTests {
    private static let proteins = SyntheticProtein.make(count: 120, seed: 12)
    private static let run = SyntheticRun(proteins: Array(proteins.prefix(40)), seed: 3)
    private static let port = PortName("entrapment-matches")

    private let bench: StageBench

    init() throws {
        bench = try StageBench(spectra: Self.run.spectra, fasta: SyntheticProtein.fasta(Self.proteins))
    }

    private func search(
        _ choice: String?, _ given: [String: ConfigurationValue] = [:], memory: Int = 4_000_000_000, jobs: Int = 1
    ) async throws -> (ports: PortValues, said: TaskEntries) {
        let budget = MemoryBudget(bytes: memory)
        let picked = try await bench.run("pick-peaks", memory: budget)
        return try await bench.run(
            "search", given, on: picked.ports, memory: budget, jobs: jobs,
            requests: choice.map { [Self.port: $0] } ?? [:])
    }

    private func matches(_ ports: PortValues, _ port: PortName = Self.port) throws -> RunMatches {
        try ports.require(port, as: RunMatches.self)
    }

    @Test("gives the ordinary matches unchanged, and beside them those with shuffled proteins")
    func shuffled() async throws {
        let plain = try await search(nil)
        #expect(plain.ports[Self.port] == nil)
        let (ports, said) = try await search("shuffled")
        #expect(try matches(ports, PortName("matches")) == matches(plain.ports, PortName("matches")))
        #expect(said.counts == plain.said.counts)
        let found = try matches(ports)
        let census = try #require(found.entrapment)
        #expect(census.isPaired && (0.4...1).contains(census.ratio), "\(census)")
        #expect(said.notes.contains { $0.hasPrefix("searched a second time, with ") })
        for peptide in found.peptides {
            let isEntrapment = peptide.proteins.allSatisfy { found.proteins[$0].isEntrapment }
            #expect(isEntrapment == (peptide.originKey != 0))
        }
        #expect(found.proteins.allSatisfy { $0.isEntrapment == $0.accession.hasPrefix("entrapment_") })
        // Spectra are of proteins that are searched: few of the best matches are entrapments.
        let best = found.matches.filter { $0.rank == 1 }
        let entrapments = best.count { found.peptides[$0.peptide].originKey != 0 }
        #expect(best.count > 100 && entrapments > 0 && entrapments < best.count / 4, "\(entrapments) of \(best.count)")
    }

    @Test("finds the same for any number of jobs, and over parts of the mass range")
    func parts() async throws {
        let whole = try matches(try await search("shuffled").ports)
        #expect(try matches(try await search("shuffled", jobs: 4).ports) == whole)
        let (ports, said) = try await search("shuffled", memory: 20_000_000)
        #expect(said.notes.contains { $0.contains("parts of the mass range") })
        #expect(try matches(ports) == whole)
    }

    @Test("has no pairs where peptides are cut at other places than the enzyme's")
    func unpaired() async throws {
        let found = try matches(try await search("shuffled", ["specificity": "semi"]).ports)
        #expect(found.entrapment?.isPaired == false)
    }

    @Test("says where no peptide tells entrapments from other proteins")
    func nothingLeft() async throws {
        let bench = try StageBench(spectra: Self.run.spectra, fasta: ">A\nGGGGGGGGGGGGGK\n")
        let picked = try await bench.run("pick-peaks")
        await #expect(throws: (any Error).self) {
            try await bench.run("search", on: picked.ports, requests: [Self.port: "shuffled"])
        }
    }
}
