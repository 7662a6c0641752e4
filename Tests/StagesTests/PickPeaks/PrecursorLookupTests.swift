import PeakPicking
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: precursors from survey spectra")
struct PrecursorLookupTests {
    private func run(_ share: Double) -> SyntheticRun {
        var settings = SyntheticRunSettings()
        settings.isotopeErrorShare = share
        return SyntheticRun(proteins: SyntheticProtein.make(count: 40, seed: 5), settings: settings, seed: 11)
    }

    private func precursors(_ ports: PortValues) throws -> [Int: Precursor] {
        let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
        return Dictionary(uniqueKeysWithValues: store.entries.map { ($0.spectrumIndex, $0.precursors[0]) })
    }

    @Test("finds the monoisotopic peak of at least 95 % of the precursors where 30 % are stated too high")
    func isotopes() async throws {
        let run = run(0.3)
        let (ports, said) = try await StageBench(spectra: run.spectra).run("pick-peaks")
        let found = try precursors(ports)
        var (stated, refined) = (0, 0)
        for truth in run.truth {
            let mono = truth.peptide.mz(charge: truth.charge)
            let file = try #require(run.spectra[truth.spectrumIndex].precursors[0].mz)
            let used = try #require(found[truth.spectrumIndex]?.mz)
            if abs(file / mono - 1) < 15e-6 { stated += 1 }
            if abs(used / mono - 1) < 15e-6 { refined += 1 }
        }
        #expect(Double(stated) < 0.8 * Double(run.truth.count))
        #expect(Double(refined) >= 0.95 * Double(run.truth.count))
        #expect((said.counts["precursor isotopes corrected"] ?? 0) > 30)
    }

    @Test("finds at least 95 % of the charges where none is stated, and no wrong one in more than 2 %")
    func charges() async throws {
        let run = run(0)
        var spectra = run.spectra
        for index in spectra.indices where spectra[index].msLevel == 2 { spectra[index].precursors[0].charge = nil }
        let (ports, _) = try await StageBench(spectra: spectra).run("pick-peaks")
        let found = try precursors(ports)
        let right = run.truth.count { found[$0.spectrumIndex]?.charge == $0.charge }
        let wrong = run.truth.count { (found[$0.spectrumIndex]?.charge ?? $0.charge) != $0.charge }
        #expect(Double(right) >= 0.95 * Double(run.truth.count))
        #expect(Double(wrong) <= 0.02 * Double(run.truth.count))
    }

    @Test("keeps what the file states where that is asked for")
    func asStated() async throws {
        let run = run(0.3)
        let (ports, said) = try await StageBench(spectra: run.spectra).run("pick-peaks", ["precursors": "as-stated"])
        for (index, precursor) in try precursors(ports) {
            #expect(precursor.mz == run.spectra[index].precursors[0].mz && precursor.measuredMZ == nil)
        }
        #expect(!said.counts.keys.contains { $0.contains("precursor") })
    }

    @Test("the account keeps the stated precursor beside the refined one")
    func account() async throws {
        let run = run(0.3)
        let (ports, said) = try await StageBench(spectra: run.spectra).run("pick-peaks")
        let found = try precursors(ports)
        let summaries = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        for summary in summaries where summary.msLevel == 2 {
            #expect(summary.precursorMZ == run.spectra[summary.index].precursors[0].mz)
            let precursor = try #require(found[summary.index])
            #expect(summary.refinement == PrecursorRefinement(of: precursor))
            #expect(precursor.measuredMZ == nil || precursor.measuredMZ == summary.precursorMZ)
        }
        let examined = PrecursorFinding.allCases.reduce(0) { $0 + (said.counts[$1.rawValue] ?? 0) }
        #expect(examined == run.truth.count)
    }

    @Test("gives the same precursors for any number of jobs", arguments: [2, 5])
    func jobs(_ jobs: Int) async throws {
        let bench = try StageBench(spectra: run(0.3).spectra)
        let one = try await bench.run("pick-peaks")
        let several = try await bench.run("pick-peaks", jobs: jobs)
        #expect(try precursors(one.ports) == precursors(several.ports))
        #expect(one.said == several.said)
    }

    @Test("fragment spectra keep their isotopes by default, and are marked where these are collapsed")
    func fragmentIsotopes() async throws {
        let bench = try StageBench(spectra: run(0).spectra)
        for choice in ["keep", "collapse"] {
            let (ports, _) = try await bench.run("pick-peaks", ["fragment-isotopes": .text(choice)])
            let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
            #expect(store.entries.allSatisfy { $0.isChargeDeconvoluted == (choice == "collapse") })
        }
    }
}
