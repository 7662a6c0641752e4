import PeakPicking
import SpectrumModel
import TestSupport
import Testing
import Workflow

/// Signal that is odd but not damaged, from the file to what the stage hands on.
@Suite("pick-peaks: odd signal")
struct BadSignalTests {
    /// Samples, and the peaks that are made of them.
    struct Signal: Sendable, CustomTestStringConvertible {
        var name: String
        var mz: [Double]
        var intensities: [Double]
        var peaks: [(mz: Double, intensity: Double)]
        var testDescription: String { name }

        /// Samples a hundredth of a Th apart.
        init(_ name: String, _ intensities: [Double], peaks: [(Double, Double)]) {
            self.init(name, mz: intensities.indices.map { 500 + Double($0) * 0.01 }, intensities, peaks: peaks)
        }

        init(_ name: String, mz: [Double], _ intensities: [Double], peaks: [(Double, Double)]) {
            (self.name, self.mz, self.intensities) = (name, mz, intensities)
            self.peaks = peaks.map { (mz: $0.0, intensity: $0.1) }
        }
    }

    static let profiles = [
        Signal("empty", [], peaks: []),
        Signal("nothing but zeros", [0, 0, 0, 0, 0], peaks: []),
        Signal("one sample", [7], peaks: [(500, 7)]),
        Signal("one sample between zeros", [0, 0, 7, 0, 0], peaks: [(500.02, 7)]),
        Signal("a saturated top", [0, 10, 80, 100, 100, 100, 80, 10, 0], peaks: [(500.04, 100)]),
        Signal("filled with zeros", [0, 0, 6, 12, 6, 0, 0], peaks: [(500.03, 12)]),
        Signal("stripped of zeros", mz: [500.02, 500.03, 500.04], [6, 12, 6], peaks: [(500.03, 12)]),
        Signal("out of order", mz: [500.03, 500.01, 500.04, 500.02], [12, 0, 6, 6], peaks: [(500.03, 12)]),
        Signal("negative", [0, -3, 6, 12, 6, -9, 0], peaks: [(500.03, 12)]),
        Signal("all negative", [-3, -6, -3], peaks: []),
        Signal(
            "a gap", mz: [500, 500.01, 500.02, 500.5, 500.51, 500.52], [6, 12, 12, 12, 12, 6],
            peaks: [(500.015, 12), (500.505, 12)]),
    ]

    /// What passes untouched as fragments is what the file holds; of survey peaks only those with an intensity count.
    static let centroids = [
        Signal("empty", [], peaks: []),
        Signal("one peak", [7], peaks: [(500, 7)]),
        Signal("zeros between peaks", [0, 7, 0], peaks: [(500.01, 7)]),
        Signal("out of order", mz: [501, 500, 502], [1, 2, 3], peaks: [(500, 2), (501, 1), (502, 3)]),
        Signal("negative", [-5, 7, -1], peaks: [(500.01, 7)]),
        Signal("equal m/z", mz: [500, 500], [1, 2], peaks: [(500, 1), (500, 2)]),
    ]

    /// A run of the signal as survey and as fragment spectrum, and an ordinary fragment spectrum.
    private func run(_ signal: Signal, _ mode: SignalMode) async throws -> (ports: PortValues, said: TaskEntries) {
        var spectra = [1, 2, 2].enumerated().map { index, level in
            Spectrum(
                index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: level,
                retentionTimeSeconds: Double(index), signal: mode,
                precursors: level == 2 ? [Precursor(mz: 500.01, charge: 2)] : [], mz: signal.mz,
                intensities: signal.intensities)
        }
        spectra[2].replacePeaks(mz: [100, 200], intensities: [1, 1])
        spectra[2].signal = .centroid
        return try await StageBench(spectra: spectra).run("pick-peaks", wanted: [.ms1Peaks])
    }

    /// Survey peaks of the run.
    private func surveyPeaks(_ ports: PortValues) throws -> (mz: [Double], intensities: [Double]) {
        let store = try ports.require(.ms1Peaks, as: SurveyPeakStore.self)
        let groups = try (0..<store.rowGroupCount).map(store.rowGroup)
        return (groups.flatMap(\.mz), groups.flatMap { $0.intensities.map { Double($0) } })
    }

    /// Peaks of the second spectrum of the run, or nil where it was set aside.
    private func fragmentPeaks(_ ports: PortValues) throws -> (mz: [Double], intensities: [Double])? {
        let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
        guard let entry = store.entries.first(where: { $0.spectrumIndex == 1 }) else { return nil }
        var buffer = PeakBuffer()
        try store.read(entry, into: &buffer)
        return (buffer.mz, buffer.intensities.map { Double($0) })
    }

    private func expect(_ found: (mz: [Double], intensities: [Double]), _ signal: Signal) throws {
        try #require(found.mz.count == signal.peaks.count, "\(found)")
        for (peak, expected) in signal.peaks.enumerated() {
            #expect(abs(found.mz[peak] - expected.mz) < 1e-9)
            #expect(abs(found.intensities[peak] - expected.intensity) <= 1e-6 * expected.intensity)
        }
    }

    @Test("profile signal gives the same peaks at both levels, or none and the reason", arguments: profiles)
    func profile(_ signal: Signal) async throws {
        let (ports, _) = try await run(signal, .profile)
        try expect(try surveyPeaks(ports), signal)
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(table[1].setAside == (signal.peaks.isEmpty ? .empty : nil))
        try expect(try fragmentPeaks(ports) ?? ([], []), signal)
    }

    @Test("centroids stay what they are; survey peaks are in order and have an intensity", arguments: centroids)
    func centroid(_ signal: Signal) async throws {
        let (ports, _) = try await run(signal, .centroid)
        try expect(try surveyPeaks(ports), signal)
        let fragments = try fragmentPeaks(ports)
        #expect(fragments?.intensities.count ?? 0 == signal.mz.count)
        #expect(fragments?.intensities.allSatisfy { $0.isFinite } ?? signal.mz.isEmpty)
        #expect(fragments.map { Set($0.mz) } ?? [] == Set(signal.mz))
    }

    /// MGF, as text can say numbers that are beyond single precision.
    @Test("intensities however large leave no number that is not finite", arguments: ["keep", "collapse"])
    func large(_ isotopes: String) async throws {
        let bench = try StageBench(spectra: [])
        let peaks = ["500 1e300", "500.50167 1.7e308", "501.00335 1.7e308", "502 -1e300", "503 1.7e308"]
        let entry = ["BEGIN IONS", "PEPMASS=500.5", "CHARGE=2+"] + peaks + ["END IONS", ""]
        try bench.folder.write(entry.joined(separator: "\n"), to: "run.mzML")
        let (ports, _) = try await bench.run("pick-peaks", ["fragment-isotopes": .text(isotopes)])
        let store = try ports.require(PortName("ms2-peaks"), as: FragmentSpectrumStore.self)
        var buffer = PeakBuffer()
        try store.read(try #require(store.entries.first), into: &buffer)
        #expect(!buffer.mz.isEmpty && buffer.mz.allSatisfy { $0.isFinite })
        #expect(buffer.intensities.max() == .greatestFiniteMagnitude)
        #expect(buffer.intensities.allSatisfy { $0.isFinite })
        let table = try ports.require(.spectrumTable, as: [SpectrumSummary].self)
        #expect(table.count == 1 && table.allSatisfy { $0.totalIonCurrent.isFinite })
    }
}
