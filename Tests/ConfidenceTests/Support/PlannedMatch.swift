import PeptideSearch

/// A match written down for a test; figures that play no part in confidence are left at plain values.
struct PlannedMatch {
    var sequence: String
    var score: Double
    var pairKey: UInt64
    var isDecoy = false
    var peptidoform: String?
    var proteins: [String] = ["P1"]
    var isPaired = true
    var rank = 1
    /// Position of the spectrum; the position in the list where `nil`.
    var spectrumIndex: Int?

    /// A match to a target.
    static func target(
        _ sequence: String, _ score: Double, pair: UInt64, form: String? = nil, proteins: [String] = ["P1"],
        isPaired: Bool = true, rank: Int = 1, spectrum: Int? = nil
    ) -> PlannedMatch {
        PlannedMatch(
            sequence: sequence, score: score, pairKey: pair, peptidoform: form, proteins: proteins, isPaired: isPaired,
            rank: rank, spectrumIndex: spectrum)
    }

    /// A match to a decoy.
    static func decoy(
        _ sequence: String, _ score: Double, pair: UInt64, form: String? = nil, proteins: [String] = ["P1"],
        isPaired: Bool = true, rank: Int = 1, spectrum: Int? = nil
    ) -> PlannedMatch {
        PlannedMatch(
            sequence: sequence, score: score, pairKey: pair, isDecoy: true, peptidoform: form, proteins: proteins,
            isPaired: isPaired, rank: rank, spectrumIndex: spectrum)
    }
}

extension RunMatches {
    /// A run with the planned matches; accessions that begin with `CON` are contaminants.
    static func planned(_ run: String, _ matches: [PlannedMatch]) -> RunMatches {
        var result = RunMatches(run: run)
        let accessions = Set(matches.flatMap(\.proteins)).sorted()
        result.proteins = accessions.map { MatchedProtein(accession: $0, isContaminant: $0.hasPrefix("CON")) }
        let positions = Dictionary(uniqueKeysWithValues: zip(accessions, accessions.indices))
        var numbers: [MatchedPeptide: Int] = [:]
        for (index, planned) in matches.enumerated() {
            let peptide = MatchedPeptide(planned, proteins: planned.proteins.compactMap { positions[$0] }.sorted())
            let number = numbers[peptide] ?? result.peptides.count
            if number == result.peptides.count { result.peptides.append(peptide) }
            numbers[peptide] = number
            result.matches.append(
                SpectrumMatch(planned, spectrumIndex: planned.spectrumIndex ?? index, peptide: number))
        }
        return result
    }
}

extension MatchedPeptide {
    fileprivate init(_ planned: PlannedMatch, proteins: [Int]) {
        self.init(
            peptidoform: planned.peptidoform ?? planned.sequence, sequence: planned.sequence, previousResidue: "K",
            nextResidue: "A", proteins: proteins, isDecoy: planned.isDecoy, pairKey: planned.pairKey,
            isPaired: planned.isPaired, massDaltons: 1000, missedCleavages: 0)
    }
}

extension SpectrumMatch {
    fileprivate init(_ planned: PlannedMatch, spectrumIndex: Int, peptide: Int) {
        self.init(
            spectrumIndex: spectrumIndex, rank: planned.rank, charge: 2, precursorMZ: 501, precursorMZMeasured: 501,
            isotopeError: 0, peptide: peptide, hyperscore: planned.score, deltaHyperscore: 1, score: planned.score,
            matchedFragments: 6, features: MatchFeatures(), candidateCount: 10, ions: 0..<0)
    }
}
