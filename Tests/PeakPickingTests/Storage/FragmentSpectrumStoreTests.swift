import Foundations
import PeakPicking
import SpectrumModel
import TestSupport
import Testing

@Suite("Stores of fragment spectra")
struct FragmentSpectrumStoreTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func store(_ spectra: [Spectrum], bytes: Int) throws -> FragmentSpectrumStore {
        let budget = MemoryBudget(bytes: bytes)
        let builder = try FragmentSpectrumStoreBuilder(budget: budget, scratchFolder: folder.path("."))
        for spectrum in spectra { try builder.append(spectrum) }
        #expect(budget.peak <= bytes)
        return builder.finish()
    }

    private func spectrum(_ index: Int, _ precursor: Precursor, peaks: Int = 0) -> Spectrum {
        var generator = SplitMix64(seed: UInt64(index))
        let mz = (0..<peaks).map { Double($0) + generator.unit() }
        return Spectrum(
            index: index, nativeID: "scan=\(index)", msLevel: 2, precursors: [precursor], mz: mz,
            intensities: mz.map { _ in generator.uniform(0...1e9) })
    }

    @Test("spectra come by m/z times charge, equal ones in file order, charge 2 where none is known")
    func order() throws {
        let spectra = [
            spectrum(0, Precursor(mz: 500, charge: 3)), spectrum(1, Precursor(mz: 500)),
            spectrum(2, Precursor(mz: 900, charge: 1)),
            spectrum(3, Precursor(mz: 250, charge: 4)), spectrum(4, Precursor(mz: 400, possibleCharges: [3, 2])),
        ]
        #expect(try store(spectra, bytes: 20_000_000).entries.map(\.spectrumIndex) == [2, 1, 3, 4, 0])
        #expect(try store(spectra.reversed(), bytes: 20_000_000).entries.map(\.spectrumIndex) == [2, 1, 3, 4, 0])
    }

    @Test("what is known of a spectrum without its peaks is kept")
    func entries() throws {
        let precursor = Precursor(
            mz: 432.1, charge: 2, intensity: 5,
            isolationWindow: IsolationWindow(targetMZ: 432, lowerOffset: 1, upperOffset: 1))
        let entry = try #require(try store([spectrum(7, precursor, peaks: 3)], bytes: 20_000_000).entries.first)
        #expect(entry.spectrumIndex == 7)
        #expect(entry.precursors == [precursor])
        #expect(entry.peakCount == 3)
    }

    /// The least a store takes is memory for a million peaks of 12 bytes, so that 3.3 million have to be spilled.
    @Test("spilled and kept peaks come back bit for bit", arguments: [12_000_000, 30_000_000, 100_000_000])
    func spill(_ bytes: Int) throws {
        let counts = [0, 1, 999_000, 2, 5, 998_000, 0, 700_000, 3, 600_000, 0, 1]
        let spectra = counts.enumerated().map { spectrum($0, Precursor(mz: Double(900 - $0), charge: 2), peaks: $1) }
        let store = try store(spectra, bytes: bytes)
        var buffer = PeakBuffer()
        for entry in store.entries {
            try store.read(entry, into: &buffer)
            let original = spectra[entry.spectrumIndex]
            #expect(buffer.mz == original.mz)
            #expect(buffer.intensities == original.intensities.map { Float($0) })
        }
        #expect(store.entries.map(\.spectrumIndex) == Array((0..<12).reversed()))
    }

    @Test("a spectrum larger than the budget does not stay in memory, and comes back bit for bit")
    func huge() throws {
        let counts = [10, 1_500_000, 5]
        let spectra = counts.enumerated().map { spectrum($0, Precursor(mz: 500, charge: 2), peaks: $1) }
        let builder = try FragmentSpectrumStoreBuilder(
            budget: MemoryBudget(bytes: 13_000_000), scratchFolder: folder.path("."))
        try builder.append(spectra[0])
        #expect(builder.gatheredPeaks == 10)
        try builder.append(spectra[1])
        #expect(builder.gatheredPeaks == 0)
        try builder.append(spectra[2])
        let store = builder.finish()
        var buffer = PeakBuffer()
        for (entry, original) in zip(store.entries, spectra) {
            try store.read(entry, into: &buffer)
            #expect(buffer.mz == original.mz && buffer.intensities == original.intensities.map { Float($0) })
        }
    }

    @Test("a budget that cannot take the least is refused, and its memory comes back with the store")
    func memory() throws {
        #expect(throws: MemoryError.self) {
            _ = try FragmentSpectrumStoreBuilder(budget: MemoryBudget(bytes: 1000), scratchFolder: folder.path("."))
        }
        let budget = MemoryBudget(bytes: 15_000_000)
        var store: FragmentSpectrumStore? = try FragmentSpectrumStoreBuilder(
            budget: budget, scratchFolder: folder.path(".")
        ).finish()
        #expect(budget.used > 0)
        #expect(store?.entries.isEmpty == true)
        store = nil
        #expect(budget.used == 0)
    }

    @Test("a scratch folder that is not there is an error when it is needed")
    func noScratch() throws {
        let builder = try FragmentSpectrumStoreBuilder(
            budget: MemoryBudget(bytes: 12_000_000), scratchFolder: folder.path("absent"))
        try builder.append(spectrum(0, Precursor(mz: 500), peaks: 900_000))
        #expect(throws: FileError.self) { try builder.append(spectrum(1, Precursor(mz: 500), peaks: 200_000)) }
    }
}
