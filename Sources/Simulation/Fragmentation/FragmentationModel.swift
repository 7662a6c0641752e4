package import Chemistry
internal import Foundations
internal import Glibc

/// Breaks a peptide ion as collisions do, well enough for a search engine to be tested on the result.
///
/// Bonds break by the residues beside them and by where protons can go: before proline often, after proline rarely;
/// where all protons are held by arginine, mostly after aspartic and glutamic acid. Which bonds of one peptide are weak
/// beyond that is drawn from its sequence, so that its spectra look alike and some fragments are always missing. The
/// numbers are the simulator's own and are fitted to nothing.
///
/// > Source: mobile protons: V. H. Wysocki et al., J. Mass Spectrom. 35 (2000) 1399,
/// > doi:10.1002/1096-9888(200012)35:12<1399::AID-JMS86>3.0.CO;2-R; effects of residues: D. L. Tabb et al., Anal. Chem.
/// > 75 (2003) 1155, doi:10.1021/ac026122m.
package struct FragmentationModel: Sendable {
    /// Decides which bonds of a peptide are weak.
    let seed: UInt64

    /// Creates the model of a seed.
    package init(seed: UInt64) { self.seed = seed }

    /// How free the protons of an ion are.
    package enum ProtonMobility {
        case mobile, partlyMobile, immobile

        /// The mobility in an ion of a charge.
        package init(of sequence: [UInt8], charge: Int) {
            let arginines = sequence.count { $0 == UInt8(ascii: "R") }
            let basic = arginines + sequence.count { $0 == UInt8(ascii: "K") || $0 == UInt8(ascii: "H") }
            self = charge > basic ? .mobile : charge > arginines ? .partlyMobile : .immobile
        }
    }

    /// Standard deviation of the logarithm of a bond's weakness that its neighbours do not explain.
    private static let bondDeviation = 1.0

    /// The fragments of an ion; their shares add up to 1.
    package func fragments(of peptidoform: Peptidoform, charge: Int) -> [FragmentIon] {
        var collection = FragmentCollection(peptidoform: peptidoform, precursorCharge: charge)
        let mobility = ProtonMobility(of: peptidoform.sequence, charge: charge)
        let weights = bondWeights(of: peptidoform.sequence, mobility: mobility)
        let total = weights.reduce(0, +)
        for (bond, weight) in weights.enumerated() where total > 0 {
            collection.addBackbone(bond: bond + 1, weight: weight / total)
        }
        collection.addUnbroken(weight: mobility == .immobile ? 0.35 : 0.06)
        collection.addImmoniumIons(weight: 0.05)
        return collection.normalised()
    }

    /// How readily each bond breaks; entry 0 is the bond behind the first residue.
    package func bondWeights(of sequence: [UInt8], mobility: ProtonMobility) -> [Double] {
        let hash = StableHash.combine(seed, StableHash.hash(sequence))
        var stream = RandomStream(seed: hash, .bond)
        return (1..<max(sequence.count, 1)).map { bond in
            let own = exp(stream.normal(deviation: Self.bondDeviation))
            // Bonds in the middle give two ions that both are recorded well.
            let place = 0.35 + sin(Double.pi * Double(bond) / Double(sequence.count))
            return own * place * Self.propensity(between: sequence[bond - 1], and: sequence[bond], mobility)
        }
    }

    /// How much more readily a bond breaks because of the residues beside it.
    package static func propensity(between left: UInt8, and right: UInt8, _ mobility: ProtonMobility) -> Double {
        var factor = 1.0
        if right == UInt8(ascii: "P") { factor *= 4 }
        if left == UInt8(ascii: "P") { factor *= 0.3 }
        switch left {
        case UInt8(ascii: "D"): factor *= mobility == .immobile ? 8 : mobility == .partlyMobile ? 3 : 1.3
        case UInt8(ascii: "E"): factor *= mobility == .immobile ? 3 : 1.2
        case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "V"): factor *= 1.4
        case UInt8(ascii: "H"): factor *= mobility == .partlyMobile ? 2 : 1
        case UInt8(ascii: "G"): factor *= 0.7
        default: break
        }
        return factor
    }
}
