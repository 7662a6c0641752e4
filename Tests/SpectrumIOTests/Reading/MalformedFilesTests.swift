import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Malformed files of other projects' tests, each with what becomes of it.
@Suite(.enabled(if: TestData.isAvailable("malformed"))) struct MalformedFilesTests {
    private func path(_ name: String) -> String { TestData.path("malformed/\(name)") }

    private func inspection(_ name: String) async throws -> SpectrumFileInspection {
        try await SpectrumFileInspection.inspect(path(name), jobs: 1, takingDigest: true)
    }

    /// The problems of a file that reads on, by kind.
    private func kinds(_ name: String) async throws -> [ReadProblem.Kind] {
        let summary = try await SpectrumFile(path: path(name)).read(
            jobs: 2, takingDigest: true, acceptingFewerSpectra: true, transform: { _ in }, deliver: { _ in })
        return summary.problems.map(\.kind)
    }

    @Test(
        "files that are no document are refused with a sentence that names place and remedy",
        arguments: [
            ("openms/empty.mzML", "is empty (0 bytes of content); convert or copy it again"),
            (
                "openms/IndexedmzMLFile_2_broken.mzML",
                "is not well-formed XML at line 47, byte 2732: Extra content at the end of the document; the file is damaged,"
                    + " convert it again"
            ),
            (
                "openms/IndexedmzMLFile_3_broken.mzML",
                "is not well-formed XML at line 47, byte 2732: Extra content at the end of the document; the file is damaged,"
                    + " convert it again"
            ),
            ("comet/tmp.db", "is not mzML, mzXML, MGF or MS2; looked for "),
        ])
    func refused(name: String, sentence: String) async throws {
        let error = await #expect(throws: SpectrumReadError.self) { try await Reading(path: path(name)) }
        #expect(error.map { "\($0)" }?.hasPrefix("\(path(name)): \(sentence)") == true, "\(String(describing: error))")
    }

    @Test("spectra that cannot be used are set aside, those around them are read")
    func setAside() async throws {
        let corrupt = try await Reading(
            path: path("openms/FileFilter_39_input_corrupt.mzML"), acceptingFewerSpectra: true)
        #expect(corrupt.spectra.count == 1)
        #expect(corrupt.reason(0) == .undecodableArray)
        #expect(corrupt.message(0).hasPrefix("spectrum \"spectrum=1\" at byte 5164: m/z array: "))

        let notNumber = try await Reading(path: path("metamorpheus/tinySemiBroken.a79433.mgf"))
        #expect(notNumber.spectra.count == 1)
        #expect(notNumber.reason(0) == .invalidValues)
        #expect(notNumber.message(0).contains("intensity nan of peak 0"))

        let bare = try await Reading(path: path("openms/empty_XML.mzML"))
        #expect(bare.reason(0) == .arrayLengthMismatch)
        #expect(bare.message(0).contains("0 values where 1 are declared"))
        #expect(bare.problems == [.unreadableCharge, .unreadablePrecursor])
    }

    /// Counts of spectra and peaks as pyopenms and pyteomics give them.
    @Test(
        "files that other readers load are read as well, with as many spectra, and what is odd about them is said",
        arguments: [
            ("comet/input.ms2", 1, [.unreadableRetentionTime]), ("metamorpheus/tinySemiBroken.mgf", 2, []),
            ("metamorpheus/withZeros.mzML", 20, [.repeatedNativeID]),
            ("mzdata/duplicate.mzML.gz", 48, [.wrongChecksum, .wrongIndexOffset]),
            ("openms/MzMLFile_3_invalid.mzML", 4, [.repeatedNativeID]),
            ("openms/MzMLFile_6_uncompressedcorrupt.mzML.gz", 4, [.extraArrayLeftOut]),
            ("openms/empty_spec.mzML", 1, [.fewerSpectraThanDeclared]),
            ("openms/one_scan.mzML", 1, [.fewerSpectraThanDeclared]), ("pride/missing-peaks.mgf", 1, []),
            (
                "pymzml/example_invalid_obo_version.mzML", 11,
                [.fewerSpectraThanDeclared, .wrongChecksum, .wrongIndexPlace, .incompleteIndex, .wrongIndexOffset]
            ),
        ] as [(String, Int, [ReadProblem.Kind])])
    func loaded(name: String, spectra: Int, problems: [ReadProblem.Kind]) async throws {
        let inspection = try await inspection(name)
        #expect(inspection.spectra == spectra)
        #expect(inspection.setAside.isEmpty)
        #expect(try await kinds(name) == problems)
    }

    @Test("where fewer spectra than declared are no excerpt, they are an error")
    func fewer() async throws {
        let error = await #expect(throws: SpectrumReadError.self) {
            try await Reading(path: path("openms/one_scan.mzML"))
        }
        #expect(
            "\(error.map { "\($0)" } ?? "")".contains("declares 1684 spectra but holds 1; it is damaged or truncated"))
    }

    @Test("peaks with the word null for their charge are read")
    func nullCharge() async throws {
        let name = "waters-imms/insert_charge300610-CARBONIC_ANHYDRASE_JUNE_2010_02_1plusOnlycombined.mgf"
        let reading = try await Reading(path: path(name))
        let charges = reading.spectra.compactMap { $0.spectrum?.precursors.first?.charge }
        #expect(Dictionary(grouping: charges) { $0 }.mapValues(\.count) == [2: 22, 3: 11, 4: 1])
        #expect(reading.summary.peakCount == 2_510)
    }

    @Test(
        "an index that is damaged is made anew from the file",
        arguments: ["mzdata/duplicate.mzML.gz", "pymzml/example_invalid_obo_version.mzML"])
    func index(name: String) async throws {
        let folder = try TemporaryDirectory()
        let stream = try ByteStream(path: path(name))
        var bytes: [UInt8] = []
        while try stream.read(upTo: 1 << 22, appendingTo: &bytes) > 0 {}
        let access = try SpectrumAccess(SpectrumFile(path: folder.write(bytes, to: "a.mzML")))
        let streamed = try await Reading(path: path(name), acceptingFewerSpectra: true)
        #expect(try access.spectrum(at: 5) == streamed.spectra[5])
        #expect(access.index?.origin != .file)
        #expect(access.index?.entries.count == streamed.spectra.count)
    }
}
