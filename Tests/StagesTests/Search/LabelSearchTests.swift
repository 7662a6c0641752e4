import Foundations
import PeptideSearch
import TestSupport
import Testing
import Workflow

@Suite("search with labels")
struct LabelSearchTests {
    @Test("peptides are found with their labels, beside a modification of the same residue, and decoys have them too")
    func labelled() async throws {
        let proteins = SyntheticProtein.make(count: 150, seed: 11)
        let run = SyntheticRun(proteins: Array(proteins.prefix(40)), seed: 2)
        let bench = try StageBench(spectra: run.spectra, fasta: SyntheticProtein.fasta(proteins))
        func search(_ given: [String: ConfigurationValue]) async throws -> [Int: MatchedPeptide] {
            let budget = MemoryBudget(bytes: 4_000_000_000)
            let picked = try await bench.run("pick-peaks", memory: budget)
            let found = try await bench.run("search", given, on: picked.ports, memory: budget)
            let matches = try found.ports.require(.matches, as: RunMatches.self)
            let best = matches.matches.filter { $0.rank == 1 }
            return Dictionary(uniqueKeysWithValues: best.map { ($0.spectrumIndex, matches.peptides[$0.peptide]) })
        }
        let plain = try await search([:]).filter { $0.value.sequence.contains("K") && !$0.value.isDecoy }
        // Every lysine is 8 Da too light, and the label makes up for it: all peptides with lysine are labelled ones.
        let labelled = try await search([
            "fixed": ["Carbamidomethyl@C", "-8.014199@K"],
            "labels": [["name": "heavy", "modifications": ["Label:13C(6)15N(2)@K"]]],
        ])
        let heavy = "K[-8.014199][Label:13C(6)15N(2)]"
        #expect(plain.count > 30)
        let same = plain.filter { labelled[$0.key]?.peptidoform == $0.value.peptidoform.replacing("K", with: heavy) }
        #expect(Double(same.count) > 0.95 * Double(plain.count), "\(same.count) of \(plain.count)")
        #expect(labelled.values.contains { $0.isDecoy && $0.peptidoform.contains(heavy) })
        // All lysines of a peptide or none.
        for peptide in labelled.values where peptide.peptidoform.contains("Label:") {
            #expect(peptide.peptidoform.replacing(heavy, with: "").contains("K") == false, "\(peptide.peptidoform)")
        }
    }
}
