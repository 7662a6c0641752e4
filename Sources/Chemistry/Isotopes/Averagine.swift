/// The average amino acid: what a peptide of a given mass is made of, on average.
///
/// > Source: Senko, Beu, McLafferty, J. Am. Soc. Mass Spectrom. 6 (1995) 229, doi:10.1016/1044-0305(95)00017-8:
/// > C4.9384 H7.7583 N1.3577 O1.4773 S0.0417, average mass 111.1254 Da.
public enum Averagine {
    /// Atoms of one averagine.
    package static let atoms: [(element: Element, number: Double)] = [
        (.carbon, 4.9384), (.hydrogen, 7.7583), (.nitrogen, 1.3577), (.oxygen, 1.4773), (.sulfur, 0.0417),
    ]

    /// Monoisotopic mass of one averagine in Da.
    package static let monoisotopicMass = atoms.reduce(0) { $0 + $1.number * $1.element.monoisotopicMass }

    /// Isotope pattern of an average peptide: fractions of all molecules with 0, 1, 2, ... extra neutrons.
    ///
    /// The atoms are those of (mass / monoisotopic averagine mass) averagines, not rounded to whole atoms.
    ///
    /// - Parameters:
    ///   - massDaltons: neutral monoisotopic mass in Da, not negative.
    ///   - count: how many peaks from the monoisotopic one on; they sum to 1 only where they cover the pattern.
    /// - Complexity: O(`count`²).
    public static func isotopes(massDaltons: Double, count: Int) -> [Double] {
        precondition(massDaltons >= 0, "a mass is not negative")
        let units = massDaltons / monoisotopicMass
        let scaled = atoms.map { (element: $0.element, number: $0.number * units) }
        // It is nil only for an element whose abundances are not in our table.
        guard let pattern = IsotopeDistribution.abundances(of: scaled, count: count) else {
            preconditionFailure("the abundances of C, H, N, O and S are known")
        }
        return pattern
    }

    /// Extra neutrons of the most abundant peak of an average peptide: 0 up to about 1,800 Da, then rising.
    ///
    /// - Parameter massDaltons: neutral monoisotopic mass in Da, not negative.
    public static func mostAbundantIsotope(massDaltons: Double) -> Int {
        // The most abundant peak lies near the mean, below one extra neutron for each 1,600 Da.
        let pattern = isotopes(massDaltons: massDaltons, count: Int(massDaltons / 1_000) + 4)
        var best = 0
        for index in pattern.indices where pattern[index] > pattern[best] { best = index }
        return best
    }
}
