import Stages
import Testing

@Suite("The summary of a comparison with the truth")
struct TruthSummaryTests {
    /// Counts as the stage keeps them: spectra, identifiable, right, wrong, missed, and of the wrong those in another form.
    private static func counts(_ rows: [(String, [Int])]) -> [String: Int] {
        var counts = ["truth: errors claimed in 1,000,000,000": 10_000_000, "rows of psms.tsv": 5]
        for (row, numbers) in rows {
            for (name, number) in zip(
                ["spectra", "identifiable", "right", "wrong", "missed", "in another form"], numbers + [0])
            where number >= 0 {
                counts["truth: \(row), \(name)"] = number
            }
        }
        return counts
    }

    @Test("has right, missed and wrong, the true error with its interval, and what was claimed")
    func block() throws {
        let counts = Self.counts([
            ("psms, all", [1700, 1514, 1204, 9, 310, 2]), ("psms, clean", [900, 900, 800, 0, 100]),
            ("psms, co-isolated", [300, 300, 210, 4, 86]), ("psms, wrong isotope", [150, 150, 120, 1, 29]),
            ("psms, missing charge", [80, 80, 0, 0, 80]), ("psms, foreign", [150, 0, 2, 3, 0]),
            ("psms, noise", [1, 0, 0, 1, 0]), ("peptides, all", [-1, 900, 612, 6, 288]),
            ("proteins, all", [-1, 200, 150, 0, 50]),
        ])
        let summary = try #require(TruthSummary(counts: counts))
        #expect(
            summary.text == """
                Compared with the known truth of these runs
                                        right   missed    wrong       true error (95 %)   claimed
                  PSMs                  1,204      310        9      0.74 % (0.39-1.40)       1 %
                    2 of these wrong have the right sequence in another form
                  Peptides                612      288        6      0.97 % (0.45-2.10)       1 %
                  Protein groups          150       50        0      0.00 % (0.00-2.50)       1 %
                  PSMs by kind of spectrum (a spectrum may count in several lines)
                    clean                 800      100        0      0.00 % (0.00-0.48)
                    co-isolated           210       86        4      1.87 % (0.73-4.71)
                    wrong isotope         120       29        1      0.83 % (0.15-4.53)
                    missing charge          0       80        0                       -
                    peptide not in the database: 150 spectra, 3 wrongly identified, 2 rightly by what was isolated with it
                    no peptide: 1 spectrum, 1 wrongly identified
                """)
    }

    @Test("is not there where nothing was compared, and has no line for what there is none of")
    func absent() throws {
        #expect(TruthSummary(counts: ["psms accepted": 3]) == nil)
        let counts = Self.counts([("psms, all", [2, 2, 1, 0, 1]), ("psms, noise", [0, 0, 0, 0, 0])])
        let summary = try #require(TruthSummary(counts: counts))
        #expect(
            summary.text == """
                Compared with the known truth of these runs
                                        right   missed    wrong       true error (95 %)   claimed
                  PSMs                      1        1        0     0.00 % (0.00-79.35)       1 %
                """)
    }
}
