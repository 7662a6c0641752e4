import PeptideSearch

/// What the stored matches of the runs say about the peptides of some proteins beyond what identifications keep: second
/// places, and which decoy is whose partner.
struct PeptideSightings {
    private let accessions: Set<String>
    /// For each sequence, with I and L as one, the best spectrum in which it was second.
    private(set) var lost: [String: PeptideExplanation.LostSpectrum] = [:]
    /// The sequence as it was matched, by sequence with I and L as one, of those that were second, by protein.
    private(set) var secondPlaces: [String: [String: String]] = [:]
    private var pairKeys: [String: UInt64] = [:]
    private var decoys: [UInt64: String] = [:]

    init(of accessions: Set<String>) { self.accessions = accessions }

    /// Sequence of the decoy partner of a target, with I and L as one; `nil` where it was never matched.
    func decoy(of sequence: String) -> String? { pairKeys[sequence].flatMap { decoys[$0] } }

    /// Looks through the matches of a run.
    mutating func add(_ run: RunMatches) {
        let isAsked = run.proteins.map { accessions.contains($0.accession) }
        let isOfInterest = run.peptides.map { $0.proteins.contains { isAsked[$0] } }
        for (peptide, isAsked) in zip(run.peptides, isOfInterest) where peptide.isPaired && isAsked {
            let key = ILSequence.normalised(peptide.sequence)
            if peptide.isDecoy { decoys[peptide.pairKey] = key } else { pairKeys[key] = peptide.pairKey }
        }
        var first: SpectrumMatch?
        for match in run.matches {
            if match.rank == 1 { first = match }
            guard match.rank > 1, isOfInterest[match.peptide], !run.peptides[match.peptide].isDecoy, let winner = first,
                winner.spectrumIndex == match.spectrumIndex
            else { continue }
            add(match, of: run, winner: winner)
        }
    }

    private mutating func add(_ match: SpectrumMatch, of run: RunMatches, winner: SpectrumMatch) {
        let (peptide, better) = (run.peptides[match.peptide], run.peptides[winner.peptide])
        let key = ILSequence.normalised(peptide.sequence)
        for protein in peptide.proteins where accessions.contains(run.proteins[protein].accession) {
            secondPlaces[run.proteins[protein].accession, default: [:]][key] = peptide.sequence
        }
        let found = PeptideExplanation.LostSpectrum(
            spectrum: .init(run: run.run, index: match.spectrumIndex), score: match.score, winner: better.sequence,
            winnerScore: winner.score, isWinnerDecoy: better.isDecoy,
            winnerProteins: better.proteins.map { run.proteins[$0].accession })
        guard let known = lost[key], !Self.isBetter(found, than: known) else {
            lost[key] = found
            return
        }
    }

    private static func isBetter(
        _ one: PeptideExplanation.LostSpectrum, than other: PeptideExplanation.LostSpectrum
    ) -> Bool {
        if one.score != other.score { return one.score > other.score }
        return (one.spectrum.run, one.spectrum.index) < (other.spectrum.run, other.spectrum.index)
    }
}
