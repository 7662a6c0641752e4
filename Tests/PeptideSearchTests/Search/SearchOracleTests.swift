import Chemistry
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import Testing

@Suite("Searches of random spectra")
struct SearchOracleTests {
    @Test("matches, runners-up, scores and ions are those of brute force", arguments: SearchCase.all)
    func bruteForce(_ example: SearchCase) async throws {
        let proteins = example.proteins
        let builder = try example.tableBuilder()
        let table = try await builder.build()
        var random = RandomSpectra(
            table: table, parameters: example.parameters, activations: example.activations, seed: 41)
        let spectra = try random.make(example.spectrumCount)
        let found = try await search(spectra, builder, proteins, example.parameters)
        let oracle = try SearchOracle(table: table, parameters: example.parameters, losing: example.losing)
        let setAside = Set(found.setAside.map(\.spectrumIndex))
        var matchedCount = 0
        for spectrum in spectra where !setAside.contains(spectrum.index) {
            let all = oracle.comparisons(with: spectrum)
            let expected = all.filter { $0.matched >= example.parameters.minimumMatchedFragments }
            let matches = found.matches.filter { $0.spectrumIndex == spectrum.index }
            #expect(matches.isEmpty == expected.isEmpty)
            guard let best = matches.first else { continue }
            matchedCount += 1
            try expect(matches, of: found, agreeWith: expected, among: all)
            #expect(best.candidateCount == all.count)
        }
        #expect(matchedCount * 3 > spectra.count)
    }

    private func expect(
        _ matches: [SpectrumMatch], of run: RunMatches, agreeWith expected: [SearchOracle.Comparison],
        among all: [SearchOracle.Comparison]
    ) throws {
        let ranked = expected.sorted(by: SearchOracle.precedes)
        let best = try agreement(matches[0], of: run, among: ranked)
        let others = ranked.filter { $0.identity != best.identity }
        #expect(matches.map(\.rank) == (others.isEmpty ? [1] : [1, 2]))
        #expect(abs(matches[0].deltaHyperscore - (best.score - (others.first?.score ?? 0))) < 1e-9)
        #expect(abs(matches[0].score - SearchOracle.chanceScore(of: best, best: best, among: all)) < 1e-6)
        if matches.count == 2 {
            let second = try agreement(matches[1], of: run, among: others)
            #expect(abs(matches[1].score - SearchOracle.chanceScore(of: second, best: best, among: all)) < 1e-6)
            #expect(abs(matches[1].deltaHyperscore - (second.score - best.score)) < 1e-9)
        }
    }

    /// The comparison that was found, which has to be one of the best.
    private func agreement(
        _ match: SpectrumMatch, of run: RunMatches, among ranked: [SearchOracle.Comparison]
    ) throws -> SearchOracle.Comparison {
        let first = try #require(ranked.first)
        let peptide = run.peptides[match.peptide]
        let found = try #require(
            ranked.first {
                $0.ties(with: first) && $0.peptidoform == peptide.peptidoform && $0.isDecoy == peptide.isDecoy
                    && $0.isotopeError == match.isotopeError
            }, "\(peptide.peptidoform) \(match.hyperscore) instead of \(first.peptidoform) \(first.score)")
        #expect(abs(match.hyperscore - found.score) < 1e-9)
        #expect(match.charge == found.charge)
        #expect(match.matchedFragments == found.matched)
        expect(Array(run.ions[match.ions]), equal: found.ions)
        expect(match.features, describe: found)
        return found
    }

    private func expect(_ features: MatchFeatures, describe found: SearchOracle.Comparison) {
        #expect(abs(features.matchedIntensityFraction - found.explainedFraction) < 1e-9)
        let errors = found.ions.map(\.errorPPM)
        let mean = errors.reduce(0, +) / Double(errors.count)
        #expect(abs(features.fragmentErrorPPM - mean) < 1e-5)
        let variance = errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count) - mean * mean
        #expect(abs(features.fragmentErrorSpreadPPM * features.fragmentErrorSpreadPPM - variance) < 1e-3)
        #expect(features.nTerminalFragments == found.ions.count { "abc".contains($0.series.rawValue) })
        #expect(features.cTerminalFragments == found.ions.count { "xyz".contains($0.series.rawValue) })
        #expect(features.longestSeries == found.longestSeries)
        #expect(abs(features.crossCorrelation - found.crossCorrelation) < 1e-9)
    }

    private func expect(_ ions: [MatchedIon], equal expected: [MatchedIon]) {
        #expect(
            ions.map { "\($0.series)\($0.ordinal)+\($0.charge)" }
                == expected.map { "\($0.series)\($0.ordinal)+\($0.charge)" })
        for (ion, other) in zip(ions, expected) {
            #expect(abs(ion.intensity - other.intensity) < 1e-9)
            #expect(abs(ion.errorPPM - other.errorPPM) < 1e-5)
            #expect(abs(ion.neutralLossDaltons - other.neutralLossDaltons) < 1e-9)
        }
    }
}
