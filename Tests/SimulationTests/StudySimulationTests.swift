import ProteinDatabase
import Simulation
import SpectrumIO
import TestSupport
import Testing

@Suite struct StudySimulationTests {
    @Test("a run is long enough for ten fragment spectra a second, but at least five minutes, or as long as asked")
    func gradient() throws {
        let proteins = RandomProteins.make(5, length: 300)
        func seconds(_ fragmentSpectra: Int, minutes: Double? = nil) throws -> Double {
            try Scenes.study(of: proteins) {
                $0.acquisition.fragmentSpectra = fragmentSpectra
                $0.chromatography.gradientMinutes = minutes
            }.gradientSeconds
        }
        #expect(try seconds(10_000) == 1_000)
        #expect(try seconds(100) == 300)
        #expect(try seconds(10_000, minutes: 2) == 120)
    }

    @Test("proteins without a peptide that can be seen are an error that says so")
    func nothing() throws {
        let error = #expect(throws: SimulationError.self) {
            _ = try Scenes.study(of: [Protein("P1", "MAK"), Protein("P2", "XXXXXXXXXX")]) { $0.sample.absentShare = 0 }
        }
        #expect(error == .nothingToMeasure(proteins: 2))
        #expect(try #require(error).description.contains("None of the 2 proteins"))
        #expect(throws: SimulationError.self) {
            _ = try Scenes.study(of: RandomProteins.make(5, length: 300)) { $0.sample.absentShare = 1 }
        }
    }

    @Test("foreign peptides are about their share of the spectra")
    func foreignShare() throws {
        let study = try Scenes.study(of: RandomProteins.make(200, length: 300)) {
            $0.sample.foreignShare = 0.4
            $0.sample.dynamicRangeDecades = 0.5
            $0.acquisition.fragmentSpectra = 2_000
        }
        let scene = study.scene(ofRun: 0, format: RunFormat())
        let origins = scene.plan.cycles.flatMap(\.events).compactMap { event -> Bool? in
            guard case .ion(let index) = event.trigger else { return nil }
            return scene.catalogue.analytes[Int(scene.ions.ions[index].analyte)].isForeign
        }
        #expect(origins.count > 1_800)
        #expect(isNear(Double(origins.count { $0 }) / Double(origins.count), 0.4, 0.1))
    }

    @Test("equal settings give equal runs; another seed gives others")
    func reproducible() throws {
        func plan(seed: UInt64) throws -> AcquisitionPlan {
            try Scenes.study(of: RandomProteins.make(20, length: 300)) { $0.seed = seed }
                .scene(ofRun: 0, format: RunFormat()).plan
        }
        #expect(try plan(seed: 1).cycles == plan(seed: 1).cycles)
        #expect(try plan(seed: 1).cycles != plan(seed: 2).cycles)
    }

    @Test("given amounts take the place of drawn ones, in every group")
    func abundances() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(
            "protein\tabundance\tlog2_fold_change.b\nP2\t10\t1\nP4\t3\t\n", to: "amounts.tsv")
        let proteins = RandomProteins.make(5, length: 300)
        var settings = SimulationSettings()
        settings.sample.biologicalDeviationLog2 = 0
        let study = try StudySimulation(
            proteins: proteins,
            design: StudyDesign(groups: ["a", "b"].map { StudyDesign.Group(name: $0, samples: 1) }),
            settings: settings,
            abundances: AbundanceTable(path: path, groups: ["a", "b"], proteins: proteins))
        #expect(study.amounts.groupAmounts.map { Array($0[..<5]) } == [[0, 10, 0, 3, 0], [0, 20, 0, 3, 0]])
        // Two proteins are there: a fifth of all would be half a foreign one, which is rounded to one.
        #expect(study.amounts.groupAmounts[0].count == 6)
        let present = Set(study.catalogue.analytes.flatMap { $0.sources.map(\.protein) })
        #expect(present.isSubset(of: [1, 3, 5]) && present.isSuperset(of: [1, 3]))
    }
}
