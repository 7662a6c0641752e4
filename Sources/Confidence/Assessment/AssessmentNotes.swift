/// Sentences about what the numbers of an assessment can and cannot bear.
enum AssessmentNotes {
    /// All sentences that apply, from PSMs up to proteins, then runs.
    static func sentences(
        summaries: [LevelSummary], runSummaries: [LevelSummary], falseDiscoveryRate: Double
    ) -> [String] {
        var notes = summaries.compactMap { granularity($0, falseDiscoveryRate: falseDiscoveryRate) }
        if let note = smallRuns(runSummaries, falseDiscoveryRate: falseDiscoveryRate) { notes.append(note) }
        return notes
    }

    /// What few targets mean for one level: q-values come in steps of about 1/T.
    private static func granularity(_ summary: LevelSummary, falseDiscoveryRate: Double) -> String? {
        guard summary.targetCount > 0 else {
            return "No target is left among the \(noun(summary.level, 2)) after the competition with decoys, so none "
                + "is accepted."
        }
        let rate = Percent.text(falseDiscoveryRate)
        let reach =
            "\(summary.targetCount) target \(noun(summary.level, summary.targetCount)): the smallest reachable q-value "
            + "is \(Percent.text(summary.smallestReachableQValue))"
        if summary.smallestReachableQValue > falseDiscoveryRate { return reach + ", so \(rate) cannot be reached." }
        guard 2 / Double(summary.targetCount) > falseDiscoveryRate else { return nil }
        return reach + ", so \(rate) can be reached only with no decoy above."
    }

    private static func smallRuns(_ summaries: [LevelSummary], falseDiscoveryRate: Double) -> String? {
        let small = summaries.filter { $0.targetCount == 0 || $0.smallestReachableQValue > falseDiscoveryRate }
        guard !small.isEmpty else { return nil }
        let names = small.compactMap(\.run)
        let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        let list = names.count > 5 ? shown + " and \(names.count - 5) more" : shown
        return "\(names.count) of \(summaries.count) runs have too few target matches for a run_q_value of "
            + "\(Percent.text(falseDiscoveryRate)): \(list)."
    }

    private static func noun(_ level: ConfidenceLevel, _ count: Int) -> String {
        let singular =
            switch level {
            case .psm: "match"
            case .peptidoform: "peptidoform"
            case .peptide: "peptide"
            case .protein: "protein group"
            }
        if count == 1 { return singular }
        return singular + (level == .psm ? "es" : "s")
    }
}
