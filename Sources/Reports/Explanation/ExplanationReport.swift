public import Confidence

/// Why proteins are or are not in the table, for people (``text``) and, encoded, for programs.
public struct ExplanationReport: Sendable, Hashable, Codable {
    /// What had to be reached.
    public struct Limits: Sendable, Hashable, Codable {
        /// Accepted false discovery rate of each level, as a share.
        public var falseDiscoveryRate: Double
        /// Lowest accepted score of each level, by name of the level; levels where nothing is accepted are left out.
        public var lowestScores: [String: Double]

        /// The limits of identifications.
        public init(_ identifications: Identifications) {
            falseDiscoveryRate = identifications.parameters.falseDiscoveryRate
            lowestScores = identifications.summaries.filter { $0.run == nil }.reduce(into: [:]) { scores, summary in
                scores[summary.level.rawValue] = summary.scoreThreshold
            }
        }
    }

    /// The answer to one name.
    public struct Answer: Sendable, Hashable, Codable {
        /// The name as it was given.
        public var name: String
        /// Whether it is that of a decoy; the proteins are then its targets.
        public var isDecoyName: Bool
        /// What may have been meant, where there is no protein of the name.
        public var suggestion: String?
        /// The proteins of the name; several where a gene has several.
        public var proteins: [ProteinExplanation]

        /// Creates an answer.
        public init(name: String, isDecoyName: Bool, suggestion: String?, proteins: [ProteinExplanation]) {
            self.name = name
            self.isDecoyName = isDecoyName
            self.suggestion = suggestion
            self.proteins = proteins
        }
    }

    /// Output folder of the run.
    public var folder: String
    /// What had to be reached.
    public var limits: Limits
    /// Why the proteins of the run were not looked through, so that peptides without a match are not known; `nil` where
    /// they were.
    public var databaseAbsence: String?
    /// The answers, in the order of the names.
    public var answers: [Answer]

    /// Creates a report from its parts.
    public init(folder: String, limits: Limits, databaseAbsence: String?, answers: [Answer]) {
        self.folder = folder
        self.limits = limits
        self.databaseAbsence = databaseAbsence
        self.answers = answers
    }

    /// The report as text, with a line end at the end.
    public var text: String {
        var parts = ["Run \(folder): \(Self.sentence(limits))"]
        if let databaseAbsence {
            parts[0] += "\nPeptides without any match are not listed, nor are proteins without one: \(databaseAbsence)"
        }
        parts += answers.map(text(of:))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func sentence(_ limits: Limits) -> String {
        let rate = Percent.text(limits.falseDiscoveryRate)
        let scores = ConfidenceLevel.allCases.compactMap { level in
            limits.lowestScores[level.rawValue].map { "\(level.rawValue) \(ExplanationText.score($0))" }
        }
        return "q-values up to \(rate) are accepted at each level"
            + (scores.isEmpty
                ? "; nothing reached it." : " (lowest accepted scores: \(scores.joined(separator: ", "))).")
    }

    private func text(of answer: Answer) -> String {
        guard !answer.proteins.isEmpty else {
            let hint = answer.suggestion.map { " Did you mean '\($0)'?" } ?? ""
            return databaseAbsence == nil
                ? "\(answer.name)\n  Not in the proteins of the run, neither as accession nor as entry name or gene.\(hint)"
                : "\(answer.name)\n  No candidate of any spectrum is from a protein of this accession.\(hint)"
        }
        let proteins = answer.proteins.map { ExplanationText(protein: $0, limits: limits).text }
        guard answer.isDecoyName else { return proteins.joined(separator: "\n\n") }
        let names = answer.proteins.map(\.accession).joined(separator: ", ")
        return
            "\(answer.name)\n  A decoy, made to estimate errors and never reported as a protein. Of its target \(names):\n\n"
            + proteins.joined(separator: "\n\n")
    }
}
