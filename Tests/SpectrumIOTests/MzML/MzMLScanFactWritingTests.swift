import SpectrumIO
import SpectrumModel
import Testing

@Suite struct MzMLScanFactWritingTests {
    private let spectrum: Spectrum = {
        var spectrum = Example.fragments(of: [
            Precursor(
                mz: 500,
                ionMobilities: [IonMobility(.inverseReducedMobility, 1.0123456789), IonMobility(.driftTime, 7.5)],
                sourceSpectrumID: "scan=1"),
            Precursor(ionMobilities: [IonMobility(.compensationVoltage, -40)]),
        ])
        spectrum.scan = ScanDescription(
            windows: [ScanWindow(lowerMZ: 100, upperMZ: 1999.5), ScanWindow(lowerMZ: 300, upperMZ: 400)],
            injectionTimeMilliseconds: 54.3, filterString: "FTMS + \"c\" <d> & Full",
            ionMobilities: IonMobility.Quantity.allCases.map { IonMobility($0, -0.1) })
        spectrum.extraArrays = [
            ExtraArray(name: "charge array", accession: "MS:1000516", values: [1, 2, 3, 4]),
            ExtraArray(
                name: "mean inverse reduced ion mobility array", accession: "MS:1003006",
                unitAccession: "MS:1002814", unitName: "volt-second per square centimeter",
                values: [0.1, 1.2345678901234567, 1e-300, -1]),
            ExtraArray(name: "my \"own\" & <only>", unitName: "furlong", values: [4, 3, 2, 1]),
        ]
        return spectrum
    }()

    @Test("scan facts, mobilities and extra arrays read back to the last bit")
    func roundTrip() async throws {
        let file = try WrittenFile([spectrum], .mzML)
        #expect(try await file.spectra() == [spectrum])
        #expect(try await Reading(path: file.path).problems.isEmpty)
    }

    @Test("the list of arrays states how many there are")
    func count() throws {
        #expect(try WrittenFile([spectrum], .mzML).text.contains("<binaryDataArrayList count=\"5\">"))
    }

    @Test("a unit of a vocabulary that the document does not list is written by its name")
    func unknownUnit() async throws {
        var strange = spectrum
        strange.extraArrays = [
            ExtraArray(name: "a", unitAccession: "XX:12", unitName: "furlong", values: [4, 3, 2, 1])
        ]
        let read = try await WrittenFile([strange], .mzML).spectra()
        #expect(read.first?.extraArrays == [ExtraArray(name: "a", unitName: "furlong", values: [4, 3, 2, 1])])
    }

    @Test("facts that are not finite and arrays of another length are refused")
    func faults() {
        var spectra = [Spectrum](repeating: spectrum, count: 5)
        spectra[0].scan.windows[0].lowerMZ = .nan
        spectra[1].scan.injectionTimeMilliseconds = .infinity
        spectra[2].scan.ionMobilities[0].value = .nan
        spectra[3].precursors[0].ionMobilities[0].value = .nan
        spectra[4].extraArrays[1].values.removeLast()
        for spectrum in spectra {
            #expect(throws: SpectrumWriteError.self) { try SpectrumEncoder(format: .mzML).encode(spectrum) }
        }
    }
}
