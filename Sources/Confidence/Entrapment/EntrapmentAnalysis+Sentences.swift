extension EntrapmentAnalysis {
    /// Below so many accepted identifications the sentence about them says how wide the interval is.
    private static let fewAccepted = 100

    /// One line for each level, from PSMs to protein groups: what is claimed, and what entrapments say of it.
    public var summaries: [String] { rowsAtAcceptedRate.map(Self.summary) }

    /// What speaks against trusting the claimed rates, in sentences: what is unusual about the decoys of the search with
    /// entrapments, then the levels whose claim is refuted.
    public var warnings: [String] {
        searchWarnings.map { "In the search with entrapments: \($0)" } + rowsAtAcceptedRate.compactMap(Self.warning)
    }

    private static func summary(_ row: EntrapmentRow) -> String {
        let claim = "\(noun(row.level)): claimed \(Percent.text(row.claimedRate))"
        guard let lower = row.lower, let combined = row.combined, let interval = row.combinedInterval else {
            return claim + ", nothing is accepted, so that entrapment says nothing (\(row.verdict.rawValue))"
        }
        let bounds = "entrapment says between \(Percent.text(lower)) and \(Percent.text(combined))"
        let pairs = row.paired.map { ", by pairs \(Percent.text($0))" } ?? ""
        let text = "\(claim), \(bounds)\(pairs) (\(row.verdict.rawValue))"
        guard row.acceptedCount < fewAccepted else { return text }
        return text + "; only \(row.acceptedCount) accepted, so that the interval is wide, "
            + "up to \(Percent.text(interval.upperBound))"
    }

    private static func warning(_ row: EntrapmentRow) -> String? {
        guard row.verdict == .refuted, let interval = row.lowerInterval else { return nil }
        return "\(noun(row.level)): entrapment refutes the claimed \(Percent.text(row.claimedRate)): "
            + "\(row.entrapmentCount) of \(row.acceptedCount) accepted are entrapments, so that more than "
            + "\(Percent.text(interval.lowerBound)) are false; trust this level less than its q-values say, and check "
            + "the decoys and the search settings."
    }

    private static func noun(_ level: ConfidenceLevel) -> String {
        switch level {
        case .psm: "PSMs"
        case .peptidoform: "Peptidoforms"
        case .peptide: "Peptides"
        case .protein: "Protein groups"
        }
    }
}
