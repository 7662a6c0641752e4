import Foundations
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("spectrum-table")
struct SpectrumTableTests {
    private let bench: StageBench
    private let port: PortDefinition
    private let path: String

    init() throws {
        bench = try StageBench(spectra: [])
        port = try #require(bench.registry.port(.spectrumTable))
        path = bench.folder.path("table.npz")
    }

    private func row(
        _ index: Int, possibleCharges: [Int] = [], refinement: PrecursorRefinement? = nil
    ) -> SpectrumSummary {
        SpectrumSummary(
            index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: 2, retentionTimeSeconds: 1.5,
            peakCount: 9, totalIonCurrent: 12.25, precursorMZ: 500.25, precursorCharge: nil,
            possibleCharges: possibleCharges, refinement: refinement)
    }

    @Test("refined precursors come back with purity, charges left open and the ions isolated with them")
    func refined() throws {
        let ions = [
            CoIsolatedIon(mz: 500.123456789012, charge: 3, share: 0.2), CoIsolatedIon(mz: 501, charge: 1, share: 0.1),
        ]
        let rows = [
            row(0), row(1, possibleCharges: [2, 3]),
            row(2, refinement: PrecursorRefinement(mz: 499.75, charge: 4, purity: 0.7, coIsolated: ions)),
            row(3, refinement: PrecursorRefinement(mz: 499.5, charge: 2)),
            row(4, refinement: PrecursorRefinement(mz: 499.25, charge: 2, purity: 0.9, coIsolated: [ions[1]])),
        ]
        try port.write(rows, path)
        #expect(try port.read(path) as? [SpectrumSummary] == rows)
    }

    @Test("co-isolated ions are a table of numbers with units that names the rows of their spectra")
    func schema() throws {
        let ion = CoIsolatedIon(mz: 501.5, charge: 3, share: 0.25)
        try port.write([row(0), row(1, refinement: PrecursorRefinement(mz: 499, charge: 2, coIsolated: [ion]))], path)
        let reader = try ArtefactReader(path: path, kind: "spectrum-table")
        let group = try reader.rowGroup(0, of: "co_isolated_ions")
        #expect(try group.int("spectrum") == [1] && group.float64("mz") == [501.5])
        #expect(try group.int("charge") == [3] && group.float64("share") == [0.25])
        let units = try #require(reader.schema.tables.first { $0.name == "co_isolated_ions" }).columns.map(\.unit)
        #expect(units == ["", "Th", "", ""])
    }

    @Test("a run of co-isolated peptides comes back from its artefact as it was")
    func run() async throws {
        var run = SyntheticRun(proteins: SyntheticProtein.make(count: 40, seed: 5), seed: 11)
        for truth in run.truth {
            let mz = try #require(run.spectra[truth.spectrumIndex].precursors[0].mz)
            run.spectra[truth.spectrumIndex].precursors[0].isolationWindow = IsolationWindow(
                targetMZ: mz, lowerOffset: 1.5, upperOffset: 1.5)
        }
        let (ports, _) = try await StageBench(spectra: run.spectra).run("pick-peaks")
        let rows = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(rows.contains { $0.refinement?.purity != nil })
        #expect(rows.contains { $0.refinement?.coIsolated.isEmpty == false })
        try port.write(rows, path)
        #expect(try port.read(path) as? [SpectrumSummary] == rows)
    }
}
