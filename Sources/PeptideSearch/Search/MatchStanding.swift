/// The figures that order the candidates of a spectrum, in the order in which they count.
struct MatchStanding: Sendable, Hashable {
    var hyperscore: Double
    var matchedFragments: Int
    var isotopeError: Int
    var charge: Int

    /// Whether this candidate is the better one: higher hyperscore, more matched fragments, smaller isotope error, lower
    /// charge; `nil` where all of them are equal. Such candidates are ordered by a hash that favours neither targets nor
    /// decoys.
    func isBetter(than other: MatchStanding) -> Bool? {
        if hyperscore != other.hyperscore { return hyperscore > other.hyperscore }
        if matchedFragments != other.matchedFragments { return matchedFragments > other.matchedFragments }
        let (isotope, otherIsotope) = (abs(isotopeError), abs(other.isotopeError))
        if isotope != otherIsotope { return isotope < otherIsotope }
        return charge != other.charge ? charge < other.charge : nil
    }
}
