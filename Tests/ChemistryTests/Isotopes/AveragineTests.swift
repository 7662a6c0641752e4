import Chemistry
import Testing

@Suite struct AveragineTests {
    @Test("one averagine weighs 111.0543 Da")
    func unitMass() {
        // pyteomics 5.0.1 with Senko's composition: 111.054305.
        #expect(isClose(Averagine.monoisotopicMass, 111.054305, within: 1e-5))
    }

    /// First peaks by numpy.convolve over all atoms of averagine compositions rounded to whole atoms.
    static let rounded: [(massDaltons: Double, peaks: [Double])] = [
        (1_000, [0.5731, 0.3053, 0.0951, 0.0218]), (2_000, [0.3079, 0.3339, 0.2103, 0.0970]),
        (3_000, [0.1758, 0.2849, 0.2518, 0.1586]),
    ]

    @Test("patterns are near those of molecules rounded to whole atoms", arguments: rounded)
    func wholeAtoms(massDaltons: Double, peaks: [Double]) {
        let found = Averagine.isotopes(massDaltons: massDaltons, count: 4)
        for (one, other) in zip(found, peaks) { #expect(isClose(one, other, within: 0.02)) }
    }

    @Test("two peptides of fractional atoms together have the pattern of one of twice the mass")
    func fractionalAtoms() {
        let half = Averagine.isotopes(massDaltons: 1234.5, count: 10)
        let whole = Averagine.isotopes(massDaltons: 2469, count: 10)
        for k in 0..<10 {
            let convolved = (0...k).reduce(0) { $0 + half[$1] * half[k - $1] }
            #expect(isClose(convolved, whole[k], within: 1e-9))
        }
    }

    @Test("a long enough pattern covers all molecules and has no negative part", arguments: [50.0, 500, 5_000, 50_000])
    func sumsToOne(massDaltons: Double) {
        let pattern = Averagine.isotopes(massDaltons: massDaltons, count: 120)
        #expect(isClose(pattern.reduce(0, +), 1, within: 2e-5))
        #expect(pattern.allSatisfy { $0 >= 0 })
    }

    /// Positions of the highest peak by numpy.convolve over all atoms, compositions rounded to whole atoms.
    static let highest: [(massDaltons: Double, isotope: Int)] = [
        (0, 0), (500, 0), (1_500, 0), (2_000, 1), (3_000, 1), (10_000, 6), (20_000, 12),
    ]

    @Test("the most abundant peak moves up with the mass", arguments: highest)
    func mostAbundant(massDaltons: Double, isotope: Int) {
        #expect(Averagine.mostAbundantIsotope(massDaltons: massDaltons) == isotope)
    }
}
