import Confidence

/// One protein's explanation in words.
struct ExplanationText {
    let protein: ProteinExplanation
    let limits: ExplanationReport.Limits

    /// Peptides without a match that are named; the others are counted.
    private static let namedPeptides = 12

    /// A score with two decimals.
    static func score(_ score: Double) -> String {
        let hundredths = Int((abs(score) * 100).rounded())
        let fraction = hundredths % 100
        return (score < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (fraction < 10 ? "0" : "")
            + "\(fraction)"
    }

    var text: String {
        let gene = protein.gene.map { " (\($0))" } ?? ""
        var lines = [protein.accession + gene + (protein.description.map { ", \($0)" } ?? "")]
        if protein.isContaminant { lines.append("  A contaminant: its rows have is_contaminant = true.") }
        lines += verdict.map { "  " + $0 }
        return (lines + peptideLines).joined(separator: "\n")
    }

    // MARK: the protein

    private var rate: String { Percent.text(limits.falseDiscoveryRate) }

    private var verdict: [String] {
        switch protein.standing {
        case .inTable: inTable
        case .aboveLimit: aboveLimit
        case .lostToDecoy: lostToDecoy
        case .subset: subset
        case .explainedByOthers:
            [
                "Not in the table: its peptides that count all belong to other groups too, which explain them together:",
                groupNames + ".",
            ]
        case .noBestMatch:
            [
                protein.peptides.isEmpty
                    ? "Not in the table: the search had no peptide of it."
                    : "Not in the table: none of its peptides was the best match of a spectrum."
            ]
        }
    }

    private var groupNames: String {
        protein.groups.map { "\(Self.name($0)) (\(standing(of: $0)))" }.joined(separator: ", ")
    }

    private static func name(_ group: ProteinExplanation.Group) -> String {
        let others = group.proteins.count - 1
        return group.proteins[0] + (others > 0 ? " and \(others) more" : "")
    }

    private func standing(of group: ProteinExplanation.Group) -> String {
        if group.isInTable { return "in the table, q-value \(Percent.text(group.qValue))" }
        return group.isBeatenByDecoy
            ? "not in the table, its decoy mirror scored better"
            : "not in the table, q-value \(Percent.text(group.qValue))"
    }

    private var inTable: [String] {
        guard let group = protein.groups.first else { return [] }
        var first = "In the table, q-value \(Percent.text(group.qValue)), score \(Self.score(group.score))"
        if group.proteins.count > 1 {
            let others = group.proteins.filter { $0 != protein.accession }
            let role =
                group.proteins[0] == protein.accession ? "as leading protein" : "in the group of \(group.proteins[0])"
            first += "; \(role): the matches do not tell it from \(Self.list(others))"
        }
        return [first + ".", counts(group)]
    }

    private func counts(_ group: ProteinExplanation.Group) -> String {
        let coverage = group.coverage.map { "; coverage \(Percent.text($0))" } ?? ""
        let peptides = "\(group.peptideCount) accepted peptide\(group.peptideCount == 1 ? "" : "s")"
        let shared = group.peptideCount - group.uniquePeptideCount
        let split =
            shared == 0
            ? "all unique"
            : "\(group.uniquePeptideCount) unique, \(group.razorPeptideCount) shared and counted here (razor), "
                + "\(shared - group.razorPeptideCount) counted for other groups"
        return "\(peptides): \(split); \(group.psmCount) PSMs\(coverage)."
    }

    private var aboveLimit: [String] {
        guard let group = protein.groups.first else { return [] }
        let needed = limits.lowestScores[ConfidenceLevel.protein.rawValue].map {
            "; score \(Self.score(group.score)), the lowest accepted is \(Self.score($0))"
        }
        return [
            "Not in the table: the q-value of its group, \(Percent.text(group.qValue)), is above \(rate)\(needed ?? "")."
        ]
    }

    private var lostToDecoy: [String] {
        guard let group = protein.groups.first else { return [] }
        let own = protein.bestOwnScore.map { "scored \(Self.score($0))" } ?? "has no best match of its own"
        return [
            "Not in the table: the decoy mirror of its group scored better (\(Self.score(group.score))); it \(own)."
        ]
    }

    private var subset: [String] {
        guard let group = protein.groups.first else { return [] }
        return [
            "No row of its own: its peptides that count all belong to \(Self.name(group)), which has more.",
            "That group is \(standing(of: group)), and lists it under subset_proteins.",
        ]
    }

    private static func list(_ names: [String]) -> String {
        names.count > 5
            ? names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more" : names.joined(separator: ", ")
    }

    // MARK: its peptides

    private var peptideLines: [String] {
        let seen = protein.peptides.filter { $0.fate != .noMatch }
        let unmatched = protein.peptides.filter { $0.fate == .noMatch }
        var lines: [String] = []
        if !seen.isEmpty {
            let width = seen.map(\.sequence.count).max() ?? 0
            lines.append("")
            lines.append(
                "  " + Self.row(["peptide", "score", "PSM q", "form q", "peptide q"], width) + "what became of it")
            lines += seen.map { "  " + Self.row(cells(of: $0), width) + fate(of: $0) }
        }
        if !unmatched.isEmpty {
            let named = unmatched.prefix(Self.namedPeptides).map(\.sequence).joined(separator: ", ")
            let rest = unmatched.count - min(unmatched.count, Self.namedPeptides)
            lines.append("")
            lines.append(
                "  \(unmatched.count) peptide\(unmatched.count == 1 ? "" : "s") of the search without any match: \(named)"
                    + (rest > 0 ? " and \(rest) more (--json lists all)." : "."))
        }
        return lines
    }

    private static func row(_ cells: [String], _ width: Int) -> String {
        let widths = [max(width, 7), 7, 8, 8, 9]
        return zip(cells, widths).enumerated().map { index, cell in
            let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return (index == 0 ? cell.0 + blanks : blanks + cell.0) + "  "
        }.joined()
    }

    private func cells(of peptide: PeptideExplanation) -> [String] {
        guard let best = peptide.best else {
            return [peptide.sequence, peptide.lost.map { Self.score($0.score) } ?? "", "", "", ""]
        }
        return [
            peptide.sequence, Self.score(best.score), Percent.text(best.qValue), Percent.text(best.peptidoformQValue),
            Percent.text(best.peptideQValue),
        ]
    }

    private func fate(of peptide: PeptideExplanation) -> String {
        let place = peptide.best.map { "; best in \(Self.place($0.spectrum))" } ?? ""
        switch peptide.fate {
        case .unique:
            return (protein.standing == .subset ? "accepted, unique to that group" : "accepted, unique") + place
        case .razor: return "accepted, shared with \(Self.list(others(of: peptide))), counts here (razor)" + place
        case .countsElsewhere:
            let count = peptide.countsFor.map { "counts for \($0)" } ?? "counts for no group that is reported"
            return "accepted, shared with \(Self.list(others(of: peptide))), \(count)" + place
        case .aboveLimit: return "fell: \(levelsAbove(peptide.best)) above \(rate)" + place
        case .beatenByDecoy:
            return "fell: its decoy scored better" + (peptide.decoyScore.map { " (\(Self.score($0)))" } ?? "") + place
        case .lostSpectrum: return lost(peptide.lost)
        case .noMatch: return "no match"
        }
    }

    /// Proteins that share a peptide; those of the protein's own group are named with the group.
    private func others(of peptide: PeptideExplanation) -> [String] {
        guard protein.standing != .explainedByOthers, let own = protein.groups.first else {
            return peptide.otherProteins
        }
        let others = peptide.otherProteins.filter { !own.proteins.contains($0) }
        return others.isEmpty ? peptide.otherProteins : others
    }

    private func levelsAbove(_ best: PeptideExplanation.BestMatch?) -> String {
        guard let best else { return "q-value" }
        let levels = [("PSM", best.qValue), ("peptidoform", best.peptidoformQValue), ("peptide", best.peptideQValue)]
        let names = levels.filter { $0.1 > limits.falseDiscoveryRate }.map(\.0)
        return "q-value" + (names.count > 1 ? "s" : "") + " of " + names.joined(separator: ", ")
    }

    private func lost(_ lost: PeptideExplanation.LostSpectrum?) -> String {
        guard let lost else { return "fell: never the best match of a spectrum" }
        let winner =
            lost.isWinnerDecoy ? "the decoy \(lost.winner)" : "\(lost.winner) of \(Self.list(lost.winnerProteins))"
        return "fell: never a best match; nearest in \(Self.place(lost.spectrum)), lost to \(winner) "
            + "(\(Self.score(lost.winnerScore)))"
    }

    /// Run and spectrum; of the identifiers of some vendors only the scan tells spectra apart.
    private static func place(_ place: PeptideExplanation.SpectrumPlace) -> String {
        let id = place.id ?? "index=\(place.index)"
        let last = id.split(separator: " ").last.map(String.init) ?? id
        return "\(place.run) " + (last.hasPrefix("scan=") ? last : id)
    }
}
