import Confidence
import Foundations
import PeptideSearch
import Testing

@Suite("Order of the input")
struct OrderIndependenceTests {
    /// Scores are rounded so that ties are everywhere, within pairs, between runs and between labels.
    private func runsFullOfTies() -> [RunMatches] {
        var experiment = PlantedExperiment()
        experiment.proteinCount = 60
        experiment.presentProteinCount = 30
        experiment.spectraOfPeptides = 300
        experiment.spectraOfNothing = 500
        return experiment.runs(seed: 3).map { run in
            var run = run
            for index in run.matches.indices { run.matches[index].score.round() }
            return run
        }
    }

    @Test("shuffled runs, matches, peptides and proteins give equal identifications", arguments: 1..<9)
    func shuffled(seed: Int) throws {
        let runs = runsFullOfTies()
        var generator = SeededGenerator(seed: UInt64(seed))
        var shuffled = runs.map { Self.shuffled($0, &generator) }
        generator.shuffle(&shuffled)
        let parameters = ConfidenceParameters(falseDiscoveryRate: 0.05)
        let expected = try ConfidenceEngine.assess(runs: runs, parameters: parameters)
        let result = try ConfidenceEngine.assess(runs: shuffled, parameters: parameters)
        #expect(!expected.proteinGroups.isEmpty)
        #expect(Self.withoutPlaces(result) == Self.withoutPlaces(expected))
        let byName = Dictionary(uniqueKeysWithValues: shuffled.map { ($0.run, $0) })
        for psm in result.psms {
            #expect(byName[result.runs[psm.run]]?.matches[psm.match].spectrumIndex == psm.spectrumIndex)
        }
    }

    @Test("groups of homologues do not depend on the order of matches, peptides and proteins", arguments: 1..<9)
    func homologues(seed: Int) throws {
        let run = PlantedFamilies(
            familyCount: 40, presentFamilyCount: 20, spectraOfPeptides: 500, spectraOfNothing: 500
        )
        .run(seed: 1)
        var generator = SeededGenerator(seed: UInt64(seed))
        let expected = try ConfidenceEngine.assess(runs: [run])
        let result = try ConfidenceEngine.assess(runs: [Self.shuffled(run, &generator)])
        #expect(expected.proteinGroups.contains { $0.razorPeptideCount > 0 } && !expected.explainedProteins.isEmpty)
        #expect(result.proteinGroups == expected.proteinGroups)
        #expect(result.explainedProteins == expected.explainedProteins)
    }

    /// The same run with its lists in another order.
    private static func shuffled(_ run: RunMatches, _ generator: inout SeededGenerator) -> RunMatches {
        var result = run
        var proteinOrder = Array(run.proteins.indices)
        var peptideOrder = Array(run.peptides.indices)
        generator.shuffle(&proteinOrder)
        generator.shuffle(&peptideOrder)
        result.proteins = proteinOrder.map { run.proteins[$0] }
        result.peptides = peptideOrder.map { run.peptides[$0] }
        for index in result.peptides.indices {
            result.peptides[index].proteins = result.peptides[index].proteins.compactMap { protein in
                proteinOrder.firstIndex(of: protein)
            }.sorted()
        }
        for index in result.matches.indices {
            result.matches[index].peptide = peptideOrder.firstIndex(of: run.matches[index].peptide) ?? -1
        }
        generator.shuffle(&result.matches)
        return result
    }

    /// Identifications apart from where in a run's list a match stands, which is what was shuffled.
    private static func withoutPlaces(_ identifications: Identifications) -> Identifications {
        var result = identifications
        for index in result.psms.indices { result.psms[index].match = 0 }
        return result
    }
}
