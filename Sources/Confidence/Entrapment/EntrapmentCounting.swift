import PeptideSearch

/// Counts targets and entrapments at every level of an assessed search with entrapments.
///
/// Entrapments took part in all competitions as targets, each with a decoy of its own, and are told apart only here.
struct EntrapmentCounting {
    let assessment: Assessment
    let census: EntrapmentCensus

    /// Rows by level, from PSMs to protein groups, then by claimed rate.
    ///
    /// - Throws: ``ConfidenceError/changedMatches(run:)``, and what the sources of matches throw.
    func rows() throws -> [EntrapmentRow] {
        let rates = ClaimedRates(including: assessment.falseDiscoveryRate)
        var walk = EntrapmentWalk(assessment, rates: rates)
        try walk.walk()
        // Proteins are not counted in the census. Each entrapment protein has about as many peptides as the target it was
        // made from, and a false peptide makes a false protein, so that the ratio of peptides serves at every level.
        let ratio = census.ratio
        return walk.psms.rows(level: .psm, ratio: ratio)
            + peptidoforms(walk, rates).rows(level: .peptidoform, ratio: ratio)
            + peptides(walk, rates).rows(level: .peptide, ratio: ratio, isPaired: census.isPaired)
            + proteinGroups(rates).rows(level: .protein, ratio: ratio)
    }

    private func peptidoforms(_ walk: EntrapmentWalk, _ rates: ClaimedRates) -> EntrapmentTally {
        let competition = assessment.peptidoforms
        var tally = EntrapmentTally(rates)
        for pair in 0..<competition.pairs.pairCount {
            let winner = competition.winner(of: pair)
            guard !winner.isDecoy else { continue }
            tally.add(
                isEntrapment: walk.isEntrapmentForm[pair], qValue: competition.rates.qValue(at: winner.score))
        }
        return tally
    }

    private func peptides(_ walk: EntrapmentWalk, _ rates: ClaimedRates) -> EntrapmentTally {
        let competition = assessment.peptides
        /// The target of a pair where it won against its decoy.
        func target(_ pair: Int) -> EntrapmentTally.Partner? {
            let winner = competition.winner(of: pair)
            guard !winner.isDecoy else { return nil }
            return EntrapmentTally.Partner(
                score: winner.score, qValue: competition.rates.qValue(at: winner.score))
        }
        var tally = EntrapmentTally(rates)
        for pair in 0..<competition.pairs.pairCount {
            guard let found = target(pair) else { continue }
            if walk.isEntrapment[pair] {
                tally.addEntrapment(
                    score: found.score, qValue: found.qValue, partner: walk.partner(of: pair).flatMap(target))
            } else {
                tally.add(isEntrapment: false, qValue: found.qValue)
            }
        }
        return tally
    }

    /// A group is an entrapment where all proteins that it names are; those folded into it, which it does not claim, do not
    /// count.
    private func proteinGroups(_ rates: ClaimedRates) -> EntrapmentTally {
        let competition = assessment.proteinCompetition
        var tally = EntrapmentTally(rates)
        for (group, winner) in zip(competition.grouping.groups, competition.winners) where !winner.isDecoy {
            tally.add(
                isEntrapment: group.proteins.allSatisfy { assessment.isEntrapment[$0] },
                qValue: competition.rates.qValue(at: winner.score))
        }
        return tally
    }
}
