internal import Glibc

/// Isotope patterns by nominal mass: how much of a molecule has 0, 1, 2, ... extra neutrons.
package enum IsotopeDistribution {
    /// Fractions of all molecules by extra neutrons, `count` of them; the whole pattern sums to 1.
    ///
    /// Counts of atoms may be fractions, as averagine has them. The pattern of n atoms is the n-th power of one atom's
    /// pattern, worked out by Miller's recurrence for powers of a series, exact for whole and fractional n; the
    /// elements' patterns are then convolved. A power below 1 can give small negative terms (for the sulfur of a small
    /// averagine peptide up to 2e-5 of all molecules); they count as 0.
    ///
    /// > Source: Miller's recurrence: Knuth, The Art of Computer Programming 2, 3rd ed., 4.7, equation (9); for isotope
    /// > patterns Claesen et al., J. Am. Soc. Mass Spectrom. 23 (2012) 753, doi:10.1007/s13361-011-0326-2.
    ///
    /// - Parameter atoms: elements with their numbers, not negative; `nil` results where an element's natural
    ///   abundances are not known here.
    package static func abundances(of atoms: [(element: Element, number: Double)], count: Int) -> [Double]? {
        precondition(count >= 1, "a pattern has at least one peak")
        var pattern = [1.0] + [Double](repeating: 0, count: count - 1)
        for (element, number) in atoms {
            guard let single = element.isotopeAbundances else { return nil }
            pattern = convolve(pattern, power(single, number, count: count))
        }
        return pattern.map { max($0, 0) }
    }

    /// The first `count` coefficients of (the series `base`) to the power `exponent`.
    private static func power(_ base: [Double], _ exponent: Double, count: Int) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        result[0] = pow(base[0], exponent)
        for k in 1..<max(count, 1) {
            var sum = 0.0
            for j in 1..<max(min(k, base.count - 1) + 1, 1) {
                sum += (Double(j) * (exponent + 1) - Double(k)) * base[j] * result[k - j]
            }
            result[k] = sum / (Double(k) * base[0])
        }
        return result
    }

    /// The first terms of the product of two series of equal length.
    private static func convolve(_ left: [Double], _ right: [Double]) -> [Double] {
        left.indices.map { k in
            (0...k).reduce(0) { $0 + left[$1] * right[k - $1] }
        }
    }
}
