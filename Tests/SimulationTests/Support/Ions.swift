import Simulation
import TestSupport

extension Ion {
    /// An ion of a catalogue that no test looks into.
    init(
        _ analyte: Int, charge: Int = 2, mz: Double = 500, apexSeconds: Double, apexIonsPerSecond: Double = 1e6
    ) {
        self.init(
            analyte: Int32(analyte), form: 0, charge: Int16(charge), mz: mz, apexSeconds: apexSeconds,
            apexIonsPerSecond: apexIonsPerSecond)
    }
}

extension IonTable {
    /// Ions spread at random over a run, of charges 1 to 4 and of strengths over three decades.
    static func random(
        _ count: Int, gradientSeconds: Double, massDaltons: Double? = nil, charges: ClosedRange<Int> = 1...4,
        strongest: Double = 1e7, seed: UInt64 = 8
    ) -> IonTable {
        var random = SplitMix64(seed: seed)
        let ions = (0..<count).map { number in
            let charge = random.integer(charges.lowerBound..<charges.upperBound + 1)
            let mz = massDaltons.map { $0 / Double(charge) + 1.007_276 } ?? random.uniform(400...1_200)
            return Ion(
                number, charge: charge, mz: mz, apexSeconds: random.uniform(0...gradientSeconds),
                apexIonsPerSecond: strongest / (1 + 999 * random.unit()))
        }
        return IonTable(ions, profile: ElutionProfile(halfHeightWidthSeconds: 15))
    }
}
