/// Where the matches of one run are: in memory, or in a file that is read column by column.
///
/// Error rates need few figures of each match and see many runs, more than memory could hold whole. They take what they
/// need of one run after another.
public protocol MatchSource: Sendable {
    /// Name of the run: its file name without extensions.
    var run: String { get }

    /// All matches at once.
    ///
    /// - Parameter ions: whether with the matched ions, which are most of what there is. Without them ``RunMatches/ions``
    ///   and the ranges of the matches in it are empty.
    func load(ions: Bool) throws -> RunMatches

    /// The proteins that ``PeptideEvidence/proteins`` names.
    func readProteins() throws -> [MatchedProtein]

    /// How much there is, without reading it.
    func readSize() throws -> MatchSourceSize

    /// What the entrapments among the candidates were; `nil` where there were none.
    func readEntrapment() throws -> EntrapmentCensus?

    /// The matches of rank 1, in the order they lie in.
    func readBestMatches() throws -> [BestMatch]

    /// Hands over the peptides in their order, some at a time with the row of the first of them.
    func readPeptides(_ use: (_ firstRow: Int, _ peptides: [PeptideEvidence]) throws -> Void) throws
}

/// How much a source of matches holds.
public struct MatchSourceSize: Sendable, Hashable {
    /// Number of matches of any rank.
    public var matches: Int
    /// Number of peptidoforms.
    public var peptides: Int

    /// Creates a size.
    public init(matches: Int, peptides: Int) {
        self.matches = matches
        self.peptides = peptides
    }
}

/// What error rates need of a match of rank 1.
public struct BestMatch: Sendable, Hashable {
    /// Position among the matches of the run, of any rank.
    public var match: Int
    /// Position of the spectrum in its file, counted from 0.
    public var spectrumIndex: Int
    /// Position of the peptidoform among those of the run.
    public var peptide: Int
    /// The score that ranks matches of all spectra against one another; higher is better.
    public var score: Double

    /// Creates a match from its parts.
    public init(match: Int, spectrumIndex: Int, peptide: Int, score: Double) {
        self.match = match
        self.spectrumIndex = spectrumIndex
        self.peptide = peptide
        self.score = score
    }
}

/// What error rates need of a peptidoform that was matched; see ``MatchedPeptide`` for each.
public struct PeptideEvidence: Sendable, Hashable {
    /// The peptidoform in ProForma 2.0 notation, without charge.
    public var peptidoform: String
    /// The bare sequence, a decoy's own for a decoy.
    public var sequence: String
    /// Proteins the peptide may come from, as ascending positions among those of the run.
    public var proteins: [Int]
    /// Whether the peptide is a decoy.
    public var isDecoy: Bool
    /// Stable key of the target-decoy pair.
    public var pairKey: UInt64
    /// Key of the pair that an entrapment was shuffled from, 0 for all others.
    public var originKey: UInt64
    /// Whether the pair is complete.
    public var isPaired: Bool
    /// Monoisotopic mass of the neutral peptidoform, in Da.
    public var massDaltons: Double

    /// Creates evidence from its parts.
    public init(
        peptidoform: String, sequence: String, proteins: [Int], isDecoy: Bool, pairKey: UInt64,
        originKey: UInt64 = 0, isPaired: Bool, massDaltons: Double
    ) {
        self.peptidoform = peptidoform
        self.sequence = sequence
        self.proteins = proteins
        self.isDecoy = isDecoy
        self.pairKey = pairKey
        self.originKey = originKey
        self.isPaired = isPaired
        self.massDaltons = massDaltons
    }
}
