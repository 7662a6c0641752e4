import Confidence
import PeptideSearch
import Testing
import Workflow

@Suite("confidence")
struct ConfidenceStageTests {
    /// A run whose spectra all match one peptide or its decoy, with these scores.
    private func run(_ name: String, targets: [Double], decoys: [Double]) -> RunPorts {
        let peptides = [false, true].map { isDecoy in
            MatchedPeptide(
                peptidoform: isDecoy ? "EDITPEPK" : "PEPTIDEK", sequence: isDecoy ? "EDITPEPK" : "PEPTIDEK",
                previousResidue: "K", nextResidue: "A", proteins: [0], isDecoy: isDecoy, pairKey: 1, isPaired: true,
                massDaltons: 900, missedCleavages: 0)
        }
        let scores = targets.map { ($0, 0) } + decoys.map { ($0, 1) }
        let matches = scores.enumerated().map { index, scored in
            SpectrumMatch(
                spectrumIndex: index, rank: 1, charge: 2, precursorMZ: 451, precursorMZMeasured: 451, isotopeError: 0,
                peptide: scored.1, hyperscore: scored.0, deltaHyperscore: 1, score: scored.0, matchedFragments: 5,
                features: MatchFeatures(), candidateCount: 2, ions: 0..<0)
        }
        let found = RunMatches(
            run: name, proteins: [MatchedProtein(accession: "A", isContaminant: false)], peptides: peptides,
            matches: matches)
        return RunPorts(run: name, ports: PortValues([.matches: found]))
    }

    @Test("what one run alone would accept does not hide that nothing was identified")
    func acceptedInOneRunOnly() async throws {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        // Within 'good', 150 targets stand above any decoy; over both runs three decoys stand above them.
        let good = run("good", targets: (0..<150).map { 10 + Double($0) / 100 }, decoys: [1])
        let bad = run("bad", targets: [], decoys: [20, 21, 22])
        let (ports, said) = try await bench.join("confidence", of: [bad, good])
        let found = try ports.require(.identifications, as: Identifications.self)
        #expect(found.summaries.first { $0.run == "good" }?.acceptedTargetCount == 150, "the run alone accepts them")
        #expect(said.counts["psms accepted"] == 0 && said.counts["peptides accepted"] == 0)
        #expect(said.counts["proteins accepted"] == 0)
        #expect(
            said.faults.first?.hasPrefix("nothing was identified at 1 %; the best matches are 150 to targets") == true)
    }

    @Test("matches that are accepted over all runs are identifications, also without a protein")
    func acceptedMatches() async throws {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        let good = run("good", targets: (0..<150).map { 10 + Double($0) / 100 }, decoys: [1])
        let said = try await bench.join("confidence", of: [good]).said
        #expect(said.counts["psms accepted"] == 150 && said.counts["proteins accepted"] == 0)
        #expect(said.faults.isEmpty)
    }
}
