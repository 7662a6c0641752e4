import Glibc

/// How likely it is that many of a number of independent trials succeed.
public enum BinomialTail {
    /// The natural logarithm of P(X ≥ `successes`) for X binomial.
    ///
    /// `P = Σ C(N, k) pᵏ (1-p)ᴺ⁻ᵏ` for k from `successes` to N; the first term by logarithms, those after it by their
    /// ratios, so that tails far below the smallest `Double` keep their digits.
    ///
    /// - Parameters:
    ///   - successes: at least so many; 0 or less is certain, more than `trials` is impossible (−∞).
    ///   - trials: N.
    ///   - probability: p of each trial, between 0 and 1, both excluded.
    public static func logProbability(ofAtLeast successes: Int, of trials: Int, probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "A trial is neither impossible nor certain.")
        guard successes > 0 else { return 0 }
        guard successes <= trials else { return -.infinity }
        let (n, k) = (Double(trials), Double(successes))
        let first =
            lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(probability) + (n - k) * log1p(-probability)
        let odds = probability / (1 - probability)
        var term = 1.0
        var sum = 1.0
        for count in successes..<trials {
            term *= Double(trials - count) / Double(count + 1) * odds
            sum += term
            // Terms fall from the mean on, faster and faster.
            if term < sum * 1e-17, Double(count) > n * probability { break }
        }
        return min(0, first + log(sum))
    }
}
