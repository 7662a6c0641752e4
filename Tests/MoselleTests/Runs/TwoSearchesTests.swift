import Foundation
import TestSupport
import Testing

@Suite("A workflow with two searches")
struct TwoSearchesTests {
    private static let workflow = """
        moselle: 1
        name: Two searches
        inputs: { spectra: [b1.mzML], proteins: [proteins.fasta] }
        stages:
          - uses: pick-peaks
          - { uses: search, needs: [pick-peaks], with: { min-peaks: 40 } }
          - { id: strict, uses: confidence, needs: [search] }
          - { id: picked-again, uses: pick-peaks }
          - { id: loose, uses: search, needs: [picked-again], with: { fragment-tolerance: 0.5 Da } }
          - { id: anything, uses: confidence, needs: [loose], with: { fdr: 50 % } }
          - { uses: tables, needs: [strict, search, pick-peaks] }

        """

    /// The numbers of the summary's lines that begin so, in their order.
    private func numbers(_ title: String, in summary: String) -> [Int] {
        summary.split(separator: "\n").filter { $0.hasPrefix("\(title)  ") }
            .compactMap { Int($0.dropFirst(title.count).filter(\.isNumber)) }
    }

    @Test("has the accepted of each in the summary, in the order of the workflow, and counts each spectrum once")
    func summary() throws {
        let experiment = try Experiment(runCount: 1, fragmentSpectra: 300)
        try experiment.folder.write(Self.workflow, to: "two.yaml")
        let result = try MoselleExecutable.run(
            ["run", experiment.path("two.yaml"), "--output", experiment.path("out"), "--progress", "none"])
        #expect(result.exitStatus == 0, "\(result.standardError)")
        let text = result.standardOutput
        let titles = text.split(separator: "\n").filter { $0.hasPrefix("Accepted") }
        #expect(
            titles == [
                "Accepted by 'strict', each at its own level (false discovery rate as set in the workflow)",
                "Accepted by 'anything', each at its own level (false discovery rate as set in the workflow)",
            ])
        let psms = numbers("  PSMs", in: text)
        #expect(psms.count == 2)
        #expect(try psms.first == experiment.table("psms.tsv").rows.count)
        #expect(try #require(psms.last) > experiment.table("psms.tsv").rows.count)
        let read = try #require(numbers("Spectra read", in: text).first)
        let searched = try #require(numbers("  searched", in: text).first)
        #expect(read == searched + (numbers("  set aside", in: text).first ?? 0))
        #expect(experiment.runs["b1"]?.spectra.count == read)
    }
}
