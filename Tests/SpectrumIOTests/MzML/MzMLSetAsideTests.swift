import SpectrumIO
import SpectrumModel
import Testing

@Suite struct MzMLSetAsideTests {
    private func reading(_ mz: String, length: String = "3", terms: String = MzMLText.ms1) async throws -> Reading {
        let arrays = mz + MzMLText.array("MS:1000515", ["MS:1000521"], Arrays.intensities32)
        return try await Reading(
            MzMLText.file([
                MzMLText.spectrum("scan=1", terms, length: length, arrays: arrays),
                MzMLText.spectrum("scan=2", MzMLText.ms1),
            ]))
    }

    private func mz(_ terms: [String], _ text: String) -> String { MzMLText.array("MS:1000514", terms, text) }

    @Test("an array that does not decode sets its spectrum aside, names it, and leaves the next alone")
    func badBase64() async throws {
        let reading = try await reading(mz(["MS:1000523"], "AAAA*AAAWUA="))
        #expect(reading.reason(0) == .undecodableArray)
        #expect(reading.message(0).contains("spectrum \"scan=1\" at byte"))
        #expect(reading.message(0).contains("offset 4"))
        #expect(reading[1]?.mz == Arrays.mz)
    }

    @Test("damaged zlib sets the spectrum aside")
    func badZlib() async throws {
        let damaged = "eNpjYACBSAcwJZAJoY8UOQAAFRQCyA=="
        #expect(try await reading(mz(["MS:1000523", "MS:1000574"], damaged)).reason(0) == .undecodableArray)
    }

    @Test("an array without number type is not guessed")
    func noType() async throws {
        #expect(try await reading(mz([], Arrays.mz64)).reason(0) == .undecodableArray)
    }

    @Test("arrays shorter or longer than declared, or no whole number of values, are set aside")
    func lengths() async throws {
        #expect(try await reading(mz(["MS:1000523"], Arrays.mz64), length: "4").reason(0) == .arrayLengthMismatch)
        #expect(try await reading(mz(["MS:1000523"], Arrays.mz64), length: "2").reason(0) == .arrayLengthMismatch)
        #expect(try await reading(mz(["MS:1000523"], "AAAA")).reason(0) == .arrayLengthMismatch)
        let zlib = mz(["MS:1000523", "MS:1000574"], Arrays.mz64zlib)
        #expect(try await reading(zlib, length: "2").reason(0) == .arrayLengthMismatch)
    }

    @Test("lengths that are negative or beyond every instrument are refused before memory is taken")
    func absurdLengths() async throws {
        let zlib = mz(["MS:1000523", "MS:1000574"], Arrays.mz64zlib)
        #expect(try await reading(zlib, length: "-1").reason(0) == .malformed)
        #expect(try await reading(zlib, length: "4000000000000").reason(0) == .undecodableArray)
        #expect(try await reading(zlib, length: "99999999999999999999").reason(0) == .malformed)
    }

    @Test("values that are not finite are set aside")
    func notFinite() async throws {
        let reading = try await reading(mz(["MS:1000523"], Arrays.notFiniteMZ64))
        #expect(reading.reason(0) == .invalidValues)
        #expect(reading.message(0).contains("peak 1"))
    }

    @Test("spectra of light, and those without m/z array, are no mass spectra")
    func light() async throws {
        let wavelengths = MzMLText.array("MS:1000617", ["MS:1000523"], Arrays.mz64)
        #expect(try await reading(wavelengths).reason(0) == .notMassSpectrum)
        let uv = MzMLText.term("MS:1000804")
        #expect(try await reading(wavelengths, terms: uv).reason(0) == .notMassSpectrum)
    }

    @Test("a spectrum without peaks is read as one")
    func empty() async throws {
        let text = "<spectrum id=\"scan=1\" defaultArrayLength=\"0\">\(MzMLText.ms1)</spectrum>"
        let reading = try await Reading(MzMLText.file([text, MzMLText.spectrum("scan=2", MzMLText.ms1, arrays: "")]))
        #expect(reading[0]?.peakCount == 0)
        #expect(reading.reason(1) == .malformed)
    }
}
