import Confidence
import Foundation
import Foundations
import PeptideSearch

/// An experiment with known truth, in the spirit of a search: every spectrum has one best match, to a peptide that is
/// there or by chance to any target or decoy of the database, both as likely.
///
/// - A protein is present or absent; each has peptides of its own, and a decoy for each.
/// - A spectrum of a present peptide scores normally around 4; one without is matched by chance and scores as the best
///   of its candidates would, normally around 0. Where chance beats the truth, the chance match stands.
/// - Spectra are spread over runs, and several may come from one peptide.
struct PlantedExperiment {
    var proteinCount = 600
    var presentProteinCount = 200
    var peptidesPerProtein = 5
    var spectraOfPeptides = 1600
    var spectraOfNothing = 2400
    var runCount = 3

    /// Runs of the experiment with this seed.
    func runs(seed: Int) -> [RunMatches] {
        var generator = SeededGenerator(seed: UInt64(seed) &* 104_729 &+ 1)
        var matches = [[PlannedMatch]](repeating: [], count: runCount)
        for _ in 0..<spectraOfPeptides {
            let chance = chanceMatch(&generator)
            let truth = trueMatch(&generator)
            matches[generator.next(upperBound: runCount)].append(truth.score > chance.score ? truth : chance)
        }
        for _ in 0..<spectraOfNothing {
            matches[generator.next(upperBound: runCount)].append(chanceMatch(&generator))
        }
        return matches.enumerated().map { .planned("run\($0.offset)", $0.element) }
    }

    /// Whether the protein of an accession is present.
    func isPresent(_ accession: String) -> Bool {
        guard let number = Int(accession.dropFirst()) else { return false }
        return number < presentProteinCount
    }

    private func trueMatch(_ generator: inout SeededGenerator) -> PlannedMatch {
        let number = generator.next(upperBound: presentProteinCount * peptidesPerProtein)
        // Matches that are there are told from chance matches to the same peptide by their form.
        return match(number, score: 4 + generator.nextNormal(), isDecoy: false, form: "[Planted]-")
    }

    private func chanceMatch(_ generator: inout SeededGenerator) -> PlannedMatch {
        let number = generator.next(upperBound: proteinCount * peptidesPerProtein)
        let isDecoy = generator.next(upperBound: 2) == 0
        return match(number, score: generator.nextNormal(), isDecoy: isDecoy, form: "")
    }

    private func match(_ number: Int, score: Double, isDecoy: Bool, form: String) -> PlannedMatch {
        let sequence = (isDecoy ? "D" : "T") + "\(number)" + "K"
        return PlannedMatch(
            sequence: sequence, score: score, pairKey: UInt64(number), isDecoy: isDecoy, peptidoform: form + sequence,
            proteins: ["P\(number / peptidesPerProtein)"])
    }
}

extension SeededGenerator {
    /// A number from the standard normal distribution (Box and Muller, Ann. Math. Stat. 29 (1958), 610).
    mutating func nextNormal() -> Double {
        let radius = (-2 * log(1 - nextUnit())).squareRoot()
        return radius * cos(2 * Double.pi * nextUnit())
    }
}
