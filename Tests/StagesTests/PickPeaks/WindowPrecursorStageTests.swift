import PeakPicking
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("pick-peaks: precursors without m/z")
struct WindowPrecursorStageTests {
    /// A run whose even fragment spectra state the window that was isolated and no ion.
    private func run() -> SyntheticRun {
        var run = SyntheticRun(proteins: SyntheticProtein.make(count: 40, seed: 5), seed: 11)
        for truth in run.truth where truth.spectrumIndex.isMultiple(of: 2) {
            let stated = run.spectra[truth.spectrumIndex].precursors[0]
            guard let mz = stated.mz else { continue }
            run.spectra[truth.spectrumIndex].precursors = [
                Precursor(
                    isolationWindow: IsolationWindow(targetMZ: mz, lowerOffset: 0.8, upperOffset: 0.8),
                    sourceSpectrumID: stated.sourceSpectrumID)
            ]
        }
        return run
    }

    @Test("are found in survey spectra where the window shows an ion; else the spectrum is set aside and counted")
    func found() async throws {
        let run = run()
        let (ports, said) = try await StageBench(spectra: run.spectra).run("pick-peaks")
        let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
        let used = Dictionary(uniqueKeysWithValues: store.entries.map { ($0.spectrumIndex, $0.precursors[0]) })
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        let windows = run.truth.filter { $0.spectrumIndex.isMultiple(of: 2) }
        var (right, missed) = (0, 0)
        for truth in windows {
            let row = table[truth.spectrumIndex]
            #expect(row.precursorMZ == nil, "the file states none")
            guard let precursor = used[truth.spectrumIndex] else {
                #expect(row.setAside == .noPrecursor && row.refinement == nil)
                missed += 1
                continue
            }
            #expect(row.setAside == nil && row.refinement == PrecursorRefinement(of: precursor))
            let expected = truth.peptide.mz(charge: truth.charge)
            if abs((precursor.mz ?? 0) / expected - 1) < 15e-6, precursor.charge == truth.charge { right += 1 }
        }
        #expect(windows.count > 50 && right * 100 >= windows.count * 90, "\(right) of \(windows.count)")
        #expect(said.counts["precursors found in isolation windows"] == windows.count - missed)
        #expect(said.setAside["no precursor m/z", default: 0] == missed)
        #expect(store.entries.count == run.truth.count - missed)
    }

    @Test("are set aside where precursors stay as stated, and where the window is wide")
    func asStated() async throws {
        var run = run()
        let windows = run.truth.count { $0.spectrumIndex.isMultiple(of: 2) }
        let stated = try await StageBench(spectra: run.spectra).run("pick-peaks", ["precursors": "as-stated"])
        #expect(stated.said.setAside["no precursor m/z"] == windows)
        for index in run.spectra.indices where run.spectra[index].precursors.first?.mz == nil {
            guard run.spectra[index].msLevel == 2 else { continue }
            run.spectra[index].precursors[0].isolationWindow?.lowerOffset = 20
        }
        let wide = try await StageBench(spectra: run.spectra).run("pick-peaks")
        #expect(wide.said.setAside["no precursor m/z"] == windows)
    }
}
