import Chemistry
import ProteinDatabase
import Simulation
import Testing

@Suite struct IonTableTests {
    private static let profile = ElutionProfile(halfHeightWidthSeconds: 15)

    /// The runs of a study of four samples, each alone or all in one tagged run, on one catalogue.
    private struct Study {
        var settings = SimulationSettings()
        let amounts: ProteinAmounts
        let catalogue: PeptideCatalogue
        let gradientSeconds = 1_000.0

        init(technicalDeviationLog2: Double = 0) {
            settings.sample.technicalDeviationLog2 = technicalDeviationLog2
            settings.sample.biologicalDeviationLog2 = 0.5
            let proteins = RandomProteins.make(30, length: 300)
            let known = ProteinAmounts.drawn(
                proteins: proteins.count, design: Self.design(), settings: settings.sample, seed: 1)
            let all = SampleProteins(database: proteins, amounts: known, design: Self.design(), settings: settings)
            amounts = all.amounts
            catalogue = PeptideCatalogue(
                all,
                retention: RetentionModel(
                    settings: settings.chromatography, seed: 1, gradientSeconds: gradientSeconds),
                profile: profile, settings: settings, modifications: settings.sample.modifications)
        }

        static func design(tags: IsobaricTags? = nil) -> StudyDesign {
            StudyDesign(groups: [StudyDesign.Group(name: "a", samples: 4)], tags: tags)
        }

        func ions(of run: StudyDesign.Run, runIndex: Int = 0) -> IonTable {
            IonTable(
                of: catalogue, amounts: amounts, run: run, runIndex: runIndex, profile: profile, settings: settings,
                gradientSeconds: gradientSeconds)
        }
    }

    /// What an ion is, whatever the run.
    private struct Name: Hashable {
        var analyte: Int32
        var form: Int16
        var charge: Int16

        init(_ ion: Ion) { (analyte, form, charge) = (ion.analyte, ion.form, ion.charge) }
    }

    private static func byName(_ table: IonTable) -> [Name: Ion] {
        Dictionary(uniqueKeysWithValues: table.ions.map { (Name($0), $0) })
    }

    @Test("ions are in order of their apex, then of analyte, form and charge")
    func order() {
        let ions = [
            Ion(2, charge: 3, apexSeconds: 5), Ion(2, charge: 2, apexSeconds: 5), Ion(1, apexSeconds: 5),
            Ion(9, apexSeconds: 1), Ion(0, apexSeconds: 7),
        ]
        let table = IonTable(ions, profile: Self.profile)
        #expect(table.ions.map(\.analyte) == [9, 1, 2, 2, 0])
        #expect(table.ions.map(\.charge) == [2, 2, 2, 3, 2])
    }

    @Test("the candidates of a time are those that a look at every ion finds")
    func candidates() {
        let table = IonTable.random(3_000, gradientSeconds: 1_000)
        for time in stride(from: -30.0, through: 1_030, by: 7.3) {
            let found = Array(table.candidates(atSeconds: time))
            let present = table.ions.indices.filter { table.ionsPerSecond($0, atSeconds: time) > 0 }
            #expect(found == present)
        }
        #expect(table.candidates(atSeconds: 500).count > 50)
        #expect(IonTable([], profile: Self.profile).candidates(atSeconds: 3).isEmpty)
    }

    @Test("the current of an ion follows its peak")
    func current() {
        let table = IonTable([Ion(0, apexSeconds: 100, apexIonsPerSecond: 8e5)], profile: Self.profile)
        #expect(table.ionsPerSecond(0, atSeconds: 100) == 8e5)
        // 6.25 of the 15 seconds at half height are before the apex, 8.75 behind it.
        #expect(isNear(table.ionsPerSecond(0, atSeconds: 100 - 6.25), 4e5, 1))
        #expect(isNear(table.ionsPerSecond(0, atSeconds: 100 + 8.75), 4e5, 1))
    }

    @Test("every ion has the m/z of its form and charge, lies in the recorded range and within the run")
    func ions() {
        let study = Study(technicalDeviationLog2: 0.15)
        let table = study.ions(of: Study.design().runs[0])
        #expect(table.ions.count > 300)
        for ion in table.ions {
            let form = study.catalogue.analytes[Int(ion.analyte)].forms[Int(ion.form)]
            let expected = form.massDaltons / Double(ion.charge) + 1.007_276_466_6
            #expect(isNear(ion.mz, expected, 1e-8))
            #expect(isNear(ion.massDaltons, form.massDaltons, 1e-7))
            #expect(IonTable.mzRange.contains(ion.mz))
            #expect((0...1_000).contains(ion.apexSeconds))
        }
    }

    @Test("the currents of the charges and forms of a peptide are its amount, spread over its peak")
    func amounts() throws {
        let study = Study()
        let table = study.ions(of: Study.design().runs[2])
        for ion in table.ions {
            let analyte = study.catalogue.analytes[Int(ion.analyte)]
            let amount = analyte.sources.reduce(0) { $0 + study.amounts.sampleAmounts[2][$1.protein] * $1.yield }
            let share = ChargeStates.shares(of: analyte.sequence)[Int(ion.charge) - 1]
            let ions = amount * analyte.response * study.catalogue.ionsPerAmount
            let expected = ions * analyte.forms[Int(ion.form)].share * share / Self.profile.areaSeconds
            #expect(isNear(ion.apexIonsPerSecond / expected, 1, 1e-9))
        }
    }

    @Test("a tagged run holds the mean of its samples")
    func taggedMean() throws {
        let study = Study()
        let tags = try #require(IsobaricTags.named("TMT6plex"))
        let tagged = Self.byName(study.ions(of: Study.design(tags: tags).runs[0]))
        let single = Study.design().runs.map { Self.byName(study.ions(of: $0)) }
        var compared = 0
        for (name, ion) in tagged {
            let alone = single.compactMap { $0[name]?.apexIonsPerSecond }
            guard alone.count == 4 else { continue }
            #expect(isNear(ion.apexIonsPerSecond / (alone.reduce(0, +) / 4), 1, 1e-9))
            compared += 1
        }
        #expect(compared > 300)
    }

    @Test("runs of one sample differ by loading, by the deviation asked for, and by a small shift of their times")
    func technicalVariance() {
        let study = Study(technicalDeviationLog2: 0.2)
        let run = Study.design().runs[0]
        let (one, other) = (Self.byName(study.ions(of: run)), Self.byName(study.ions(of: run, runIndex: 1)))
        let strong = one.keys.filter { other[$0] != nil && (one[$0]?.apexIonsPerSecond ?? 0) > 1e4 }
        let ratios = Numbers(
            strong.compactMap { name in
                guard let left = one[name], let right = other[name] else { return nil }
                return (left.apexIonsPerSecond / right.apexIonsPerSecond).logarithm2
            })
        #expect(ratios.values.count > 300)
        // Each run adds its own deviation; the loading of both moves the mean only.
        #expect(isNear(ratios.deviation, 0.2 * 2.0.squareRoot(), 0.06))
        #expect(abs(ratios.mean) < 5 * 0.2 * 2.0.squareRoot())
        let shifts = Numbers(strong.map { (one[$0]?.apexSeconds ?? 0) - (other[$0]?.apexSeconds ?? 0) })
        #expect(shifts.mean != 0 && abs(shifts.mean) < 50)
        #expect(shifts.deviation < 15)
    }

    @Test("without technical variance the runs of one sample have equal currents")
    func noVariance() {
        let study = Study()
        let run = Study.design().runs[0]
        let (one, other) = (Self.byName(study.ions(of: run)), Self.byName(study.ions(of: run, runIndex: 1)))
        #expect(one.mapValues(\.apexIonsPerSecond) == other.mapValues(\.apexIonsPerSecond))
    }
}
