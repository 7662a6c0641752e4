import Confidence
import Foundations
import Reports

/// The lines of a run's summary that hold what was found against what is true.
package struct TruthSummary {
    private let counts: [String: Int]
    private let claimedError: Double

    private static let titles: [(level: ConfidenceLevel, title: String)] = [
        (.psm, "PSMs"), (.peptide, "Peptides"), (.protein, "Protein groups"),
    ]
    private static let kinds: [SpectrumKind] = [.clean, .coIsolated, .wrongIsotope, .missingCharge]

    /// The summary of a comparison whose numbers are among these counts; `nil` where none is.
    package init?(counts: [String: Int]) {
        guard let claimedError = TruthCounts.claimedError(in: counts) else { return nil }
        self.counts = counts
        self.claimedError = claimedError
    }

    /// The lines, without a line end at the end.
    package var text: String {
        var lines = ["Compared with the known truth of these runs"]
        lines.append(Self.line("", ["right", "missed", "wrong"], "true error (95 %)", "claimed"))
        for (level, title) in Self.titles {
            guard let tally = TruthCounts.tally(level, .all, in: counts) else { continue }
            lines.append(Self.line("  \(title)", tally, claim: Percent.text(claimedError)))
            if tally.wrongForm > 0 {
                lines.append("    \(tally.wrongForm.grouped) of these wrong have the right sequence in another form")
            }
        }
        return (lines + kindLines).joined(separator: "\n")
    }

    private var kindLines: [String] {
        var lines = Self.kinds.compactMap { kind in
            tally(kind).map { Self.line("    \(kind.rawValue)", $0, claim: "") }
        }
        lines += [
            unanswerable(.foreign, "peptide not in the database"), unanswerable(.noise, "no peptide"),
        ].compactMap(\.self)
        return lines.isEmpty ? [] : ["  PSMs by kind of spectrum (a spectrum may count in several lines)"] + lines
    }

    /// The tally of a kind of spectrum; `nil` where the runs have none of it.
    private func tally(_ kind: SpectrumKind) -> TruthTally? {
        TruthCounts.tally(.psm, kind, in: counts).flatMap { $0.spectra ?? 0 > 0 ? $0 : nil }
    }

    /// Spectra about which no match to their selected ion can be right.
    private func unanswerable(_ kind: SpectrumKind, _ title: String) -> String? {
        guard let tally = tally(kind) else { return nil }
        let spectra = (tally.spectra ?? 0).grouped
        var text = "    \(title): \(spectra) spectr\(tally.spectra == 1 ? "um" : "a"), "
        text += "\(tally.wrong.grouped) wrongly identified"
        if tally.right > 0 { text += ", \(tally.right.grouped) rightly by what was isolated with it" }
        return text
    }

    private static func line(_ title: String, _ tally: TruthTally, claim: String) -> String {
        let numbers = [tally.right, tally.missed, tally.wrong].map(\.grouped)
        return line(title, numbers, error(of: tally), claim)
    }

    /// `0.74 % (0.39-1.40)`, or a dash where nothing was accepted.
    private static func error(of tally: TruthTally) -> String {
        guard let share = tally.trueError, let bounds = tally.trueErrorBounds else { return "-" }
        return "\(percent(share)) % (\(percent(bounds.lowerBound))-\(percent(bounds.upperBound)))"
    }

    private static func line(_ title: String, _ numbers: [String], _ error: String, _ claim: String) -> String {
        var line = title + blanks(20 - title.count)
        for number in numbers { line += blanks(9 - number.count) + number }
        line += blanks(24 - error.count) + error + blanks(10 - claim.count) + claim
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// A share in percent with two decimals.
    private static func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
