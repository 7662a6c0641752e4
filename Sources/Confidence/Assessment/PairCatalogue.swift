import PeptideSearch

/// Which target-decoy pair each match belongs to, at peptide and at peptidoform level.
///
/// Pairs are numbered; the two members of pair `p` are `2p` (target) and `2p + 1` (decoy). Numbers follow first
/// use and must not reach any result.
///
/// - A peptide pair is a `pairKey`. Peptides without a partner (no decoy could be made, or decoys come from a FASTA
///   file) are pairs of one, told apart by label and by sequence with I and L as one.
/// - A peptidoform pair is a peptide pair with a composition: the sorted names of its modifications. A decoy carries
///   the modifications of its target on a permuted sequence, so the composition is what the two have in common. Forms
///   that differ only in where modifications sit are one member: decoys say nothing about sites, which need a
///   false localisation rate of their own.
struct PairCatalogue {
    /// Peptide pair of each entry of the matches.
    private(set) var peptidePairs: [Int] = []
    /// Peptidoform pair of each entry of the matches.
    private(set) var peptidoformPairs: [Int] = []
    /// For each peptide pair, the key that ties between its members are broken by.
    private(set) var peptideTieKeys: [UInt64] = []
    /// For each peptidoform pair, the key that ties between its members are broken by.
    private(set) var peptidoformTieKeys: [UInt64] = []
    /// Proteins over all runs, by accession.
    let proteins: [MatchedProtein]
    /// For each peptide pair, the proteins of either member, as ascending positions in ``proteins``.
    private(set) var pairProteins: [[Int]] = []

    private var peptideNumbers: [PeptideIdentity: Int] = [:]
    private var compositionNumbers: [String: Int] = [:]
    private var peptidoformNumbers: [PeptidoformIdentity: Int] = [:]

    private struct PeptideIdentity: Hashable {
        let pairKey: UInt64
        /// Label and sequence of a peptide without a partner; empty for pairs, which the key alone tells apart.
        let unpairedSequence: String

        init(of peptide: MatchedPeptide) {
            pairKey = peptide.isPaired ? peptide.pairKey : 0
            let label = peptide.isDecoy ? "decoy " : "target "
            unpairedSequence = peptide.isPaired ? "" : label + ILSequence.normalised(peptide.sequence)
        }
    }

    private struct PeptidoformIdentity: Hashable {
        let peptidePair: Int
        let composition: Int
    }

    /// What a peptide of a run was numbered.
    private struct Numbers {
        var peptide = -1
        var peptidoform = -1
    }

    /// Numbers the pairs of the given matches.
    init(of matches: RankOneMatches, in runs: [RunMatches]) throws(ConfidenceError) {
        let table = ProteinTable(of: runs)
        proteins = table.proteins
        var numbers: [[Numbers]] = []
        for run in runs.indices {
            numbers.append(try number(peptidesOf: run, in: runs, matches: matches, table: table))
        }
        peptidePairs = matches.entries.map { numbers[$0.run][$0.peptide].peptide }
        peptidoformPairs = matches.entries.map { numbers[$0.run][$0.peptide].peptidoform }
        for pair in pairProteins.indices { pairProteins[pair].sortAndRemoveRepeats() }
    }

    /// Numbers the peptides of a run that its best matches name. They are taken as they lie in the run, not as the
    /// matches call for them: going through memory in order saves more time than anything else here.
    private mutating func number(
        peptidesOf position: Int, in runs: [RunMatches], matches: RankOneMatches, table: ProteinTable
    ) throws(ConfidenceError) -> [Numbers] {
        let run = runs[position]
        var numbers = [Numbers](repeating: Numbers(), count: run.peptides.count)
        var isMatched = [Bool](repeating: false, count: run.peptides.count)
        for match in run.matches where match.rank == 1 { isMatched[match.peptide] = true }
        for (index, peptide) in run.peptides.enumerated() where isMatched[index] {
            guard table.holds(peptide.proteins, ofRun: position) else {
                let match = run.matches.first { $0.rank == 1 && $0.peptide == index }
                throw .danglingReference(run: run.run, spectrumIndex: match?.spectrumIndex ?? -1)
            }
            numbers[index].peptide = numberOfPeptidePair(peptide)
            numbers[index].peptidoform = numberOfPeptidoformPair(peptide, peptidePair: numbers[index].peptide)
            for protein in peptide.proteins {
                pairProteins[numbers[index].peptide].append(table.position(of: protein, ofRun: position))
            }
        }
        return numbers
    }

    private mutating func numberOfPeptidoformPair(_ peptide: MatchedPeptide, peptidePair: Int) -> Int {
        let composition = ModificationComposition.key(ofProForma: peptide.peptidoform)
        let compositionNumber = compositionNumbers[composition] ?? compositionNumbers.count
        if compositionNumber == compositionNumbers.count { compositionNumbers[composition] = compositionNumber }
        let identity = PeptidoformIdentity(peptidePair: peptidePair, composition: compositionNumber)
        if let number = peptidoformNumbers[identity] { return number }
        let number = peptidoformNumbers.count
        peptidoformNumbers[identity] = number
        peptidoformTieKeys.append(TieCoin.key(peptide.pairKey, composition))
        return number
    }

    private mutating func numberOfPeptidePair(_ peptide: MatchedPeptide) -> Int {
        let identity = PeptideIdentity(of: peptide)
        if let number = peptideNumbers[identity] { return number }
        let number = peptideNumbers.count
        peptideNumbers[identity] = number
        peptideTieKeys.append(TieCoin.key(peptide.pairKey, ""))
        pairProteins.append([])
        return number
    }
}

extension [Int] {
    /// Brings the values into ascending order, each once.
    mutating func sortAndRemoveRepeats() {
        guard count > 1 else { return }
        sort()
        var kept = 1
        for position in 1..<count where self[position] != self[kept - 1] {
            self[kept] = self[position]
            kept += 1
        }
        removeLast(count - kept)
    }
}
