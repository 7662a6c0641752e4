internal import Chemistry

/// Isotope patterns of average peptides, worked out once for masses 25 Da apart.
package struct IsotopePatterns: Sendable {
    /// Number of peaks of a pattern, from the monoisotopic one on.
    package static let count = 6
    private static let stepDaltons = 25.0
    private static let largestDaltons = 8_000.0

    /// Shares of all molecules, ``count`` for each step of mass.
    private let shares: [Double]

    /// Works the patterns out.
    package init() {
        let steps = Int(Self.largestDaltons / Self.stepDaltons)
        shares = (0...steps).flatMap {
            Averagine.isotopes(massDaltons: Double($0) * Self.stepDaltons, count: Self.count)
        }
    }

    /// Share of the molecules with `isotope` extra neutrons.
    package func share(ofIsotope isotope: Int, massDaltons: Double) -> Double {
        let step = min((massDaltons / Self.stepDaltons).rounded(), Self.largestDaltons / Self.stepDaltons)
        return shares[Int(step) * Self.count + isotope]
    }
}
