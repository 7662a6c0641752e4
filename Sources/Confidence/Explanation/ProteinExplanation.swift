/// Why a protein is or is not in the table of proteins: what became of its group and of each of its peptides.
public struct ProteinExplanation: Sendable, Hashable, Codable {
    /// Where a protein ended up.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        /// Its group is in the table.
        case inTable = "in-table"
        /// Its group's q-value is above the limit.
        case aboveLimit = "above-limit"
        /// The decoy mirror of its group scored better.
        case lostToDecoy = "lost-to-decoy"
        /// Its evidence is a part of another group's.
        case subset
        /// Several groups explain its evidence together.
        case explainedByOthers = "explained-by-others"
        /// No spectrum had one of its peptides as best match.
        case noBestMatch = "no-best-match"
    }

    /// A protein group this is about.
    public struct Group: Sendable, Hashable, Codable {
        /// Accessions, the leading one first.
        public var proteins: [String]
        /// Whether the group is in the table.
        public var isInTable: Bool
        /// Whether its decoy mirror scored better.
        public var isBeatenByDecoy: Bool
        /// Score of its better member.
        public var score: Double
        /// q-value at protein level.
        public var qValue: Double
        /// Accepted peptides, shared ones included.
        public var peptideCount: Int
        /// Accepted peptides of no other group.
        public var uniquePeptideCount: Int
        /// Accepted peptides of several groups that count for this one.
        public var razorPeptideCount: Int
        /// Accepted matches.
        public var psmCount: Int
        /// Share of the leading protein's residues inside accepted peptides; `nil` where not known.
        public var coverage: Double?

        /// Creates it from its parts.
        package init(
            proteins: [String], isInTable: Bool, isBeatenByDecoy: Bool, score: Double, qValue: Double,
            peptideCount: Int, uniquePeptideCount: Int, razorPeptideCount: Int, psmCount: Int,
            coverage: Double? = nil
        ) {
            self.proteins = proteins
            self.isInTable = isInTable
            self.isBeatenByDecoy = isBeatenByDecoy
            self.score = score
            self.qValue = qValue
            self.peptideCount = peptideCount
            self.uniquePeptideCount = uniquePeptideCount
            self.razorPeptideCount = razorPeptideCount
            self.psmCount = psmCount
            self.coverage = coverage
        }
    }

    /// Its accession.
    public var accession: String
    /// Its gene, where known.
    public var gene: String?
    /// Its description, where known.
    public var description: String?
    /// Whether it comes from the FASTA of contaminants.
    public var isContaminant: Bool
    /// Where it ended up.
    public var standing: Standing
    /// Its own group; where it is a subset, the group it is folded into; where others explain it, these.
    public var groups: [Group]
    /// Best score among its peptides that belong to no other group; `nil` where it has none. Where the decoy won, this is
    /// what was beaten.
    public var bestOwnScore: Double?
    /// Its peptides: those with a best match by falling score, then those that lost their spectra, then those without any
    /// match in the order of the sequence.
    public var peptides: [PeptideExplanation]

    /// Creates it from its parts.
    package init(
        accession: String, gene: String? = nil, description: String? = nil, isContaminant: Bool,
        standing: Standing, groups: [Group], bestOwnScore: Double? = nil, peptides: [PeptideExplanation]
    ) {
        self.accession = accession
        self.gene = gene
        self.description = description
        self.isContaminant = isContaminant
        self.standing = standing
        self.groups = groups
        self.bestOwnScore = bestOwnScore
        self.peptides = peptides
    }
}

/// What became of one peptide of a protein.
public struct PeptideExplanation: Sendable, Hashable, Codable {
    /// How far it came.
    public enum Fate: String, Sendable, Hashable, Codable, CaseIterable {
        /// Accepted, and of no other group.
        case unique
        /// Accepted, of several groups, and counted for the one asked about.
        case razor
        /// Accepted, and counted for another group.
        case countsElsewhere = "counts-elsewhere"
        /// Its q-value at peptide level is above the limit.
        case aboveLimit = "above-limit"
        /// Its decoy partner scored better.
        case beatenByDecoy = "beaten-by-decoy"
        /// Second in a spectrum, and best in none.
        case lostSpectrum = "lost-spectrum"
        /// Among the two best candidates of no spectrum.
        case noMatch = "no-match"
    }

    /// A spectrum.
    public struct SpectrumPlace: Sendable, Hashable, Codable {
        /// Name of the run.
        public var run: String
        /// Position of the spectrum in its file, from 0.
        public var index: Int
        /// Its native identifier, where known.
        public var id: String?

        /// Creates it from its parts.
        package init(run: String, index: Int, id: String? = nil) {
            self.run = run
            self.index = index
            self.id = id
        }
    }

    /// Its best match.
    public struct BestMatch: Sendable, Hashable, Codable {
        /// Where.
        public var spectrum: SpectrumPlace
        /// The peptidoform in ProForma notation.
        public var peptidoform: String
        /// The score that ranked the match.
        public var score: Double
        /// q-value at PSM level.
        public var qValue: Double
        /// q-value of the peptidoform.
        public var peptidoformQValue: Double
        /// q-value of the peptide.
        public var peptideQValue: Double

        /// Creates it from its parts.
        package init(
            spectrum: SpectrumPlace, peptidoform: String, score: Double, qValue: Double,
            peptidoformQValue: Double, peptideQValue: Double
        ) {
            self.spectrum = spectrum
            self.peptidoform = peptidoform
            self.score = score
            self.qValue = qValue
            self.peptidoformQValue = peptidoformQValue
            self.peptideQValue = peptideQValue
        }
    }

    /// A spectrum in which another peptide was better.
    public struct LostSpectrum: Sendable, Hashable, Codable {
        /// Where.
        public var spectrum: SpectrumPlace
        /// Score of the peptide.
        public var score: Double
        /// Sequence of the better one.
        public var winner: String
        /// Score of the better one.
        public var winnerScore: Double
        /// Whether the better one is a decoy.
        public var isWinnerDecoy: Bool
        /// Proteins of the better one.
        public var winnerProteins: [String]

        /// Creates it from its parts.
        package init(
            spectrum: SpectrumPlace, score: Double, winner: String, winnerScore: Double, isWinnerDecoy: Bool,
            winnerProteins: [String]
        ) {
            self.spectrum = spectrum
            self.score = score
            self.winner = winner
            self.winnerScore = winnerScore
            self.isWinnerDecoy = isWinnerDecoy
            self.winnerProteins = winnerProteins
        }
    }

    /// The sequence.
    public var sequence: String
    /// How far it came.
    public var fate: Fate
    /// Its best match, where it was the best match of any spectrum.
    public var best: BestMatch?
    /// Its best second place, where it was never first.
    public var lost: LostSpectrum?
    /// Score of its decoy partner, where that was better.
    public var decoyScore: Double?
    /// Other proteins that have it, by accession.
    public var otherProteins: [String]
    /// Leading protein of the group it counts for, where it is accepted and counts for one.
    public var countsFor: String?

    /// Creates it from its parts.
    package init(
        sequence: String, fate: Fate, best: BestMatch? = nil, lost: LostSpectrum? = nil,
        decoyScore: Double? = nil, otherProteins: [String], countsFor: String? = nil
    ) {
        self.sequence = sequence
        self.fate = fate
        self.best = best
        self.lost = lost
        self.decoyScore = decoyScore
        self.otherProteins = otherProteins
        self.countsFor = countsFor
    }
}
