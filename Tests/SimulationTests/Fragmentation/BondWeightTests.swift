import Foundation
import Simulation
import Testing

/// Which bonds of a peptide break.
@Suite struct BondWeightTests {
    private typealias Mobility = FragmentationModel.ProtonMobility

    /// Mean logarithm of the weight of a bond of "AAAAAAAA" with other residues put in, against the bond at the same
    /// distance from the other end, over many seeds.
    private static func advantage(of bond: Int, in sequence: String, _ mobility: Mobility = .mobile) -> Double {
        let residues = Array(sequence.utf8)
        let seeds = 4_000
        let sum = (0..<seeds).reduce(0.0) { sum, seed in
            let weights = FragmentationModel(seed: UInt64(seed)).bondWeights(of: residues, mobility: mobility)
            return sum + log(weights[bond - 1] / weights[residues.count - bond - 1])
        }
        return sum / Double(seeds)
    }

    @Test("protons are mobile where there are more than basic residues, immobile where arginines hold all")
    func mobility() {
        let cases: [(String, Int, Mobility)] = [
            ("SAMPLEK", 1, .partlyMobile), ("SAMPLEK", 2, .mobile), ("SAMPLER", 1, .immobile),
            ("SAMPLER", 2, .mobile), ("SAMPHER", 2, .partlyMobile), ("SAMPRER", 2, .immobile),
            ("SAMPHEK", 3, .mobile), ("SAMPLE", 1, .mobile),
        ]
        for (sequence, charge, expected) in cases {
            #expect(Mobility(of: Array(sequence.utf8), charge: charge) == expected, "\(sequence) \(charge)+")
        }
    }

    @Test("the bond before proline breaks four times as often on average, the one behind it a third as often")
    func proline() {
        // A mean of 4,000 differences of two normal numbers of deviation 1: five standard errors are 0.11.
        #expect(isNear(Self.advantage(of: 3, in: "AAAPAAAAAA"), log(4), 0.112))
        #expect(isNear(Self.advantage(of: 4, in: "AAAPAAAAAA"), log(0.3), 0.112))
        #expect(isNear(Self.advantage(of: 3, in: "AAAAAAAAAA"), 0, 0.112))
    }

    @Test("behind aspartic acid the bond is weak where protons are immobile, hardly where they are mobile")
    func asparticAcid() {
        #expect(isNear(Self.advantage(of: 4, in: "AAADAAAAAA", .immobile), log(8), 0.112))
        #expect(isNear(Self.advantage(of: 4, in: "AAADAAAAAA", .partlyMobile), log(3), 0.112))
        #expect(isNear(Self.advantage(of: 4, in: "AAADAAAAAA", .mobile), log(1.3), 0.112))
    }

    @Test("effects of the residues on both sides multiply; other residues have none")
    func propensities() {
        func propensity(_ left: Character, _ right: Character, _ mobility: Mobility = .mobile) -> Double {
            FragmentationModel.propensity(
                between: left.asciiValue ?? 0, and: right.asciiValue ?? 0, mobility)
        }
        #expect(propensity("A", "S") == 1)
        #expect(propensity("A", "P") == 4)
        #expect(isNear(propensity("P", "P"), 1.2, 1e-12))
        #expect(propensity("D", "P", .immobile) == 32)
        #expect(propensity("E", "A", .immobile) == 3)
        #expect(propensity("G", "A") < 1)
        for left in "ILV" { #expect(propensity(left, "A") == 1.4) }
        #expect(propensity("H", "A", .partlyMobile) == 2)
        #expect(propensity("H", "A", .mobile) == 1)
    }

    @Test("a peptide has a bond between each two residues, and bonds in the middle break more often")
    func places() {
        let model = FragmentationModel(seed: 1)
        #expect(model.bondWeights(of: Array("SAMPLER".utf8), mobility: .mobile).count == 6)
        #expect(model.bondWeights(of: Array("K".utf8), mobility: .mobile).isEmpty)
        let residues = [UInt8](repeating: UInt8(ascii: "A"), count: 20)
        let means = (0..<3_000).reduce(into: [Double](repeating: 0, count: 19)) { sums, seed in
            let weights = FragmentationModel(seed: UInt64(seed)).bondWeights(of: residues, mobility: .mobile)
            for (position, weight) in weights.enumerated() { sums[position] += log(weight) / 3_000 }
        }
        // 0.35 + sin(pi / 2) against 0.35 + sin(pi / 20).
        #expect(isNear(means[9] - means[0], log(1.35 / 0.506_43), 0.13))
        #expect(isNear(means[9] - means[18], log(1.35 / 0.506_43), 0.13))
    }

    @Test("which bonds are weak belongs to the peptide and the seed")
    func reproducible() {
        let (one, other) = (Array("SAMPLEPEPTIDER".utf8), Array("SAMPLEPEPTIDEK".utf8))
        let model = FragmentationModel(seed: 1)
        let weights = model.bondWeights(of: one, mobility: .mobile)
        #expect(weights == FragmentationModel(seed: 1).bondWeights(of: one, mobility: .mobile))
        #expect(weights != FragmentationModel(seed: 2).bondWeights(of: one, mobility: .mobile))
        #expect(weights != model.bondWeights(of: other, mobility: .mobile))
    }
}
