public import SpectrumModel

/// What searching one run found: the best matches of each spectrum, the peptides they name and the ions that matched.
///
/// Everything a later stage needs is here, so that no joint stage opens a spectra file or digests the proteins again.
public struct RunMatches: Sendable, Hashable {
    /// Name of the run: its file name without extensions.
    public var run: String
    /// Proteins that matched peptides come from, each once, ordered by accession.
    public var proteins: [MatchedProtein]
    /// Peptidoforms that were matched, targets and decoys, each once, in the order in which they were first found.
    public var peptides: [MatchedPeptide]
    /// Matches ordered by spectrum, then by rank.
    public var matches: [SpectrumMatch]
    /// Matched ions of all matches, those of a match together; each match holds its range.
    public var ions: [MatchedIon]
    /// Fragment spectra the search did not compare with anything, in file order.
    public var setAside: [SetAsideSpectrum]
    /// What the entrapments among the candidates were; `nil` where there were none.
    public var entrapment: EntrapmentCensus?

    /// Creates the outcome of a search from its parts.
    public init(
        run: String, proteins: [MatchedProtein] = [], peptides: [MatchedPeptide] = [], matches: [SpectrumMatch] = [],
        ions: [MatchedIon] = [], setAside: [SetAsideSpectrum] = [], entrapment: EntrapmentCensus? = nil
    ) {
        self.run = run
        self.proteins = proteins
        self.peptides = peptides
        self.matches = matches
        self.ions = ions
        self.setAside = setAside
        self.entrapment = entrapment
    }
}

/// A spectrum that was not searched.
public struct SetAsideSpectrum: Sendable, Hashable {
    /// Position of the spectrum in its file, counted from 0.
    public var spectrumIndex: Int
    /// Why it was not searched.
    public var reason: SetAsideReason

    /// Creates a record of a spectrum that was not searched.
    public init(spectrumIndex: Int, reason: SetAsideReason) {
        self.spectrumIndex = spectrumIndex
        self.reason = reason
    }
}

/// A protein that at least one matched peptide comes from.
public struct MatchedProtein: Sendable, Hashable {
    /// Accession as read from the header, without any decoy prefix.
    public var accession: String
    /// Whether the protein comes from the contaminant FASTA.
    public var isContaminant: Bool
    /// Whether the protein is an entrapment: one that is known not to be in the sample.
    public var isEntrapment: Bool

    /// Creates a protein reference.
    public init(accession: String, isContaminant: Bool, isEntrapment: Bool = false) {
        self.accession = accession
        self.isContaminant = isContaminant
        self.isEntrapment = isEntrapment
    }
}

/// A peptidoform that was matched: sequence, modifications, and where it comes from.
public struct MatchedPeptide: Sendable, Hashable {
    /// The peptidoform in ProForma 2.0 notation, without charge.
    public var peptidoform: String
    /// The bare sequence, one letter a residue. For a decoy, the decoy's own sequence.
    public var sequence: String
    /// Residue before the peptide in its first protein, `-` at the protein's start.
    public var previousResidue: Character
    /// Residue after the peptide in its first protein, `-` at the protein's end.
    public var nextResidue: Character
    /// Proteins the peptide may come from, as ascending positions in ``RunMatches/proteins``. A decoy names the proteins
    /// of the target it was made from.
    public var proteins: [Int]
    /// Whether the peptide is a decoy.
    public var isDecoy: Bool
    /// Stable key of the target-decoy pair: equal for a target sequence (I = L) and its decoy, equal in every run.
    public var pairKey: UInt64
    /// Key of the pair of the sequence that this entrapment, or the entrapment this is the decoy of, was shuffled from; 0
    /// for all others.
    public var originKey: UInt64
    /// Whether the pair is complete. An unpaired target is one no decoy could be made for.
    public var isPaired: Bool
    /// Monoisotopic mass of the neutral peptidoform, in Da.
    public var massDaltons: Double
    /// Number of sites inside the peptide where the enzyme could have cut and did not.
    public var missedCleavages: Int

    /// Creates a matched peptidoform from its parts.
    public init(
        peptidoform: String, sequence: String, previousResidue: Character, nextResidue: Character, proteins: [Int],
        isDecoy: Bool, pairKey: UInt64, originKey: UInt64 = 0, isPaired: Bool, massDaltons: Double,
        missedCleavages: Int
    ) {
        self.peptidoform = peptidoform
        self.sequence = sequence
        self.previousResidue = previousResidue
        self.nextResidue = nextResidue
        self.proteins = proteins
        self.isDecoy = isDecoy
        self.pairKey = pairKey
        self.originKey = originKey
        self.isPaired = isPaired
        self.massDaltons = massDaltons
        self.missedCleavages = missedCleavages
    }
}
