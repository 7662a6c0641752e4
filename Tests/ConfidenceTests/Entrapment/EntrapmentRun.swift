import Confidence
import PeptideSearch

extension RunMatches {
    /// A run that was searched with entrapments: proteins whose accessions begin with `ENT`.
    ///
    /// - Parameter origins: for keys of pairs of entrapments, those of the targets they were shuffled from.
    static func withEntrapments(
        _ run: String, _ matches: [PlannedMatch], origins: [UInt64: UInt64] = [:],
        census: EntrapmentCensus = EntrapmentCensus(targetPeptides: 50, entrapmentPeptides: 50, isPaired: true)
    ) -> RunMatches {
        var result = planned(run, matches)
        for index in result.proteins.indices {
            result.proteins[index].isEntrapment = result.proteins[index].accession.hasPrefix("ENT")
        }
        for index in result.peptides.indices {
            result.peptides[index].originKey = origins[result.peptides[index].pairKey] ?? 0
        }
        result.entrapment = census
        return result
    }
}

/// A small experiment with every kind of pair, whose counts were worked out apart from Moselle: by brute force over all
/// thresholds, ties broken either way and averaged, in a few lines of Python.
///
/// Entrapments n have the keys 100 + n. Accepted at 10 % with their targets: 1 (better), 2 (equal), 3 and 7 (worse). The
/// target of 4 is accepted at 20 % only, that of 5 was never matched, that of 6 lost to its own decoy.
enum EveryKindOfPair {
    static let origins: [UInt64: UInt64] = [101: 1, 102: 2, 103: 3, 104: 20, 105: 99, 106: 6, 107: 7]

    static var matches: [PlannedMatch] {
        let targets: [(UInt64, Double)] = [(1, 40), (2, 45), (3, 60), (7, 61), (20, 5), (6, 41)]
        let others = (0..<9).map { (UInt64(8 + $0), Double(70 + $0)) }
        let entrapments: [(UInt64, Double)] = [
            (101, 50), (102, 45), (103, 44), (104, 43), (105, 39), (106, 38), (107, 37),
        ]
        return (targets + others).map { .target("T\($0.0)K", $0.1, pair: $0.0, proteins: ["P\($0.0)"]) }
            + entrapments.map { .target("E\($0.0)K", $0.1, pair: $0.0, proteins: ["ENT\($0.0)"]) }
            + [.decoy("D6K", 42, pair: 6, proteins: ["P6"]), .decoy("D30K", 10, pair: 30, proteins: ["P30"])]
    }
}

extension Array {
    /// The only row of a level at a claimed rate.
    func row(_ level: ConfidenceLevel, at rate: Double) -> EntrapmentRow? where Element == EntrapmentRow {
        let found = filter { $0.level == level && $0.claimedRate == rate }
        return found.count == 1 ? found[0] : nil
    }
}
