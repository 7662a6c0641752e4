import Simulation
import Testing

@Suite struct IsolatedIonTests {
    private let scene: RunScene
    /// A doubly charged ion of the scene: its isotope peaks are half a unit apart.
    private let index: Int

    init() throws {
        scene = try Scenes.mixture()
        index = try #require(scene.ions.ions.firstIndex { $0.charge == 2 && $0.massDaltons > 1_200 })
    }

    private var ion: Ion { scene.ions.ions[index] }

    private func isolated(from lower: Double, to upper: Double, atSeconds time: Double? = nil) -> IsolatedIon? {
        IsolatedIon(
            index, atSeconds: time ?? ion.apexSeconds, window: ion.mz + lower...ion.mz + upper, scene: scene)
    }

    private func averagine(_ isotope: Int) -> Double {
        scene.patterns.share(ofIsotope: isotope, massDaltons: ion.massDaltons)
    }

    @Test("a window lets through the isotope peaks that are in it, and their part of the current")
    func window() throws {
        let cases: [(Double, Double, ClosedRange<Int>)] = [
            (-0.8, 0.8, 0...1), (-0.1, 0.1, 0...0), (0.4, 0.6, 1...1), (0.4, 1.1, 1...2), (-1, 10, 0...5),
            (2.45, 9, 5...5),
        ]
        for (lower, upper, isotopes) in cases {
            let found = try #require(isolated(from: lower, to: upper))
            let sum = isotopes.reduce(0) { $0 + averagine($1) }
            #expect(isNear(found.ionsPerSecond / (ion.apexIonsPerSecond * sum), 1, 1e-12))
            for (isotope, share) in found.isotopeShares.enumerated() {
                #expect(isNear(share, isotopes.contains(isotope) ? averagine(isotope) / sum : 0, 1e-12))
            }
            #expect(found.index == index)
        }
    }

    @Test("a window beside or between the peaks, or a time when the ion is gone, lets nothing through")
    func nothing() {
        #expect(isolated(from: -1, to: -0.01) == nil)
        #expect(isolated(from: 0.1, to: 0.4) == nil)
        #expect(isolated(from: 2.6, to: 5) == nil)
        #expect(isolated(from: -0.8, to: 0.8, atSeconds: ion.apexSeconds + 60) == nil)
    }

    /// Shares by extra neutrons where every heavy atom is put into the fragment or not, one after the other.
    private static func bruteForce(_ shares: [Double], massShare: Double) -> [Double] {
        var result = [Double](repeating: 0, count: shares.count)
        for (heavy, share) in shares.enumerated() {
            for placement in 0..<(1 << heavy) {
                let inside = placement.nonzeroBitCount
                let probability = (0..<heavy).reduce(1.0) {
                    $0 * (placement >> $1 & 1 == 1 ? massShare : 1 - massShare)
                }
                result[inside] += share * probability
            }
        }
        return result
    }

    @Test(
        "isotopes of fragments are those of placing every heavy atom at random",
        arguments: [0.01, 0.3, 0.5, 0.77, 0.999, 1])
    func fragmentIsotopes(massShare: Double) throws {
        for (lower, upper) in [(-1.0, 10.0), (-0.8, 0.8), (0.4, 2.1), (-0.1, 0.1)] {
            let found = try #require(isolated(from: lower, to: upper))
            var shares = [Double](repeating: .nan, count: IsotopePatterns.count)
            found.fragmentIsotopes(massShare: massShare, into: &shares)
            for (left, right) in zip(shares, Self.bruteForce(found.isotopeShares, massShare: massShare)) {
                #expect(isNear(left, right, 1e-12))
            }
            #expect(isNear(shares.reduce(0, +), 1, 1e-12))
        }
    }
}
