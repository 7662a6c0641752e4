import Chemistry
import Testing

@Suite struct IsotopeDistributionTests {
    /// The pattern by adding one atom after the other: slow, plain, exact for whole numbers of atoms.
    static func atomByAtom(_ atoms: [(element: Element, number: Int)], count: Int) throws -> [Double] {
        var pattern = [1.0] + [Double](repeating: 0, count: count - 1)
        for (element, number) in atoms {
            let single = try #require(element.isotopeAbundances)
            for _ in 0..<number {
                pattern = (0..<count).map { k in
                    (0..<min(single.count, k + 1)).reduce(0) { $0 + single[$1] * pattern[k - $1] }
                }
            }
        }
        return pattern
    }

    @Test("abundances of each element sum to 1")
    func abundancesSum() {
        for element in Element.allCases {
            guard let abundances = element.isotopeAbundances else { continue }
            #expect(isClose(abundances.reduce(0, +), 1, within: 1e-9))
        }
    }

    @Test("bovine insulin, C254H377N65O75S6, agrees with adding atom after atom")
    func insulin() throws {
        let atoms: [(element: Element, number: Int)] = [
            (.carbon, 254), (.hydrogen, 377), (.nitrogen, 65), (.oxygen, 75), (.sulfur, 6),
        ]
        let expected = try Self.atomByAtom(atoms, count: 12)
        let found = try #require(
            IsotopeDistribution.abundances(of: atoms.map { ($0.element, Double($0.number)) }, count: 12))
        for (one, other) in zip(found, expected) { #expect(isClose(one, other, within: 1e-12)) }
        // The same from numpy.convolve over all atoms; the fourth peak is the highest.
        let numpy = [0.030085946, 0.09338564, 0.15718039, 0.18790924, 0.17749809, 0.14018322]
        for (one, other) in zip(found, numpy) { #expect(isClose(one, other, within: 1e-8)) }
    }

    @Test("carbon alone follows the binomial distribution")
    func binomial() throws {
        let found = try #require(IsotopeDistribution.abundances(of: [(.carbon, 3)], count: 5))
        let (p, q) = (0.0107, 0.9893)
        let expected = [q * q * q, 3 * q * q * p, 3 * q * p * p, p * p * p, 0]
        for (one, other) in zip(found, expected) { #expect(isClose(one, other, within: 1e-15)) }
    }

    @Test("an element without known abundances gives no pattern")
    func unknownElement() {
        #expect(IsotopeDistribution.abundances(of: [(.selenium, 1)], count: 3) == nil)
    }
}
