/// Competition of targets with their own decoys: best match per member, best member per pair, then error rates among
/// the winners.
///
/// > Source: Lin, Short, Noble and Keich, "Improving peptide-level mass spectrometry analysis via double competition",
/// > J. Proteome Res. 21 (2022), 2412-2420, PubMed 36166314.
struct PairCompetition {
    let pairs: PairTable
    private let level: ConfidenceLevel
    let rates: LevelErrorRates

    /// Lets the members of pairs compete; those of one run where it is named.
    init(
        level: ConfidenceLevel, run: String? = nil, pairs: PairTable, falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        self.level = level
        self.pairs = pairs
        rates = try LevelErrorRates(
            level: level, run: run,
            winners: (0..<pairs.pairCount).lazy.map { Self.winner(of: $0, in: pairs, level: level) },
            falseDiscoveryRate: falseDiscoveryRate)
    }

    /// The winning member of a pair.
    func winner(of pair: Int) -> PairWinner { Self.winner(of: pair, in: pairs, level: level) }

    /// Whether a member won against its partner.
    func isWinner(_ member: Int) -> Bool { winner(of: member / 2).isDecoy == (member % 2 == 1) }

    /// q-value of a member; 1 for those beaten by their partner.
    func qValue(of member: Int) -> Double { value(of: member, rates.qValue) }

    /// Posterior error probability of a member; 1 for those beaten by their partner.
    func posteriorErrorProbability(of member: Int) -> Double { value(of: member, rates.posteriorErrorProbability) }

    private func value(of member: Int, _ value: (Double) -> Double) -> Double {
        guard let score = pairs.bestScore(of: member), isWinner(member) else { return 1 }
        return value(score)
    }

    private static func winner(of pair: Int, in pairs: PairTable, level: ConfidenceLevel) -> PairWinner {
        let target = pairs.bestScore(of: PairTable.member(pair: pair, isDecoy: false))
        let decoy = pairs.bestScore(of: PairTable.member(pair: pair, isDecoy: true))
        return PairWinner(target: target, decoy: decoy) {
            // The key of a peptidoform pair was made by the coin already; see PairIdentity.
            level == .peptidoform ? pairs.key(of: pair) : TieCoin.key(pairs.key(of: pair), "")
        }
    }
}

/// The better of a target and its decoy.
struct PairWinner {
    let isDecoy: Bool
    let score: Double

    /// Picks the member with the higher score; a coin decides between equals. A pair has at least one member.
    ///
    /// - Parameter tieKey: what names the pair, for the coin.
    init(target: Double?, decoy: Double?, tieKey: () -> UInt64) {
        guard let target else {
            (isDecoy, score) = (true, decoy ?? -.infinity)
            return
        }
        guard let decoy else {
            (isDecoy, score) = (false, target)
            return
        }
        isDecoy = target == decoy ? !TieCoin.favoursTarget(tieKey()) : decoy > target
        score = max(target, decoy)
    }
}
