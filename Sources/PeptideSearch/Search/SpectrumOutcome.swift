import Chemistry
import ProteinDatabase
import SpectrumModel

/// What the search of one spectrum found in one part of the peptide table.
struct SpectrumOutcome: Sendable {
    var spectrumIndex: Int
    /// Why the spectrum was not compared with anything; the same in every part of the table.
    var setAside: SetAsideReason?
    /// All candidates compared, whether or not they matched.
    var totals = CandidateTotals()
    var best: CandidateMatch?
    /// Best candidate of another sequence than ``best``.
    var runnerUp: CandidateMatch?

    /// Joins what was found for the same spectrum in another part of the table.
    mutating func merge(_ other: SpectrumOutcome) {
        totals.merge(other.totals)
        var found = [best, runnerUp, other.best, other.runnerUp].compactMap { $0 }
        found.sort { $0.ranks(before: $1) }
        best = found.first
        runnerUp = found.first { $0.candidate.sequenceKey != best?.candidate.sequenceKey }
    }
}

/// A candidate that matched, with everything a table needs to say about it.
struct CandidateMatch: Sendable {
    var candidate: CandidateDescription
    var query: PrecursorQuery
    var standing: MatchStanding
    var fragments: FragmentCounts
    var features: MatchFeatures
    var ions: [MatchedIon]
    var tieKey: UInt64

    /// The same total order as within one part of the table.
    func ranks(before other: CandidateMatch) -> Bool {
        if let isBetter = standing.isBetter(than: other.standing) { return isBetter }
        return tieKey != other.tieKey ? tieKey < other.tieKey : candidate.massDaltons < other.candidate.massDaltons
    }
}

/// A candidate told apart from all others and named in words, independent of the table it came from.
struct CandidateDescription: Sendable {
    var peptidoform: String
    var sequence: String
    /// Equal for candidates of the same target sequence (I = L) and label, whatever their modifications.
    var sequenceKey: UInt64
    var previousResidue: Character
    var nextResidue: Character
    /// Positions of the proteins in the database.
    var proteins: [Int]
    var isDecoy: Bool
    var pairKey: UInt64
    var originKey: UInt64
    var isPaired: Bool
    var massDaltons: Double
    var missedCleavages: Int

    init(row: Int, label: CandidateLabel, of table: PeptideTable) throws(PeptidoformError) {
        let residues = table.sequence(ofRow: row, label: label)
        let neighbours = table.neighbours(ofRow: row)
        let form = try Peptidoform(
            sequence: residues, modifications: table.modifications(ofRow: row, label: label))
        peptidoform = ProForma.write(form)
        sequence = String(decoding: residues, as: UTF8.self)
        sequenceKey = table.pairKey(ofRow: row) ^ (label == .decoy ? 1 : 0)
        previousResidue = Character(UnicodeScalar(neighbours.previous))
        nextResidue = Character(UnicodeScalar(neighbours.next))
        proteins = table.proteins(ofRow: row)
        isDecoy = label == .decoy
        pairKey = table.pairKey(ofRow: row)
        originKey = table.originKey(ofRow: row)
        isPaired = table.isPaired(row: row)
        massDaltons = table.masses[row]
        missedCleavages = table.missedCleavages(ofRow: row)
    }
}
