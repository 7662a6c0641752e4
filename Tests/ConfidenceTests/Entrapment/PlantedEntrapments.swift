import Confidence
import Foundations
import PeptideSearch

/// An experiment with known truth that is searched with entrapments.
///
/// As many entrapments as targets, each with a decoy. A spectrum of a peptide that is present scores normally around 4. One
/// matched by chance goes to any target, entrapment or decoy, all as likely, and scores normally around 0.
struct PlantedEntrapments {
    private static let proteinCount = 300
    private static let presentProteinCount = 100
    private static let peptidesPerProtein = 5
    private static let peptideCount = proteinCount * peptidesPerProtein
    private static let presentCount = presentProteinCount * peptidesPerProtein
    private static let truthMark = "[Planted]-"

    /// The matches of the experiment with this seed.
    ///
    /// - Parameter lureCount: spectra that are matched wrongly to a target or entrapment, never to a decoy, and score as if
    ///   it were there. Decoys cannot tell of them.
    static func run(seed: Int, lureCount: Int = 0) -> RunMatches {
        var generator = SeededGenerator(seed: UInt64(seed) &* 15_485_863 &+ 3)
        func chance() -> PlannedMatch {
            let number = generator.next(upperBound: 2 * peptideCount)
            let isDecoy = generator.next(upperBound: 2) == 0
            return match(number, score: generator.nextNormal(), isDecoy: isDecoy, form: "")
        }
        var matches = (0..<2400).map { _ in chance() }
        for _ in 0..<1600 {
            let rival = chance()
            let number = generator.next(upperBound: presentCount)
            let truth = match(number, score: 4 + generator.nextNormal(), isDecoy: false, form: truthMark)
            matches.append(truth.score > rival.score ? truth : rival)
        }
        for _ in 0..<lureCount {
            let number = generator.next(upperBound: 2 * peptideCount)
            matches.append(match(number, score: 4 + generator.nextNormal(), isDecoy: false, form: ""))
        }
        let origins = (0..<peptideCount).map { (UInt64(1 + peptideCount + $0), UInt64(1 + $0)) }
        return .withEntrapments(
            "run", matches, origins: Dictionary(uniqueKeysWithValues: origins),
            census: EntrapmentCensus(
                targetPeptides: peptideCount, entrapmentPeptides: peptideCount, isPaired: true))
    }

    /// The share of what is accepted at a rate that is false, entrapments among it.
    static func falseShare(
        of level: ConfidenceLevel, in result: Identifications, run: RunMatches, at rate: Double
    ) -> Double {
        func isAbsent(_ proteins: [Int]) -> Bool {
            proteins.allSatisfy { !isPresent(result.proteins[$0].accession) }
        }
        let areFalse: [Bool]
        switch level {
        case .psm:
            areFalse = result.psms.filter { !$0.isDecoy && $0.qValue <= rate }.map {
                !run.peptides[run.matches[$0.match].peptide].peptidoform.hasPrefix(truthMark)
            }
        case .peptide, .peptidoform:
            areFalse = result.peptides.filter { !$0.isDecoy && $0.qValue <= rate }.map { isAbsent($0.proteins) }
        case .protein:
            areFalse = result.proteinGroups.filter { !$0.isDecoy && $0.qValue <= rate }.map { isAbsent($0.proteins) }
        }
        return Double(areFalse.count { $0 }) / Double(max(1, areFalse.count))
    }

    private static func isPresent(_ accession: String) -> Bool {
        Int(accession.dropFirst()).map { $0 < presentProteinCount } ?? false
    }

    private static func match(_ number: Int, score: Double, isDecoy: Bool, form: String) -> PlannedMatch {
        let isEntrapment = number >= peptideCount
        let protein = (number % peptideCount) / peptidesPerProtein
        let sequence = (isDecoy ? "D" : "T") + "\(number)K"
        return PlannedMatch(
            sequence: sequence, score: score, pairKey: UInt64(1 + number), isDecoy: isDecoy,
            peptidoform: form + sequence, proteins: [(isEntrapment ? "ENT" : "P") + "\(protein)"])
    }
}
