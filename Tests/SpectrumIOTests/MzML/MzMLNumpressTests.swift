import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzMLNumpressTests {
    /// The m/z of ``Arrays`` with the factor 10^5, which keeps them exactly.
    private static let linear = "QPhqAAAAAACAlpgAUPAxAbgL3g=="
    private static let linearZlib = "eJxz+JHFAAIN02YwBHwwZNzBfQ8AOeYGZA=="
    private static let positiveInteger = "emQXYA=="
    private static let positiveIntegerZlib = "eJyrShFPAAADpgFW"
    private static let shortLoggedFloat = "QMOIAAAAAACrXe12Hkk="
    private static let shortLoggedFloatZlib = "eJxzONzBAAKrY9+WyXkCAB9DBF4="

    private func reading(
        _ mz: ([String], String), _ intensities: ([String], String), length: String = "3"
    ) async throws -> Reading {
        let arrays =
            MzMLText.array("MS:1000514", mz.0, mz.1) + MzMLText.array("MS:1000515", intensities.0, intensities.1)
        return try await Reading(
            MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1, length: length, arrays: arrays)]))
    }

    @Test(
        "all three encodings are read, alone, with zlib, and with zlib stated by a term of its own",
        arguments: [
            (["MS:1000523", "MS:1002312"], linear), (["MS:1002746"], linearZlib),
            (["MS:1000523", "MS:1002312", "MS:1000574"], linearZlib),
        ])
    func encodings(terms: [String], text: String) async throws {
        let integers = try await reading((terms, text), (["MS:1000519", "MS:1002313"], Self.positiveInteger))
        #expect(integers[0]?.mz == Arrays.mz)
        #expect(integers[0]?.intensities == [10, 20, 6])
        let packed = try await reading((terms, text), (["MS:1002747"], Self.positiveIntegerZlib))
        #expect(packed[0]?.intensities == [10, 20, 6])
        let logged = try await reading((terms, text), (["MS:1002314"], Self.shortLoggedFloat))
        #expect(logged[0]?.intensities == [10.000051999340828, 19.999528813094322, 5.499985850155056])
        let loggedPacked = try await reading((terms, text), (["MS:1002748"], Self.shortLoggedFloatZlib))
        #expect(loggedPacked[0]?.intensities == logged[0]?.intensities)
    }

    @Test("fewer or more values than declared set the spectrum aside")
    func lengths() async throws {
        let intensities = (["MS:1002313"], Self.positiveInteger)
        for length in ["2", "4"] {
            let reading = try await reading((["MS:1002312"], Self.linear), intensities, length: length)
            #expect(reading.reason(0) == .arrayLengthMismatch)
        }
    }

    @Test("damaged data set the spectrum aside and say so")
    func damaged() async throws {
        let reading = try await reading((["MS:1002312"], "QPhqAAAA"), (["MS:1002313"], Self.positiveInteger))
        #expect(reading.reason(0) == .undecodableArray)
        #expect(reading.message(0).contains("m/z array: numpress data of 6 bytes end in the middle of a value"))
    }

    @Test("zstd after MS-Numpress is named by its accession")
    func zstd() async throws {
        let reading = try await reading((["MS:1003781"], "AAAA"), (["MS:1002313"], Self.positiveInteger))
        #expect(reading.reason(0) == .undecodableArray)
        #expect(reading.message(0).contains("MS:1003781"))
    }

    // MARK: - One run, as ProteoWizard wrote it with each encoding

    private static func small(_ suffix: String) -> String { "formats/msconvert/small-numpress\(suffix).mzML" }

    private func spectra(_ suffix: String) async throws -> [Spectrum] {
        let spectra = try await Reading(path: TestData.path(Self.small(suffix))).spectra.compactMap(\.spectrum)
        #expect(spectra.count == 48)
        #expect(spectra.reduce(0) { $0 + $1.peakCount } == 36_713)
        return spectra
    }

    /// Positions of the values that differ by more than `bound` allows.
    private func outliers(
        _ one: [Spectrum], _ other: [Spectrum], _ values: KeyPath<Spectrum, [Double]>,
        within bound: (Double) -> Double
    ) -> [Int] {
        let left = one.flatMap { $0[keyPath: values] }
        let right = other.flatMap { $0[keyPath: values] }
        #expect(left.count == right.count)
        return zip(left, right).enumerated().filter { abs($1.0 - $1.1) > bound($1.1) }.map(\.offset)
    }

    @Test(
        "the m/z of the linear encoding are those of 64 bits to half a step of the fixed point",
        .enabled(if: TestData.isAvailable(small("L"), small("P"), small("LP"), small("LS"))))
    func linearOfRealRun() async throws {
        let plain = try await spectra("P")
        let linear = try await spectra("L")
        // The smallest factor for m/z below 2,000 Th is (2^31 - 1) / 2000.
        #expect(outliers(linear, plain, \.mz) { _ in 0.5 * 2000 / 2_147_483_647 + 1e-12 }.isEmpty)
        #expect(try await spectra("LP").map(\.mz) == linear.map(\.mz))
        #expect(try await spectra("LS").map(\.mz) == linear.map(\.mz))
    }

    @Test(
        "the intensities of the other two are those of 32 bits, rounded to integers and to 1 in 5,000",
        .enabled(if: TestData.isAvailable(small("L"), small("P"), small("S"))))
    func intensitiesOfRealRun() async throws {
        let plain = try await spectra("L")
        #expect(outliers(try await spectra("P"), plain, \.intensities) { _ in 0.5 }.isEmpty)
        #expect(outliers(try await spectra("S"), plain, \.intensities) { 2e-4 * (1 + $0) }.isEmpty)
    }
}
