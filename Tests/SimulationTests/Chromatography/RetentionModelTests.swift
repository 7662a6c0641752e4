import Chemistry
import Simulation
import Testing

@Suite struct RetentionModelTests {
    private static func model(irregularity: Double = 0) -> RetentionModel {
        var settings = ChromatographySettings()
        settings.irregularity = irregularity
        return RetentionModel(settings: settings, seed: 3, gradientSeconds: 1_000)
    }

    @Test(
        "the hydrophobicity is the sum of the coefficients, less for length",
        arguments: [
            // 2.0 + 1.1 + 2.0 + 0.6 + 7.4 + 0.2 + 1.1 - 2.1 = 12.3; 1 - 0.21 ln 8 = 0.563317.
            ("PEPTIDEK", 6.928_802),
            // 8.8 + 8.1 + 8.1 + 5.0 - 0.6 = 29.4; 1 - 0.21 ln 5 = 0.662018.
            ("WFLVR", 19.463_330),
            // 5.5 - 0.2 - 0.2 - 0.6 - 2.1 + 4.5 + 2.6 + 2.0 + 0.0 - 2.1 = 9.4; 1 - 0.21 ln 10 = 0.516457.
            ("MSGNHYCAQK", 4.854_697),
        ])
    func hydrophobicity(sequence: String, minutes: Double) {
        #expect(isNear(RetentionModel.hydrophobicity(of: Array(sequence.utf8)), minutes, 1e-5))
    }

    @Test("a peptide of median hydrophobicity leaves in the middle of the run, and a more hydrophobic one later")
    func order() {
        let model = Self.model()
        #expect(isNear(model.apexSeconds(hydrophobicity: 14.6, sequenceHash: 1), 500, 1e-9))
        let times = (-10...40).map { model.apexSeconds(hydrophobicity: Double($0), sequenceHash: 1) }
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        // 4.4 minutes further the logistic curve is at 1 / (1 + 1/e).
        #expect(isNear(model.apexSeconds(hydrophobicity: 19, sequenceHash: 1), 30 + 940 * 0.731_059, 1e-3))
    }

    @Test("nothing leaves before or after the run, however irregular")
    func within() {
        let model = Self.model(irregularity: 0.5)
        for hash in 0..<2_000 as Range<UInt64> {
            for hydrophobicity in [-100.0, 0, 14.6, 30, 200] {
                let time = model.apexSeconds(hydrophobicity: hydrophobicity, sequenceHash: hash)
                #expect((30...970).contains(time))
            }
        }
    }

    @Test("the irregularity has the deviation asked for, as a share of the run")
    func irregularity() {
        let model = Self.model(irregularity: 0.02)
        let times = Numbers((0..<20_000).map { model.apexSeconds(hydrophobicity: 14.6, sequenceHash: $0) })
        #expect(isNear(times.mean, 500, 0.7))
        #expect(isNear(times.deviation, 0.02 * 940, 0.5))
    }

    @Test("all forms of a peptide share its irregularity, so that an oxidised one leaves before the unmodified")
    func oxidised() throws {
        let oxidation = try #require(ModificationTable.definition(named: "Oxidation"))
        let model = Self.model(irregularity: 0.02)
        #expect(RetentionModel.shift(of: oxidation) == -2.5)
        for hash in 0..<1_000 as Range<UInt64> {
            let plain = model.apexSeconds(hydrophobicity: 12, sequenceHash: hash)
            let oxidised = model.apexSeconds(
                hydrophobicity: 12 + RetentionModel.shift(of: oxidation), sequenceHash: hash)
            #expect(oxidised < plain)
        }
    }

    @Test("blocked amines leave later, alkylated cysteine where cysteine does")
    func otherModifications() throws {
        let shifts = [("Acetyl", 2.0), ("TMT6plex", 3), ("TMTpro", 3), ("Phospho", -1), ("Carbamidomethyl", 0)]
        for (name, shift) in shifts {
            let definition = try #require(ModificationTable.definition(named: name))
            #expect(RetentionModel.shift(of: definition) == shift)
        }
    }
}
