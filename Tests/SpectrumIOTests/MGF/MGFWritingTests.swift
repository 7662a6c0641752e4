import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MGFWritingTests {
    private static let precursor = Precursor(mz: 500.123456789012, charge: 2, intensity: 12345.5)

    @Test("what MGF can say reads back, numbers to the last bit")
    func roundTrip() async throws {
        var spectrum = Example.fragments(of: [Self.precursor])
        spectrum.intensities[0] = 0.1
        spectrum.mz[0] = 1e-7
        #expect(try await WrittenFile([spectrum], .mgf).spectra() == [spectrum])
    }

    @Test("an entry looks as other programs expect it")
    func text() throws {
        var spectrum = Example.fragments(of: [Self.precursor])
        spectrum.nativeID = "two\nlines"
        spectrum.mz = [100.5, 200]
        spectrum.intensities = [1, 2.25]
        let expected = """
            BEGIN IONS
            TITLE=two lines
            SCANS=2
            RTINSECONDS=75.75
            PEPMASS=500.123456789012 12345.5
            CHARGE=2+
            100.5 1.0
            200.0 2.25
            END IONS


            """
        #expect(try WrittenFile([spectrum], .mgf).text == expected)
    }

    @Test("possible charges and negative ones read back")
    func charges() async throws {
        var spectrum = Example.fragments(of: [Precursor(mz: 500, possibleCharges: [2, 3])])
        spectrum.polarity = .negative
        let file = try WrittenFile([spectrum], .mgf)
        #expect(file.text.contains("CHARGE=2- and 3-\n"))
        #expect(try await file.spectra() == [spectrum])
    }

    @Test("MS1, and anything but one precursor with an m/z, is refused")
    func notRepresentable() {
        let encoder = SpectrumEncoder(format: .mgf)
        let refused = [
            Example.survey, Example.fragments(of: []), Example.fragments(of: [Precursor(charge: 2)]),
            Example.fragments(of: [Self.precursor, Self.precursor]),
        ]
        for spectrum in refused {
            #expect(throws: SpectrumWriteError.self) { try encoder.encode(spectrum) }
        }
    }
}
