import Foundations
import PeptideSearch
import TestSupport
import Testing

@Suite("Matches read column by column")
struct StoredMatchesTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// A run whose peptides do not fit into one row group, with matches of two ranks.
    private func run() -> RunMatches {
        let count = (1 << 18) + 3
        let peptides = (0..<count).map { number in
            MatchedPeptide(
                peptidoform: "P[Oxidation]\(number)", sequence: "P\(number)", previousResidue: "K", nextResidue: "-",
                proteins: number.isMultiple(of: 3) ? [0, 1] : [1], isDecoy: number.isMultiple(of: 2),
                pairKey: .max - UInt64(number), isPaired: !number.isMultiple(of: 5), massDaltons: Double(number) / 3,
                missedCleavages: 0)
        }
        let matches = (0..<count).map { Self.match(number: $0, peptide: count - 1 - $0) }
        let proteins = ["A", "B"].map { MatchedProtein(accession: $0, isContaminant: $0 == "B") }
        return RunMatches(run: "big", proteins: proteins, peptides: peptides, matches: matches)
    }

    private static func match(number: Int, peptide: Int) -> SpectrumMatch {
        let rank = 1 + number % 2
        let score = 1 / Double(number + 1)
        return SpectrumMatch(
            spectrumIndex: number / 2, rank: rank, charge: 2, precursorMZ: 500, precursorMZMeasured: 500,
            isotopeError: 0, peptide: peptide, hyperscore: 1, deltaHyperscore: 1, score: score, matchedFragments: 4,
            features: MatchFeatures(), candidateCount: 9, ions: 0..<0)
    }

    @Test("figures, peptides and proteins are those of the run, over several row groups")
    func sameAsRun() throws {
        let run = run()
        try run.write(to: folder.path("a"))
        let stored = try StoredMatches(artefact: folder.path("a"))
        #expect(stored.run == "big")
        #expect(try stored.readSize() == run.readSize())
        #expect(try stored.readProteins() == run.proteins)
        let best = try stored.readBestMatches()
        #expect(best == run.readBestMatches() && best.count == (1 << 17) + 2)
        #expect(run.matches[best[7].match].score == best[7].score && best[7].match == 14)
        var peptides: [PeptideEvidence] = []
        var pieces = 0
        try stored.readPeptides { first, piece in
            #expect(first == peptides.count)
            peptides += piece
            pieces += 1
        }
        #expect(pieces == 2)
        run.readPeptides { _, all in #expect(peptides == all) }
        #expect(try stored.load(ions: true) == run)
    }

    @Test("a file of another kind is refused when it is opened")
    func anotherKind() throws {
        try folder.write("text", to: "a")
        #expect(throws: ArtefactError.self) { try StoredMatches(artefact: folder.path("a")) }
    }
}
