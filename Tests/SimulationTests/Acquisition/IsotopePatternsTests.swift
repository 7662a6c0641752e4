import Chemistry
import Simulation
import Testing

@Suite struct IsotopePatternsTests {
    private static let patterns = IsotopePatterns()

    @Test("at a step of the table the shares are those of averagine")
    func averagine() {
        for mass in [25.0, 1_000, 1_500, 4_000, 8_000] {
            let expected = Averagine.isotopes(massDaltons: mass, count: 6)
            for isotope in 0..<6 {
                #expect(Self.patterns.share(ofIsotope: isotope, massDaltons: mass) == expected[isotope])
                // Half a step away the nearest step answers.
                #expect(Self.patterns.share(ofIsotope: isotope, massDaltons: mass - 12) == expected[isotope])
            }
        }
    }

    @Test("the monoisotopic share of 1,500 Da is what the natural abundances say")
    func byHand() {
        // 13.507 averagines: 0.9893^66.70 x 0.999885^104.8 x 0.99636^18.34 x 0.99757^19.95 x 0.9499^0.563 = 0.4170.
        #expect(isNear(Self.patterns.share(ofIsotope: 0, massDaltons: 1_500), 0.417, 0.002))
        // With one extra neutron: 66.7 x 0.0107 / 0.9893 + 18.34 x 0.00364 / 0.99636 + ... = 0.808 of it.
        let shares = (0...1).map { Self.patterns.share(ofIsotope: $0, massDaltons: 1_500) }
        #expect(isNear(shares[1] / shares[0], 0.808, 0.005))
    }

    @Test("the six peaks hold nearly all of a peptide, and what is heavier than the table counts as its heaviest")
    func sums() {
        for (mass, least) in [(500.0, 0.9999), (2_000, 0.995), (4_000, 0.92)] {
            let sum = (0..<6).reduce(0) { $0 + Self.patterns.share(ofIsotope: $1, massDaltons: mass) }
            #expect(sum > least && sum <= 1)
        }
        let heaviest = Self.patterns.share(ofIsotope: 3, massDaltons: 8_000)
        #expect(Self.patterns.share(ofIsotope: 3, massDaltons: 20_000) == heaviest)
    }
}
