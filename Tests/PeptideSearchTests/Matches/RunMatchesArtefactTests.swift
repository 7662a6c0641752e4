import Chemistry
import Foundation
import Foundations
import PeptideSearch
import SpectrumModel
import TestSupport
import Testing

@Suite("Stored matches")
struct RunMatchesArtefactTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// One of everything, with values that only exact storage brings back.
    private func example() -> RunMatches {
        RunMatches(
            run: "räuber 01",
            proteins: [
                MatchedProtein(accession: "P02768", isContaminant: true),
                MatchedProtein(accession: "Q9Ä", isContaminant: false),
            ],
            peptides: [
                MatchedPeptide(
                    peptidoform: "[Acetyl]-M[Oxidation]PEPK", sequence: "MPEPK", previousResidue: "-", nextResidue: "R",
                    proteins: [0, 1], isDecoy: false, pairKey: .max, isPaired: true, massDaltons: 1.0 / 3,
                    missedCleavages: 2),
                MatchedPeptide(
                    peptidoform: "EPPMK", sequence: "EPPMK", previousResidue: "K", nextResidue: "-", proteins: [],
                    isDecoy: true, pairKey: 0, isPaired: false, massDaltons: 0.1 + 0.2, missedCleavages: 0),
            ],
            matches: [
                match(spectrum: 5, rank: 1, peptide: 1, ions: 0..<2),
                match(spectrum: 5, rank: 2, peptide: 0, ions: 2..<2),
            ],
            ions: [
                MatchedIon(
                    series: .y, ordinal: 3, charge: 2, neutralLossDaltons: 97.976896, intensity: 100, errorPPM: -0.1),
                MatchedIon(series: .b, ordinal: 2, charge: 1, neutralLossDaltons: 0, intensity: 1e-9, errorPPM: 19.9),
            ],
            setAside: [
                SetAsideSpectrum(spectrumIndex: 0, reason: .tooFewPeaks),
                SetAsideSpectrum(spectrumIndex: 9, reason: .noPrecursor),
            ])
    }

    private func match(spectrum: Int, rank: Int, peptide: Int, ions: Range<Int>) -> SpectrumMatch {
        var features = MatchFeatures()
        features.matchedIntensityFraction = 1.0 / 7
        features.fragmentErrorPPM = -3.3
        features.fragmentErrorSpreadPPM = 0.1
        features.nTerminalFragments = 3
        features.cTerminalFragments = 4
        features.longestSeries = 2
        features.crossCorrelation = -0.7
        return SpectrumMatch(
            spectrumIndex: spectrum, rank: rank, charge: 3, precursorMZ: 500.1, precursorMZMeasured: 500.2,
            isotopeError: -1, peptide: peptide, hyperscore: 20.123456789, deltaHyperscore: -0.0, score: 1e300,
            matchedFragments: 7, features: features, candidateCount: 12345, ions: ions)
    }

    @Test("matches come back as they were, to the last bit")
    func roundTrip() throws {
        let path = folder.path("a.matches")
        try example().write(to: path)
        #expect(try RunMatches(artefact: path) == example())
        try ArtefactReader(path: path).verify()
    }

    @Test("without ions all else is the same, from a file and from memory", arguments: [true, false])
    func withoutIons(isStored: Bool) throws {
        let path = folder.path("a")
        try example().write(to: path)
        let source: any MatchSource = isStored ? try StoredMatches(artefact: path) : example()
        #expect(try source.load(ions: true) == example())
        var expected = example()
        expected.ions = []
        for index in expected.matches.indices { expected.matches[index].ions = 0..<0 }
        #expect(try source.load(ions: false) == expected)
    }

    @Test("a run without matches comes back as well")
    func empty() throws {
        let path = folder.path("empty.matches")
        try RunMatches(run: "empty").write(to: path)
        #expect(try RunMatches(artefact: path) == RunMatches(run: "empty"))
    }

    @Test("equal matches give equal bytes")
    func equalBytes() throws {
        try example().write(to: folder.path("a"))
        try example().write(to: folder.path("b"))
        #expect(
            try Data(contentsOf: URL(filePath: folder.path("a"))) == Data(contentsOf: URL(filePath: folder.path("b"))))
    }

    @Test("more rows than one group holds come back in order")
    func severalRowGroups() throws {
        var run = RunMatches(run: "long")
        run.setAside = (0..<300_000).map { SetAsideSpectrum(spectrumIndex: $0, reason: .empty) }
        try run.write(to: folder.path("long"))
        #expect(try ArtefactReader(path: folder.path("long")).rowGroupCount(of: "set-aside") == 2)
        #expect(try RunMatches(artefact: folder.path("long")) == run)
    }

    @Test(
        "a match without charge, or to a peptide, ions or protein that the file does not hold, is damage, not a crash")
    func dangling() throws {
        var peptide = example()
        peptide.matches[1].peptide = 2
        var ions = example()
        ions.matches[1].ions = 2..<3
        var protein = example()
        protein.peptides[0].proteins = [0, 2]
        var charge = example()
        charge.matches[0].charge = 0
        let damaged = [(peptide, "matches"), (ions, "matches"), (protein, "peptides"), (charge, "matches")]
        for (index, (run, table)) in damaged.enumerated() {
            let path = folder.path("damaged\(index)")
            try run.write(to: path)
            #expect {
                try RunMatches(artefact: path)
            } throws: { error in
                guard case .damaged(path, table, _)? = error as? ArtefactError else { return false }
                return true
            }
        }
    }

    @Test("an artefact of another kind is refused")
    func otherKind() throws {
        let path = folder.path("other")
        let schema = ArtefactSchema(
            kind: "other", version: 1, tables: [ArtefactTable("t", columns: [ArtefactColumn("c", .int64, "c")])])
        try ArtefactWriter(path: path, schema: schema).finish()
        #expect(
            throws: ArtefactError.wrongKind(path: path, expected: "matches version 4", found: "other version 1")
        ) { try RunMatches(artefact: path) }
    }
}
