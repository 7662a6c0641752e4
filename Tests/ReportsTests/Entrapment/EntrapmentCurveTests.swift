import Confidence
import Foundation
import PeptideSearch
import Reports
import TestSupport
import Testing

@Suite struct EntrapmentCurveTests {
    /// Rows at all levels; the counts of accepted targets and entrapments by claimed rate.
    private func analysis(_ counts: [(rate: Double, targets: Int, entrapments: Int)]) -> EntrapmentAnalysis {
        EntrapmentAnalysis(
            falseDiscoveryRate: 0.01,
            census: EntrapmentCensus(targetPeptides: 10, entrapmentPeptides: 10, isPaired: true),
            rows: ConfidenceLevel.allCases.flatMap { level in
                counts.map { count in
                    EntrapmentRow(
                        level: level, claimedRate: count.rate, targetCount: count.targets,
                        entrapmentCount: count.entrapments,
                        pairedFalseTargetCount: level == .peptide ? count.entrapments / 2 : nil, ratio: 1)
                }
            })
    }

    private func occurrences(of part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test("draws both bounds of three levels and the pairs of peptides")
    func curves() throws {
        let folder = try TemporaryDirectory()
        try EntrapmentCurve(analysis: analysis([(0.001, 500, 0), (0.01, 996, 4), (0.1, 1200, 90)]))
            .write(to: folder.path(EntrapmentCurve.fileName))
        let text = try String(contentsOfFile: folder.path("entrapment.svg"), encoding: .utf8)
        #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
        #expect(occurrences(of: "<polygon", in: text) == 3)
        // Lower, combined and the diagonal in each panel, pairs in one.
        #expect(occurrences(of: "<polyline", in: text) == 10)
        #expect(occurrences(of: "0.4 % to 0.8 % at 1 %: supported", in: text) == 3)
        // Claims from 0.1 % to 10 % take 260 px from 86 on: 1 % is in the middle. Of estimates from 0.02 % to 20 %, 0 lies at the
        // lower edge, 352, and 0.4 % log(20)/log(1000) of 260 px above it: 239.24.
        #expect(text.contains("points=\"86,352 216,239.24 "))
    }

    @Test("says where nothing is accepted, and cuts the curve there")
    func nothing() {
        let empty = EntrapmentCurve(analysis: analysis([(0.001, 0, 0), (0.01, 0, 0)])).text
        #expect(occurrences(of: ">nothing is accepted<", in: empty) == 3)
        #expect(occurrences(of: ">nothing is accepted at 1 %<", in: empty) == 3)
        #expect(occurrences(of: "<polygon", in: empty) == 0)
        let cut = EntrapmentCurve(analysis: analysis([(0.001, 0, 0), (0.01, 0, 0), (0.05, 20, 1), (0.1, 30, 1)])).text
        #expect(occurrences(of: "<polygon", in: cut) == 3 && !cut.contains(">nothing is accepted<"))
        for text in [empty, cut] { #expect(!text.contains("nan") && !text.contains("inf")) }
    }

    @Test("stays on the paper where nearly all is entrapments")
    func high() {
        let text = EntrapmentCurve(analysis: analysis([(0.001, 0, 5), (0.01, 1, 9), (0.1, 1, 99)])).text
        // Combined bounds of 2, 1.8 and 1.98 are all drawn at 100 %, the upper edge.
        #expect(text.contains("points=\"86,92 216,92 346,92\""))
    }

    @Test("is the same text for the same analysis")
    func same() {
        let analysis = analysis([(0.001, 500, 0), (0.01, 1000, 4)])
        #expect(EntrapmentCurve(analysis: analysis).text == EntrapmentCurve(analysis: analysis).text)
    }
}
