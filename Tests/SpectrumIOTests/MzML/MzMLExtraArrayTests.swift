import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzMLExtraArrayTests {
    private func reading(_ extra: String..., mz: String = Arrays.mz64) async throws -> Reading {
        let arrays =
            MzMLText.array("MS:1000514", ["MS:1000523"], mz)
            + MzMLText.array("MS:1000515", ["MS:1000521"], Arrays.intensities32) + extra.joined()
        return try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms1, arrays: arrays)]))
    }

    private func array(
        _ term: String, _ type: String, _ text: String, attributes: String = ""
    ) -> String {
        "<binaryDataArray \(attributes)>\(term)\(MzMLText.term(type))<binary>\(text)</binary></binaryDataArray>"
    }

    private let charges = MzMLText.term("MS:1000516", name: "charge array")
    private let mobilities = MzMLText.term(
        "MS:1003006", name: "mean inverse reduced ion mobility array",
        more: "unitAccession=\"MS:1002814\" unitName=\"volt-second per square centimeter\"")

    @Test("arrays of the vocabulary, and those outside of it, are kept by name with their units")
    func kept() async throws {
        let widths = MzMLText.term("MS:1000786", "FWHM_ppm", name: "non-standard data array")
        let reading = try await reading(
            array(charges, "MS:1000519", Arrays.int32), array(mobilities, "MS:1000523", Arrays.mz64),
            array(widths, "MS:1000521", Arrays.intensities32))
        #expect(
            reading[0]?.extraArrays == [
                ExtraArray(name: "charge array", accession: "MS:1000516", values: [1, 2, -3]),
                ExtraArray(
                    name: "mean inverse reduced ion mobility array", accession: "MS:1003006",
                    unitAccession: "MS:1002814", unitName: "volt-second per square centimeter", values: Arrays.mz),
                ExtraArray(name: "FWHM_ppm", values: Arrays.intensities),
            ])
        #expect(reading.problems.isEmpty)
    }

    @Test("arrays are sorted with their peaks")
    func sorted() async throws {
        let reading = try await reading(array(charges, "MS:1000519", Arrays.int32), mz: Arrays.unsortedMZ64)
        #expect(reading[0]?.extraArrays.map(\.values) == [[2, -3, 1]])
    }

    @Test("an array of another length is left out and it is said; the spectrum stays")
    func otherLength() async throws {
        let short = "AQAAAAIAAAA="
        for attributes in ["arrayLength=\"2\"", ""] {
            let reading = try await reading(
                array(charges, "MS:1000519", short, attributes: attributes), array(charges, "MS:1000519", Arrays.int32))
            #expect(reading[0]?.mz == Arrays.mz)
            #expect(reading[0]?.extraArrays.map(\.values) == [[1, 2, -3]])
            #expect(reading.problems == [.extraArrayLeftOut])
            #expect(reading.summary.problems[0].description.contains("array \"charge array\": 2 values"))
        }
    }

    @Test("an array that does not decode, is no array of numbers or has no name is left out and it is said")
    func notReadable() async throws {
        let reading = try await reading(
            array(charges, "MS:1000519", "AQAA*"), array(charges, "MS:1001479", "YQBiAGMA"),
            array("", "MS:1000519", Arrays.int32))
        #expect(reading[0]?.mz == Arrays.mz)
        #expect(reading[0]?.extraArrays == [])
        #expect(reading.summary.problems.map(\.count) == [3])
    }

    @Test("other peaks have none of the arrays of the old ones")
    func replaced() async throws {
        var spectrum = try #require(try await reading(array(charges, "MS:1000519", Arrays.int32))[0])
        spectrum.replacePeaks(mz: [1], intensities: [2])
        #expect(spectrum.extraArrays == [])
        #expect(spectrum.peakCount == 1)
    }

    private static let timsTOF = "formats/mzdata/diaPASEF.mzML.gz"

    @Test("every spectrum of a timsTOF run has its mobilities", .enabled(if: TestData.isAvailable(timsTOF)))
    func mobilityRun() async throws {
        let spectra = try await Reading(path: TestData.path(Self.timsTOF)).spectra.compactMap(\.spectrum)
        #expect(spectra.allSatisfy { $0.extraArrays.map(\.accession) == ["MS:1003006"] })
        #expect(spectra.allSatisfy { $0.extraArrays[0].values.allSatisfy { $0 > 0.5 && $0 < 1.7 } })
        #expect(spectra.first?.scan.ionMobilities == [IonMobility(.inverseReducedMobility, 1.119394377253)])
    }
}
