import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Feeds damaged files to the readers: bytes changed, cut out, doubled, and files cut short.
///
/// Whatever comes, a reader ends with spectra that keep the rules or with an error, and never crashes. The same damage in
/// each run of the tests; `make fuzz` looks for damage that reaches new code.
@Suite("Readers fed with damaged files (fuzz)")
struct ReaderFuzzTests {
    private static let runs = 150

    @Test("give valid spectra or an error", arguments: WrittenSpectrumFormat.allCases)
    func survivesDamage(format: WrittenSpectrumFormat) async throws {
        let folder = try TemporaryDirectory()
        let original = try await Self.original(format, in: folder)
        var generator = SplitMix64(seed: 42)
        var refused = 0
        for run in 0..<Self.runs {
            let damaged = Self.damage(original, using: &generator)
            let path = try folder.write(damaged, to: "damaged.\(format.fileExtension)")
            do {
                let entries = try await SpectrumFile(path: path).readAll()
                for spectrum in entries.compactMap(\.spectrum) { Self.expectRules(of: spectrum, run: run) }
                try Self.expectSameSingly(entries, path: path, run: run)
            } catch is SpectrumReadError {
                refused += 1
            }
        }
        #expect(refused > 0, "damage that no reader notices is no test")
    }

    /// A small file in good order.
    private static func original(_ format: WrittenSpectrumFormat, in folder: TemporaryDirectory) async throws -> [UInt8]
    {
        let proteins = SyntheticProtein.make(count: 3, seed: 5)
        var settings = SyntheticRunSettings()
        settings.fragmentSpectra = 4
        let spectra = SyntheticRun(proteins: proteins, settings: settings, seed: 5).spectra
        let path = folder.path("original")
        let held = format == .mgf ? spectra.filter { $0.msLevel == 2 } : spectra
        let writer = try SpectrumFileWriter(
            path: path, format: format,
            description: SpectrumFileDescription(runID: "x", softwareVersion: "1", spectrumCount: held.count))
        for spectrum in held { try writer.write(spectrum) }
        try writer.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func damage(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
        var damaged = bytes
        for _ in 0..<(1 + Int(generator.next() % 4)) {
            guard damaged.count > 8 else { return damaged }
            let place = Int(generator.next() % UInt64(damaged.count))
            let length = min(damaged.count - place, 1 + Int(generator.next() % 40))
            switch generator.next() % 5 {
            case 0: damaged[place] = UInt8(truncatingIfNeeded: generator.next())
            case 1: damaged.removeSubrange(place..<place + length)
            case 2: damaged.insert(contentsOf: damaged[place..<place + length], at: place)
            case 3: damaged.removeLast(damaged.count - place)
            default: damaged[place] ^= 1 << UInt8(generator.next() % 8)
            }
        }
        return damaged
    }

    /// Of a file that reads to its end, single spectra are the same, whatever its index has become.
    private static func expectSameSingly(_ entries: [ReadSpectrum], path: String, run: Int) throws {
        let access = try SpectrumAccess(SpectrumFile(path: path))
        for entry in entries {
            #expect(try access.spectrum(at: entry.index) == entry, "run \(run): spectrum \(entry.index)")
        }
        #expect(try access.spectrum(at: entries.count) == nil, "run \(run)")
    }

    /// What holds for every spectrum a reader delivers.
    private static func expectRules(of spectrum: Spectrum, run: Int) {
        #expect(spectrum.mz.count == spectrum.intensities.count, "run \(run)")
        #expect(zip(spectrum.mz, spectrum.mz.dropFirst()).allSatisfy { $0 <= $1 }, "run \(run): m/z ascend")
        #expect(spectrum.mz.allSatisfy { $0.isFinite && $0 >= 0 }, "run \(run): m/z are numbers")
        #expect(spectrum.intensities.allSatisfy { $0.isFinite }, "run \(run): intensities are numbers")
    }
}
