import Foundation
import Foundations
import PeakPicking
import SpectrumModel
import TestSupport
import Testing

@Suite("Stores of survey peaks")
struct SurveyPeakStoreTests {
    private let folder: TemporaryDirectory
    private let groupBytes = SurveyPeakStore.rowsPerGroup * 16

    init() throws { folder = try TemporaryDirectory() }

    /// A survey spectrum of so many peaks.
    private func scan(_ index: Int, peaks: Int) throws -> SurveyScan {
        var generator = SplitMix64(seed: UInt64(index))
        let mz = (0..<peaks).map { 100 + Double($0) + generator.unit() }
        let spectrum = Spectrum(
            index: index, nativeID: "scan=\(index)", msLevel: 1, signal: .centroid, mz: mz,
            intensities: mz.map { _ in generator.uniform(1...1e9) })
        return try #require(SurveyScan(spectrum))
    }

    private func store(_ scans: [SurveyScan], budget: MemoryBudget) throws -> SurveyPeakStore {
        let builder = try SurveyPeakStoreBuilder(run: "QC", budget: budget, scratchFolder: folder.path("."))
        for scan in scans { try builder.append(scan) }
        return try builder.finish()
    }

    private func groups(_ store: SurveyPeakStore) throws -> [SurveyPeakStore.RowGroup] {
        try (0..<store.rowGroupCount).map(store.rowGroup)
    }

    /// Spectra 0, 2, 5 and 6, whose 700,003 peaks fill two row groups and part of a third; two lie across a border.
    private func scans() throws -> [SurveyScan] {
        try [(0, 200_001), (2, 299_999), (5, 3), (6, 200_000)].map { try scan($0.0, peaks: $0.1) }
    }

    @Test("peaks come back bit for bit in file order, from row groups that are full to the last peak")
    func order() throws {
        let scans = try scans()
        let groups = try groups(try store(scans, budget: MemoryBudget(bytes: groupBytes)))
        #expect(groups.map(\.mz.count) == [262_144, 262_144, 175_715])
        #expect(groups.flatMap(\.mz) == scans.flatMap(\.mz))
        #expect(groups.flatMap(\.intensities) == scans.flatMap { $0.intensities.map { Float($0) } })
        #expect(
            groups.flatMap(\.spectrumIndices) == scans.flatMap { Array(repeating: Int32($0.index), count: $0.mz.count) }
        )
    }

    @Test("an artefact gives back the same peaks and the name of the run, and is written again with the same bytes")
    func artefact() throws {
        let original = try store(try scans(), budget: MemoryBudget(bytes: groupBytes))
        try original.write(to: folder.path("first.npz"))
        let read = try SurveyPeakStore(artefact: folder.path("first.npz"))
        #expect(read.run == "QC" && read.peakCount == 700_003)
        #expect(try groups(read) == groups(original))
        try read.write(to: folder.path("second.npz"))
        let bytes = try Data(contentsOf: folder.url.appending(path: "first.npz"))
        #expect(try Data(contentsOf: folder.url.appending(path: "second.npz")) == bytes)
    }

    @Test("the schema says what each column is and its unit")
    func schema() throws {
        try store([], budget: MemoryBudget(bytes: groupBytes)).write(to: folder.path("peaks.npz"))
        let schema = try ArtefactReader(path: folder.path("peaks.npz"), kind: "ms1-peaks").schema
        #expect(schema.metadata == ["run": "QC"])
        let columns = try #require(schema.tables.first { $0.name == "peaks" }).columns
        #expect(columns.map(\.name) == ["spectrum", "mz", "intensity"])
        #expect(columns.map(\.type) == [.int32, .float64, .float32])
        #expect(columns.map(\.unit) == ["", "Th", "counts"])
    }

    @Test("a run without survey peaks gives an empty artefact")
    func empty() throws {
        let none = try store([], budget: MemoryBudget(bytes: groupBytes))
        try none.write(to: folder.path("peaks.npz"))
        let read = try SurveyPeakStore(artefact: folder.path("peaks.npz"))
        #expect(none.rowGroupCount == 0 && read.peakCount == 0 && read.rowGroupCount == 0)
    }

    @Test("one row group is all the memory it takes, however many peaks there are")
    func memory() throws {
        let budget = MemoryBudget(bytes: groupBytes)
        var kept: SurveyPeakStore? = try store(try scans(), budget: budget)
        #expect(budget.peak == groupBytes && kept?.peakCount == 700_003)
        kept = nil
        #expect(budget.used == 0)
        #expect(throws: MemoryError.self) { try store([], budget: MemoryBudget(bytes: groupBytes - 1)) }
    }

    @Test("an artefact with a byte changed is refused")
    func damage() throws {
        try store([try scan(1, peaks: 1000)], budget: MemoryBudget(bytes: groupBytes)).write(
            to: folder.path("peaks.npz"))
        var bytes = try Data(contentsOf: folder.url.appending(path: "peaks.npz"))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: folder.url.appending(path: "peaks.npz"))
        #expect(throws: ArtefactError.self) { try SurveyPeakStore(artefact: folder.path("peaks.npz")) }
    }
}
