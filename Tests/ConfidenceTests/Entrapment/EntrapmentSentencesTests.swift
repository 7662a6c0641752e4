import Confidence
import PeptideSearch
import Testing

@Suite("Sentences about entrapments")
struct EntrapmentSentencesTests {
    private func analysis(_ rows: [EntrapmentRow], warnings: [String] = []) -> EntrapmentAnalysis {
        EntrapmentAnalysis(
            falseDiscoveryRate: 0.01,
            census: EntrapmentCensus(targetPeptides: 10, entrapmentPeptides: 10, isPaired: true), rows: rows,
            searchWarnings: warnings)
    }

    private func row(
        _ level: ConfidenceLevel, _ targets: Int, _ entrapments: Int, paired: Int? = nil, at rate: Double = 0.01
    ) -> EntrapmentRow {
        EntrapmentRow(
            level: level, claimedRate: rate, targetCount: targets, entrapmentCount: entrapments,
            pairedFalseTargetCount: paired, ratio: 1)
    }

    @Test("state the claim, the bounds and the verdict at the accepted rate alone")
    func summaries() {
        let rows = [
            row(.psm, 9960, 40), row(.psm, 100, 50, at: 0.1), row(.peptide, 994, 6, paired: 3), row(.protein, 0, 0),
        ]
        #expect(
            analysis(rows).summaries == [
                "PSMs: claimed 1 %, entrapment says between 0.4 % and 0.8 % (supported)",
                "Peptides: claimed 1 %, entrapment says between 0.6 % and 1.2 %, by pairs 0.9 % (inconclusive)",
                "Protein groups: claimed 1 %, nothing is accepted, so that entrapment says nothing (inconclusive)",
            ])
        #expect(analysis(rows).warnings.isEmpty)
    }

    @Test("say that intervals are wide below 100 accepted")
    func few() {
        // Wilson for 0 of 99 ends at z2/(99 + z2) = 3.735 %; twice that.
        #expect(
            analysis([row(.protein, 99, 0), row(.protein, 100, 0)]).summaries == [
                "Protein groups: claimed 1 %, entrapment says between 0 % and 0 % (supported); only 99 accepted, so that the "
                    + "interval is wide, up to 7.47 %",
                "Protein groups: claimed 1 %, entrapment says between 0 % and 0 % (supported)",
            ])
    }

    @Test("warn of levels whose claim is refuted, after the warnings of the search")
    func warnings() {
        #expect(
            analysis([row(.psm, 9960, 40), row(.peptide, 970, 30)], warnings: ["Decoys are longer."]).warnings == [
                "In the search with entrapments: Decoys are longer.",
                "Peptides: entrapment refutes the claimed 1 %: 30 of 1000 accepted are entrapments, so that more than 2.11 % "
                    + "are false; trust this level less than its q-values say, and check the decoys and the search settings.",
            ])
    }
}
