import PeptideSearch

/// Some of the matches with figures beside the score, to see whether decoys are like wrong targets.
///
/// All matches where they are at most half a million; else every second, every fourth and so on, by entry, so that memory is
/// bounded and the sample depends on the matches alone.
package struct MatchSample {
    /// Figures of a peptide by which a decoy may differ from a target.
    package struct Figures {
        var length: Int32 = 0
        var massDaltons: Float = 0

        package init() {}

        init(of peptide: PeptideEvidence) {
            length = Int32(clamping: peptide.sequence.utf8.count)
            massDaltons = Float(peptide.massDaltons)
        }
    }

    /// A match.
    package struct Match {
        let score: Double
        let figures: Figures
        package let entry: UInt32
        let isDecoy: Bool
    }

    package private(set) var matches: [Match] = []
    private var step = 1
    private let limit: Int

    package init(limit: Int = 1 << 19) {
        self.limit = limit
    }

    /// Memory in use, in bytes.
    var byteCount: Int { matches.capacity * MemoryLayout<Match>.stride }

    /// Takes a match if its turn has come.
    package mutating func add(entry: Int, score: Double, isDecoy: Bool, _ figures: Figures) {
        guard entry.isMultiple(of: step) else { return }
        matches.append(Match(score: score, figures: figures, entry: UInt32(entry), isDecoy: isDecoy))
        if matches.count > limit {
            step *= 2
            matches.removeAll { !Int($0.entry).isMultiple(of: step) }
        }
    }
}
