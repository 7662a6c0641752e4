/// Cuts proteins into peptides by a set of rules, without regard to mass.
public struct Digester: Sendable {
    /// The rules followed.
    public let rules: DigestionRules
    /// Where peptides may begin.
    var starts = StartSample.all

    /// Creates a digester that follows `rules`.
    public init(rules: DigestionRules) {
        self.rules = rules
    }

    /// All peptides of a protein, ordered by start, then by end.
    public func peptides(of protein: [UInt8]) -> [PeptideSpan] {
        var spans: [PeptideSpan] = []
        forEachPeptide(of: protein) { spans.append($0) }
        return spans
    }

    /// Calls `body` with every peptide of a protein, ordered by start, then by end; each stretch once.
    ///
    /// - Complexity: proportional to the number of peptides plus the length of the protein.
    public func forEachPeptide(of protein: [UInt8], _ body: (PeptideSpan) -> Void) {
        let count = protein.count
        guard count >= rules.lengths.lowerBound else { return }
        let sites = CleavageSites(of: protein, enzyme: rules.enzyme)
        let losesMethionine = rules.losesInitiatorMethionine && protein[0] == UInt8(ascii: "M")
        let limit = rules.specificity == .none ? Int.max : rules.missedCleavages

        for start in 0...(count - rules.lengths.lowerBound) {
            let isProteinStart = start == 0 || (start == 1 && losesMethionine)
            let startIsSite = isProteinStart || sites.isSite(start)
            if rules.specificity == .full && !startIsSite || !starts.contains(protein, at: start) { continue }
            let shortest = start + rules.lengths.lowerBound
            let longest = min(count, start + rules.lengths.upperBound)
            var missed = sites.count(strictlyBetween: start, and: shortest)
            var end = shortest
            while end <= longest, missed <= limit {
                let endIsSite = end == count || sites.isSite(end)
                if isAllowed(startIsSite: startIsSite, endIsSite: endIsSite) {
                    body(
                        PeptideSpan(
                            residues: start..<end, missedCleavages: missed, isProteinNTerminal: isProteinStart,
                            isProteinCTerminal: end == count))
                }
                if sites.isSite(end) { missed += 1 }
                end += 1
            }
        }
    }

    /// Whether a peptide of the sample of ``starts`` may begin in a protein; some that it says so of have none.
    func mayBegin(in protein: [UInt8]) -> Bool {
        starts.isAny(in: protein) { start in
            rules.specificity != .full || start < 2
                || rules.enzyme.cuts(between: protein[start - 1], and: protein[start])
        }
    }

    private func isAllowed(startIsSite: Bool, endIsSite: Bool) -> Bool {
        switch rules.specificity {
        case .full: startIsSite && endIsSite
        case .semi: startIsSite || endIsSite
        case .none: true
        }
    }
}
