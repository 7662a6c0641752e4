import ProteinDatabase

/// Gathers matches spectrum by spectrum, in any order of spectra, and gives every peptidoform and protein its place.
struct MatchCollector: Sendable {
    private var result = RunMatches(run: "")
    private var peptides: [PeptideKey: Int] = [:]

    private struct PeptideKey: Hashable {
        var peptidoform: String
        var isDecoy: Bool
        var pairKey: UInt64
        var proteins: [Int]
    }

    mutating func add(_ outcome: SpectrumOutcome) {
        if let reason = outcome.setAside {
            result.setAside.append(SetAsideSpectrum(spectrumIndex: outcome.spectrumIndex, reason: reason))
        }
        guard let best = outcome.best else { return }
        let scores = ChanceScore(totals: outcome.totals, best: best.fragments)
        let runnerUpScore = outcome.runnerUp?.standing.hyperscore
        add(best, rank: 1, delta: best.standing.hyperscore - (runnerUpScore ?? 0), scores, of: outcome)
        if let runnerUp = outcome.runnerUp {
            add(
                runnerUp, rank: 2, delta: runnerUp.standing.hyperscore - best.standing.hyperscore, scores, of: outcome)
        }
    }

    private mutating func add(
        _ match: CandidateMatch, rank: Int, delta: Double, _ scores: ChanceScore, of outcome: SpectrumOutcome
    ) {
        let firstIon = result.ions.count
        result.ions.append(contentsOf: match.ions)
        result.matches.append(
            SpectrumMatch(
                spectrumIndex: outcome.spectrumIndex, rank: rank, charge: match.query.charge,
                precursorMZ: match.query.mz, precursorMZMeasured: match.query.measuredMZ,
                isotopeError: match.query.isotopeError, peptide: place(of: match.candidate),
                hyperscore: match.standing.hyperscore, deltaHyperscore: delta, score: scores.score(match.fragments),
                matchedFragments: match.standing.matchedFragments, features: match.features,
                candidateCount: outcome.totals.candidates, ions: firstIon..<result.ions.count))
    }

    private mutating func place(of candidate: CandidateDescription) -> Int {
        let key = PeptideKey(
            peptidoform: candidate.peptidoform, isDecoy: candidate.isDecoy, pairKey: candidate.pairKey,
            proteins: candidate.proteins)
        if let known = peptides[key] { return known }
        peptides[key] = result.peptides.count
        result.peptides.append(
            MatchedPeptide(
                peptidoform: candidate.peptidoform, sequence: candidate.sequence,
                previousResidue: candidate.previousResidue, nextResidue: candidate.nextResidue,
                proteins: candidate.proteins, isDecoy: candidate.isDecoy, pairKey: candidate.pairKey,
                originKey: candidate.originKey, isPaired: candidate.isPaired, massDaltons: candidate.massDaltons,
                missedCleavages: candidate.missedCleavages))
        return result.peptides.count - 1
    }

    /// The matches by spectrum and rank, with positions in the run's own protein list, which is ordered by accession.
    func matches(run: String, database: ProteinDatabase) -> RunMatches {
        var result = result
        result.run = run
        result.setAside.sort { $0.spectrumIndex < $1.spectrumIndex }
        result.matches = Self.bySpectrum(result.matches)
        let places = Self.addProteins(to: &result, from: database)
        for index in result.peptides.indices {
            result.peptides[index].proteins = Set(result.peptides[index].proteins.compactMap { places[$0] }).sorted()
        }
        return result
    }

    /// Matches of a spectrum came together. Keys are sorted in place of the matches, which are large.
    private static func bySpectrum(_ matches: [SpectrumMatch]) -> [SpectrumMatch] {
        let order = matches.indices.map { (spectrum: matches[$0].spectrumIndex, place: $0) }
            .sorted { $0.spectrum != $1.spectrum ? $0.spectrum < $1.spectrum : $0.place < $1.place }
        return order.map { matches[$0.place] }
    }

    /// Lists the proteins that peptides come from.
    /// - Returns: their places in the list by position in the database.
    private static func addProteins(to result: inout RunMatches, from database: ProteinDatabase) -> [Int: Int] {
        let used = Set(result.peptides.flatMap(\.proteins))
        let ordered = used.sorted {
            let (one, other) = (database.proteins[$0], database.proteins[$1])
            return one.accession != other.accession ? one.accession < other.accession : $0 < $1
        }
        var places: [Int: Int] = [:]
        for protein in ordered {
            let entry = database.proteins[protein]
            // A decoy of the FASTA shares its accession with its target: both are one entry here.
            if result.proteins.last?.accession != entry.accession {
                result.proteins.append(
                    MatchedProtein(
                        accession: entry.accession, isContaminant: entry.isContaminant,
                        isEntrapment: protein >= database.entrapment?.first ?? .max))
            }
            places[protein] = result.proteins.count - 1
        }
        return places
    }
}
