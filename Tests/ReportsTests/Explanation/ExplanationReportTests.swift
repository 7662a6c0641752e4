import Confidence
import Reports
import Testing

@Suite("Explanations in words")
struct ExplanationReportTests {
    private let group = ProteinExplanation.Group(
        proteins: ["P1", "P2"], isInTable: true, isBeatenByDecoy: false, score: 12.345, qValue: 0.004, peptideCount: 4,
        uniquePeptideCount: 2, razorPeptideCount: 1, psmCount: 9, coverage: 0.125)

    private func protein(
        _ standing: ProteinExplanation.Standing, _ groups: [ProteinExplanation.Group], own: Double? = nil,
        _ peptides: [PeptideExplanation] = []
    ) -> ProteinExplanation {
        ProteinExplanation(
            accession: "P2", gene: "ABC1", description: "Some protein", isContaminant: false, standing: standing,
            groups: groups, bestOwnScore: own, peptides: peptides)
    }

    private func text(_ proteins: [ProteinExplanation], isDecoyName: Bool = false, suggestion: String? = nil) -> String
    {
        var limits = ExplanationReport.Limits(TinyExperiment.identifications)
        limits.lowestScores = ["psm": 1.5, "protein": 8]
        return ExplanationReport(
            folder: "out", limits: limits, databaseAbsence: nil,
            answers: [.init(name: "asked", isDecoyName: isDecoyName, suggestion: suggestion, proteins: proteins)]
        ).text
    }

    @Test("what was reached, the group and the counts of a protein in the table")
    func inTable() {
        #expect(
            text([protein(.inTable, [group])]) == """
                Run out: q-values up to 1 % are accepted at each level (lowest accepted scores: psm 1.50, protein 8.00).

                P2 (ABC1), Some protein
                  In the table, q-value 0.4 %, score 12.35; in the group of P1: the matches do not tell it from P1.
                  4 accepted peptides: 2 unique, 1 shared and counted here (razor), 1 counted for other groups; 9 PSMs; \
                coverage 12.5 %.

                """)
    }

    @Test("each way not to be in the table has its sentence")
    func standings() {
        var rejected = group
        (rejected.isInTable, rejected.qValue, rejected.score) = (false, 0.03, 6)
        var beaten = rejected
        beaten.isBeatenByDecoy = true
        let cases: [(ProteinExplanation, String)] = [
            (
                protein(.aboveLimit, [rejected]),
                "the q-value of its group, 3 %, is above 1 %; score 6.00, the lowest accepted is 8.00."
            ),
            (
                protein(.lostToDecoy, [beaten], own: 5.5),
                "decoy mirror of its group scored better (6.00); it scored 5.50."
            ),
            (protein(.lostToDecoy, [beaten]), "(6.00); it has no best match of its own."),
            (protein(.subset, [group]), "No row of its own: its peptides that count all belong to P1 and 1 more"),
            (protein(.subset, [beaten]), "That group is not in the table, its decoy mirror scored better"),
            (
                protein(.explainedByOthers, [group, rejected]),
                "P1 and 1 more (in the table, q-value 0.4 %), P1 and 1 more (not in the table, q-value 3 %)."
            ),
            (protein(.noBestMatch, []), "Not in the table: the search had no peptide of it."),
        ]
        for (protein, sentence) in cases { #expect(text([protein]).contains(sentence), "\(sentence)") }
    }

    @Test("each peptide has its score, its q-values beside one another, and where it fell")
    func peptides() {
        let place = PeptideExplanation.SpectrumPlace(run: "a", index: 6, id: "controllerType=0 scan=7")
        let best = PeptideExplanation.BestMatch(
            spectrum: place, peptidoform: "AAK", score: 3, qValue: 0.005, peptidoformQValue: 0.02, peptideQValue: 0.03)
        let lost = PeptideExplanation.LostSpectrum(
            spectrum: .init(run: "b", index: 3), score: 2, winner: "WWK", winnerScore: 4, isWinnerDecoy: true,
            winnerProteins: ["P9"])
        func peptide(_ fate: PeptideExplanation.Fate, decoy: Double? = nil, counts: String? = nil) -> PeptideExplanation
        {
            PeptideExplanation(
                sequence: "AAK", fate: fate, best: best, decoyScore: decoy, otherProteins: ["P8"], countsFor: counts)
        }
        let missing = (0..<14).map { PeptideExplanation(sequence: "N\($0)K", fate: .noMatch, otherProteins: []) }
        let text = text([
            protein(
                .inTable, [group],
                [
                    peptide(.aboveLimit), peptide(.beatenByDecoy, decoy: 3.5), peptide(.razor),
                    peptide(.countsElsewhere, counts: "P8"), peptide(.unique),
                    PeptideExplanation(sequence: "BBK", fate: .lostSpectrum, lost: lost, otherProteins: []),
                ] + missing)
        ])
        for line in [
            "peptide    score     PSM q    form q  peptide q  what became of it",
            "AAK         3.00     0.5 %       2 %        3 %  fell: q-values of peptidoform, peptide above 1 %; best in a scan=7",
            "fell: its decoy scored better (3.50); best in a scan=7",
            "accepted, shared with P8, counts here (razor); best", "accepted, shared with P8, counts for P8; best",
            "accepted, unique; best",
            "fell: never a best match; nearest in b index=3, lost to the decoy WWK (4.00)",
            "14 peptides of the search without any match: N0K, N1K,", "N11K and 2 more (--json lists all).",
        ] { #expect(text.contains(line), "\(line) in \(text)") }
    }

    @Test("a decoy's name leads to its target, and an unknown name to what may have been meant")
    func names() {
        #expect(
            text([protein(.inTable, [group])], isDecoyName: true).contains(
                "never reported as a protein. Of its target P2:"))
        let unknown = text([], suggestion: "P2")
        #expect(
            unknown.contains("asked\n  Not in the proteins of the run, neither as accession nor as entry name or gene.")
        )
        #expect(unknown.contains("Did you mean 'P2'?"))
    }
}
