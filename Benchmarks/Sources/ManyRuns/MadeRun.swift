import Foundation
import Foundations
import PeptideSearch

/// Matches of a run of a large study: half of them right, to peptides that many runs share; a quarter wrong targets, a
/// quarter decoys, both from anywhere in the proteome and scored alike.
struct MadeRun {
    var number: Int
    var matchCount: Int

    /// Target-decoy pairs of the proteome, and how many of them are in the samples.
    static let pairCount = 3_000_000
    static let presentCount = 300_000
    static let proteinCount = 20_000

    /// The run as a search would leave it; without ions, which error rates do not read.
    func matches() -> RunMatches {
        var generator = SeededGenerator(seed: UInt64(number) &+ 1)
        var result = RunMatches(run: "run\(number)")
        result.proteins = (0..<Self.proteinCount).map {
            MatchedProtein(accession: "P\(Self.proteinCount + $0)", isContaminant: false)
        }
        var rows: [String: Int] = [:]
        for spectrum in 0..<matchCount {
            let isRight = spectrum.isMultiple(of: 2)
            let pair = generator.next(upperBound: isRight ? Self.presentCount : Self.pairCount)
            let isDecoy = !isRight && generator.next(upperBound: 2) == 0
            let isOxidised = generator.next(upperBound: 5) == 0
            let peptide = Self.peptide(pair, isDecoy: isDecoy, isOxidised: isOxidised)
            let row = rows[peptide.peptidoform] ?? result.peptides.count
            if row == result.peptides.count {
                result.peptides.append(peptide)
                rows[peptide.peptidoform] = row
            }
            let score = (isRight ? 6 : 1) + Self.normal(&generator)
            result.matches.append(Self.match(spectrum: spectrum, peptide: row, score: score))
        }
        return result
    }

    private static func peptide(_ pair: Int, isDecoy: Bool, isOxidised: Bool) -> MatchedPeptide {
        let letters = Array("ACDEFGHLMNPQSTVWY")
        var sequence: [Character] = []
        var rest = pair
        for _ in 0..<12 {
            sequence.append(letters[rest % letters.count])
            rest /= letters.count
        }
        // The first residue tells targets from decoys, so that no two share a sequence.
        let bare = (isDecoy ? "N" : "Q") + "M" + String(sequence) + "K"
        return MatchedPeptide(
            peptidoform: isOxidised ? bare.prefix(2) + "[Oxidation]" + bare.dropFirst(2) : bare, sequence: bare,
            previousResidue: "K", nextResidue: "A", proteins: [pair % proteinCount], isDecoy: isDecoy,
            pairKey: StableHash.hash(bare.dropFirst().utf8), isPaired: true,
            massDaltons: 1000 + Double(pair % 1000), missedCleavages: 0)
    }

    private static func match(spectrum: Int, peptide: Int, score: Double) -> SpectrumMatch {
        SpectrumMatch(
            spectrumIndex: spectrum, rank: 1, charge: 2, precursorMZ: 501, precursorMZMeasured: 501, isotopeError: 0,
            peptide: peptide, hyperscore: score, deltaHyperscore: 1, score: score, matchedFragments: 6,
            features: MatchFeatures(), candidateCount: 10, ions: 0..<0)
    }

    /// A number from the standard normal distribution (Box and Muller, Ann. Math. Stat. 29 (1958), 610).
    private static func normal(_ generator: inout SeededGenerator) -> Double {
        (-2 * log(1 - generator.nextUnit())).squareRoot() * cos(2 * Double.pi * generator.nextUnit())
    }
}
