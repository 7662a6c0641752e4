extension RunMatches: MatchSource {
    /// The value itself, or a copy without ions.
    public func load(ions: Bool) -> RunMatches { ions ? self : withoutIons }

    private var withoutIons: RunMatches {
        var matches = self
        matches.ions = []
        for index in matches.matches.indices { matches.matches[index].ions = 0..<0 }
        return matches
    }

    /// See ``proteins``.
    public func readProteins() -> [MatchedProtein] { proteins }

    /// Numbers of matches and peptides.
    public func readSize() -> MatchSourceSize { MatchSourceSize(matches: matches.count, peptides: peptides.count) }

    /// See ``entrapment``.
    public func readEntrapment() -> EntrapmentCensus? { entrapment }

    /// The matches of rank 1.
    public func readBestMatches() -> [BestMatch] {
        matches.enumerated().compactMap { index, match in
            guard match.rank == 1 else { return nil }
            return BestMatch(
                match: index, spectrumIndex: match.spectrumIndex, peptide: match.peptide, score: match.score)
        }
    }

    /// All peptides together.
    public func readPeptides(_ use: (_ firstRow: Int, _ peptides: [PeptideEvidence]) throws -> Void) rethrows {
        let evidence = peptides.map { peptide in
            PeptideEvidence(
                peptidoform: peptide.peptidoform, sequence: peptide.sequence, proteins: peptide.proteins,
                isDecoy: peptide.isDecoy, pairKey: peptide.pairKey, originKey: peptide.originKey,
                isPaired: peptide.isPaired, massDaltons: peptide.massDaltons)
        }
        try use(0, evidence)
    }
}
