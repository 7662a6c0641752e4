import SpectrumIO
import SpectrumModel
import Testing

/// What no format takes.
@Suite struct SpectrumEncoderTests {
    private static let changes: [(String, @Sendable (inout Spectrum) -> Void)] = [
        ("its MS level is 0", { $0.msLevel = 0 }),
        ("its retention time is inf s", { $0.retentionTimeSeconds = .infinity }),
        ("peak 1 has the m/z nan", { $0.mz[1] = .nan }),
        ("peak 0 has the m/z -1.0", { $0.mz[0] = -1 }),
        ("peak 3 has the m/z inf", { $0.mz[3] = .infinity }),
        ("peak 2 has the intensity nan", { $0.intensities[2] = .nan }),
        ("peak 2 has the intensity 1e+39", { $0.intensities[2] = 1e39 }),
        ("its precursor has the m/z 0.0", { $0.precursors[0].mz = 0 }),
        ("its precursor has the charge 0", { $0.precursors[0].charge = 0 }),
        ("its precursor has the charge -3", { $0.precursors[0].possibleCharges = [2, -3] }),
        ("its precursor has the intensity nan", { $0.precursors[0].intensity = .nan }),
        ("its precursor has the collision energy inf", { $0.precursors[0].activation.collisionEnergy = .infinity }),
        (
            "its precursor has the isolation window 501.0 to 501.0",
            {
                $0.precursors[0].isolationWindow = IsolationWindow(targetMZ: 500, lowerOffset: -1, upperOffset: 1)
            }
        ),
    ]

    @Test("numbers that no spectrum can have are refused in every format, by name", arguments: changes.indices)
    func refused(index: Int) {
        let (reason, change) = Self.changes[index]
        var spectrum = Example.fragments
        change(&spectrum)
        for format in WrittenSpectrumFormat.allCases {
            #expect(throws: SpectrumWriteError.invalidSpectrum(spectrum: "scan=2", reason: reason)) {
                try SpectrumEncoder(format: format).encode(spectrum)
            }
        }
    }

    @Test("the size of the text is known before it is written", arguments: WrittenSpectrumFormat.allCases)
    func byteCount(format: WrittenSpectrumFormat) throws {
        let encoder = SpectrumEncoder(format: format)
        #expect(try encoder.encode(Example.fragments).format == format)
        let size = try encoder.encode(Example.fragments).byteCount
        let file = try WrittenFile([Example.fragments], format)
        #expect(size > 100)
        #expect(size < file.bytes.count || format == .mgf && size == file.bytes.count)
    }
}
