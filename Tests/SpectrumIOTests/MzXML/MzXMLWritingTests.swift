import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzXMLWritingTests {
    @Test("everything mzXML can say reads back, numbers of 64 bits to the last bit")
    func roundTrip() async throws {
        let file = try WrittenFile(Example.both, .mzXML)
        #expect(try await file.spectra() == Example.both)
        #expect(try await Reading(path: file.path).problems.isEmpty)
    }

    @Test("numbers of 32 bits read back as those, intensities too")
    func roundTrip32() async throws {
        var spectrum = Example.fragments
        spectrum.intensities[0] = 0.1
        let file = try WrittenFile([Example.survey, spectrum], .mzXML, mzPrecision: .bits32)
        spectrum.intensities[0] = Double(Float(0.1))
        #expect(try await file.spectra() == [Example.survey, Example.rounded(spectrum)])
        #expect(file.text.contains("precision=\"32\""))
    }

    @Test("64 bits hold intensities that 32 bits do not")
    func intensities64() async throws {
        var spectrum = Example.fragments
        spectrum.intensities[0] = 0.1
        let read = try await WrittenFile([spectrum], .mzXML).spectra()
        #expect(read.first?.intensities.first == 0.1)
    }

    @Test("a scan states what the schema asks for, and 75.75 s as a duration")
    func attributes() throws {
        let file = try WrittenFile(Example.both, .mzXML)
        #expect(
            file.text.contains(
                "<scan num=\"2\" centroided=\"1\" msLevel=\"2\" peaksCount=\"4\" polarity=\"+\" retentionTime=\"PT75.75S\""
                    + " collisionEnergy=\"27.5\" lowMz=\"100.1\" highMz=\"1999.999\" basePeakMz=\"200.12345678901235\""
                    + " basePeakIntensity=\"1000000.0\" totIonCurrent=\"2000001.75\">"))
        #expect(
            file.text.contains(
                "<precursorMz precursorScanNum=\"1\" precursorIntensity=\"12345.5\" precursorCharge=\"2\""
                    + " windowWideness=\"1.5\" activationMethod=\"HCD\">500.123456789012</precursorMz>"))
        #expect(
            file.text.contains(
                "<peaks xsi:nil=\"true\" compressionType=\"none\" compressedLen=\"0\" precision=\"64\" byteOrder=\"network\""
                    + " contentType=\"m/z-int\"></peaks>"))
    }

    @Test("peaks are the pairs Python makes, and compressedLen counts the bytes behind the base64")
    func peaks() throws {
        var spectrum = Example.fragments
        spectrum.mz = Arrays.mz
        spectrum.intensities = Arrays.intensities
        let text = try WrittenFile([spectrum], .mzXML, mzPrecision: .bits32).text
        let match = try #require(text.firstMatch(of: /compressionType="zlib" compressedLen="(\d+)"[^>]*>([^<]+)</))
        var decoded: [UInt8] = []
        let count = try Base64.decode(Array(match.2.utf8), into: &decoded)
        #expect(Int(match.1) == count)

        var inflated: [UInt8] = []
        try decoded.withUnsafeBytes {
            try Inflater().inflateZlib(
                UnsafeRawBufferPointer(rebasing: $0[..<count]), expectedByteCount: nil, maximumByteCount: 100,
                into: &inflated)
        }
        #expect(Base64.encode(inflated) == Arrays.pairs32)
    }

    @Test("the header states the number of scans where it is known, and names run and program")
    func header() throws {
        var description = SpectrumFileDescription(
            runID: "a&b", software: "x<y", softwareVersion: "3", spectrumCount: 2)
        let known = try WrittenFile(Example.both, .mzXML, description: description)
        let header = try SpectrumFile(path: known.path).header
        #expect(header.declaredSpectrumCount == 2)
        #expect(header.formatVersion == "3.2")
        #expect(header.sourceFileNames == ["a&b"])
        #expect(header.software == ["x<y 3"])

        description.spectrumCount = nil
        let unknown = try WrittenFile(Example.both, .mzXML, description: description)
        #expect(unknown.text.contains("<msRun>"))
        #expect(try SpectrumFile(path: unknown.path).header.declaredSpectrumCount == nil)
    }

    @Test("the index points at the scans and the checksum covers the file up to its own tag")
    func index() throws {
        let file = try WrittenFile(Example.both, .mzXML)
        let offsets = file.text.matches(of: /<offset id="(\d+)">(\d+)</).compactMap { Int($0.2) }
        #expect(
            offsets.map { file.text(at: $0, length: 15) }
                == ["<scan num=\"1\" ce", "<scan num=\"2\" ce"].map {
                    String($0.prefix(15))
                })
        let index = try #require(file.text.firstMatch(of: /<indexOffset>(\d+)</).flatMap { Int($0.1) })
        #expect(file.text(at: index, length: 19) == "<index name=\"scan\">")
        let sha1 = try #require(file.sha1(upToAndIncluding: "<sha1>"))
        #expect(file.text.hasSuffix("<sha1>\(sha1)</sha1>\n</mzXML>\n"))
    }

    @Test("what is not known of a precursor is left out, and possible charges are listed")
    func sparsePrecursor() async throws {
        let spectrum = Example.fragments(of: [Precursor(mz: 500), Precursor(mz: 600, possibleCharges: [2, 3])])
        let file = try WrittenFile([spectrum], .mzXML)
        #expect(file.text.contains("<precursorMz>500.0</precursorMz>"))
        #expect(try await file.spectra() == [spectrum])
    }

    @Test(
        "methods that mzXML has names for read back",
        arguments: [
            [.cid], [.hcd], [.etd], [.ecd], [.cid, .etd], [.ethcd], [.irmpd], [.uvpd],
        ] as [[DissociationMethod]])
    func methods(methods: [DissociationMethod]) async throws {
        let spectrum = Example.fragments(of: [Precursor(mz: 500, activation: Activation(methods: methods))])
        #expect(try await WrittenFile([spectrum], .mzXML).spectra() == [spectrum])
    }

    @Test("a collision energy is stated where all precursors share it")
    func energies() throws {
        func text(_ energies: [Double?]) throws -> String {
            let precursors = energies.map { Precursor(mz: 500, activation: Activation(collisionEnergy: $0)) }
            return try WrittenFile([Example.fragments(of: precursors)], .mzXML).text
        }
        #expect(try text([30, 30]).contains(" collisionEnergy=\"30.0\""))
        #expect(try !text([30, 35]).contains("collisionEnergy"))
        #expect(try !text([30, nil]).contains("collisionEnergy"))
    }

    @Test("scans without a positive number, and precursors without m/z, are refused")
    func notRepresentable() throws {
        let encoder = SpectrumEncoder(format: .mzXML)
        for number in [nil, 0, -1] {
            var spectrum = Example.fragments
            spectrum.scanNumber = number
            let error = #expect(throws: SpectrumWriteError.self) { try encoder.encode(spectrum) }
            #expect(
                error.map { "\($0)" }
                    == "spectrum \"scan=2\" cannot be written as mzXML: it has no positive scan number;"
                    + " leave it out or write mzML")
        }
        #expect(throws: SpectrumWriteError.self) { try encoder.encode(Example.fragments(of: [Precursor(charge: 2)])) }
    }

    @Test("scan numbers that do not ascend are refused")
    func order() throws {
        let folder = try TemporaryDirectory()
        let writer = try SpectrumFileWriter(
            path: folder.path("a"), format: .mzXML, description: WrittenFile.description(of: Example.both))
        try writer.write(Example.fragments)
        #expect(throws: SpectrumWriteError.scanNumberOrder(path: folder.path("a"), scanNumber: 1, previous: 2)) {
            try writer.write(Example.survey)
        }
    }

    private static let real = "shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz"

    @Test("a real file reads back the same", .enabled(if: TestData.isAvailable(real)))
    func realFile() async throws {
        let spectra = try await Reading(path: TestData.path(Self.real), jobs: 2).spectra.compactMap(\.spectrum)
        #expect(spectra.count == 1001)
        let read = try await WrittenFile(spectra, .mzXML).spectra()
        #expect(read.count == spectra.count)
        #expect(zip(read, spectra).allSatisfy { $0 == $1 })
    }
}
