import Confidence
import Foundations
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

    /// What the stage says when it refuses these matches.
    private func refusal(targets: [Double], decoys: [Double]) async throws -> String? {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        do {
            _ = try await bench.join("confidence", of: [run("a", targets: targets, decoys: decoys)])
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("all targets, all decoys and nothing are refused, each in a sentence of its own")
    func oneLabel() async throws {
        #expect(
            try await refusal(targets: [1, 2, 3], decoys: [])?.hasPrefix("None of the best matches (3) is to a decoy")
                == true)
        #expect(
            try await refusal(targets: [], decoys: [1, 2])?.hasPrefix("All of the best matches (2) are to decoys")
                == true)
        #expect(try await refusal(targets: [], decoys: [])?.hasPrefix("No spectrum of the run has a match") == true)
    }

    @Test("one spectrum, and one with a decoy beside it, say how little they can bear")
    func oneSpectrum() async throws {
        #expect(try await refusal(targets: [9], decoys: [])?.hasPrefix("None of the best matches (1)") == true)
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        let said = try await bench.join("confidence", of: [run("a", targets: [9], decoys: [1])]).said
        #expect(
            said.faults == [
                "nothing was identified at 1 %; the best matches are 1 to targets and 1 to decoys; so few can reach no "
                    + "q-value below 100 %; the lowest q-value is 100 %; check the proteins, the modifications and the "
                    + "tolerances, or search more spectra together."
            ])
        #expect(
            said.notes.contains("1 target match: the smallest reachable q-value is 100 %, so 1 % cannot be reached."))
    }

    @Test("one protein among many matches is said to be too few for a rate of proteins")
    func oneProtein() async throws {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        let good = run("a", targets: (0..<300).map { 10 + Double($0) / 100 }, decoys: [1])
        let (ports, said) = try await bench.join("confidence", of: [good])
        #expect(try ports.require(.identifications, as: Identifications.self).proteinGroups.count == 1)
        #expect(
            said.notes.contains(
                "1 target protein group: the smallest reachable q-value is 100 %, so 1 % cannot be reached."))
        #expect(said.faults.isEmpty && said.counts["psms accepted"] == 300)
    }

    @Test("where all scores are equal nothing is accepted, and the lowest q-value is that of all together")
    func tiesEverywhere() async throws {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        let tied = run("a", targets: Array(repeating: 3, count: 400), decoys: Array(repeating: 3, count: 399))
        let (ports, said) = try await bench.join("confidence", of: [tied])
        let found = try ports.require(.identifications, as: Identifications.self)
        #expect(Set(found.psms.map(\.qValue)) == [1] && Set(found.psms.map(\.posteriorErrorProbability)) == [1])
        #expect(said.faults.first?.contains("the lowest q-value is 100 %") == true)
    }

    @Test("a budget too small for the matches is refused with what to give")
    func memory() async throws {
        let bench = try StageBench(spectra: [], fasta: ">A\nPEPTIDEK\n")
        let good = run("a", targets: [9, 8, 7], decoys: [1])
        do {
            _ = try await bench.join("confidence", of: [good], memory: MemoryBudget(bytes: 500))
            Issue.record("memory was not refused")
        } catch let error as MemoryError {
            #expect(error.description.hasPrefix("the estimation of error rates needs "))
            #expect(error.description.hasSuffix("give a larger --memory"))
        }
    }
}
