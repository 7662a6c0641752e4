import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzMLWritingTests {
    /// Value and unit of a term, where the text states it.
    private func term(_ accession: String, in text: some StringProtocol) throws -> String? {
        let pattern = try Regex(
            "accession=\"\(accession)\" name=\"[^\"]+\" value=\"([^\"]*)\"(?:[^>]*unitName=\"([^\"]*))?")
        guard let match = String(text).firstMatch(of: pattern) else { return nil }
        return [match.output[1].substring, match.output[2].substring].compactMap { $0 }.joined(separator: " ")
    }

    @Test("every fact reads back, m/z to the last bit")
    func roundTrip() async throws {
        let file = try WrittenFile(Example.both, .mzML)
        #expect(try await file.spectra() == Example.both)
        #expect(try await Reading(path: file.path).problems.isEmpty)
    }

    @Test("intensities have 64 bits only in spectra where 32 would change one, unless 32 are asked for")
    func intensities() async throws {
        var decimal = Example.fragments
        decimal.index = 0
        decimal.intensities[1] = 1234.56789
        var survey = Example.survey
        survey.index = 1
        let file = try WrittenFile([decimal, survey], .mzML)
        #expect(try await file.spectra() == [decimal, survey])
        let terms = file.text.split(separator: "<binaryDataArray ").dropFirst()
        #expect(terms.map { $0.contains("MS:1000523") } == [true, true, true, false])

        let encoder = SpectrumEncoder(format: .mzML, intensityPrecision: .bits32)
        let writer = try SpectrumFileWriter(
            path: file.folder.path("short.mzML"), format: .mzML, description: WrittenFile.description(of: [decimal]))
        try writer.append(encoder.encode(decimal))
        try writer.finish()
        let rounded = try await Reading(path: file.folder.path("short.mzML"))[0]
        #expect(rounded?.intensities == decimal.intensities.map { Double(Float($0)) })
    }

    @Test("m/z of 32 bits read back as those")
    func roundTrip32() async throws {
        let file = try WrittenFile(Example.both, .mzML, mzPrecision: .bits32)
        #expect(try await file.spectra() == Example.both.map(Example.rounded))
    }

    @Test("several precursors, their possible charges and every method read back")
    func precursors() async throws {
        let precursors = [
            Precursor(possibleCharges: [2, 3], intensity: 7),
            Precursor(isolationWindow: IsolationWindow(targetMZ: 400, lowerOffset: 12.5, upperOffset: 13)),
            Precursor(mz: 501, activation: Activation(methods: DissociationMethod.allCases), sourceSpectrumID: "a=\"<"),
        ]
        let spectrum = Example.fragments(of: precursors)
        #expect(try await WrittenFile([spectrum], .mzML).spectra() == [spectrum])
    }

    @Test("the header names run, program and number of spectra, whatever the name")
    func header() async throws {
        let description = SpectrumFileDescription(
            runID: "1 \"run\" & <more>", software: "a<b", softwareVersion: "2\"", spectrumCount: 2)
        let file = try WrittenFile(Example.both, .mzML, description: description)
        let header = try SpectrumFile(path: file.path).header
        #expect(header.declaredSpectrumCount == 2)
        #expect(header.formatVersion == "1.1.0")
        #expect(header.runID == "_1__run_____more_")
        #expect(file.text.contains("id=\"1 &quot;run&quot; &amp; &lt;more&gt;\" version=\"1.1.0\""))
        #expect(file.text.contains("<software id=\"software\" version=\"2&quot;\">"))
        #expect(file.text.contains("value=\"a&lt;b\""))
    }

    /// The values are those of the example: 1.5 + 1e6 + 0.25 + 1e6 counts, and 75.75 s are 1.2625 min.
    @Test("base peak, total ion current, range and time are stated with their units")
    func facts() throws {
        let text = try WrittenFile(Example.both, .mzML).text
        let parts = text.split(separator: "<spectrum ")
        let fragments = try #require(parts.last)
        #expect(try term("MS:1000511", in: fragments) == "2")
        #expect(try term("MS:1000504", in: fragments) == "200.12345678901235 m/z")
        #expect(try term("MS:1000505", in: fragments) == "1000000.0 number of detector counts")
        #expect(try term("MS:1000285", in: fragments) == "2000001.75 number of detector counts")
        #expect(try term("MS:1000528", in: fragments) == "100.1 m/z")
        #expect(try term("MS:1000527", in: fragments) == "1999.999 m/z")
        #expect(try term("MS:1000016", in: fragments) == "1.2625 minute")
        #expect(try term("MS:1000041", in: fragments) == "2")
        #expect(try term("MS:1000045", in: fragments) == "27.5 electronvolt")
        #expect(fragments.contains("<precursor spectrumRef=\"scan=1\">"))

        let survey = parts[1]
        #expect(try term("MS:1000285", in: survey) == "0.0 number of detector counts")
        for absent in ["MS:1000504", "MS:1000505", "MS:1000527", "MS:1000528", "MS:1000041"] {
            #expect(try term(absent, in: survey) == nil)
        }
    }

    @Test("a charge that is not known is not stated")
    func noCharge() throws {
        let text = try WrittenFile([Example.fragments(of: [Precursor(mz: 500)])], .mzML).text
        #expect(try term("MS:1000744", in: text) == "500.0 m/z")
        #expect(try term("MS:1000041", in: text) == nil)
        #expect(try term("MS:1000042", in: text) == nil)
    }

    @Test("times that were minutes read back the same, others to within one unit in the last place")
    func times() async throws {
        var generator = SplitMix64(seed: 3)
        let seconds = (0..<600).map { index in
            let random = Double(generator.next() >> 11) / 4096
            return index % 2 == 0 ? (random * 1e-9) * 60 : (random * 1e-6).rounded() / 1000
        }
        let spectra = seconds.enumerated().map { index, time in
            Spectrum(index: index, nativeID: "scan=\(index + 1)", msLevel: 1, retentionTimeSeconds: time)
        }
        let read = try await WrittenFile(spectra, .mzML).spectra().compactMap(\.retentionTimeSeconds)
        try #require(read.count == seconds.count)
        for index in seconds.indices {
            let allowed = index % 2 == 0 ? 0 : seconds[index].ulp
            #expect(abs(read[index] - seconds[index]) <= allowed, "\(seconds[index]) s")
        }
    }

    @Test("the index points at the spectra and the checksum covers the file up to its own tag")
    func index() throws {
        let file = try WrittenFile(Example.both, .mzML)
        let offsets = file.text.matches(of: /<offset idRef="([^"]*)">(\d+)</).compactMap { Int($0.2) }
        #expect(
            offsets.map { file.text(at: $0, length: 30) }
                == [
                    "<spectrum index=\"0\" id=\"scan=1\"", "<spectrum index=\"1\" id=\"scan=2\"",
                ].map { String($0.prefix(30)) })
        let list = try #require(file.text.firstMatch(of: /<indexListOffset>(\d+)</).flatMap { Int($0.1) })
        #expect(file.text(at: list, length: 10) == "<indexList")
        let sha1 = try #require(file.sha1(upToAndIncluding: "<fileChecksum>"))
        #expect(file.text.hasSuffix("<fileChecksum>\(sha1)</fileChecksum>\n</indexedmzML>\n"))
    }

    @Test(
        "an identifier that mzML does not allow becomes the title",
        arguments: ["my <title>", "", "a=", "a=b  c=d", "=b", "a=\u{0}", "a=b\u{FFFE}", "a=b\u{1F} c=d"])
    func title(id: String) async throws {
        var spectrum = Example.fragments
        spectrum.nativeID = id
        let file = try WrittenFile([spectrum], .mzML)
        #expect(try await file.spectra().map(\.nativeID) == ["index=0"])
        let written = id.map { ["\u{0}", "\u{1F}", "\u{FFFE}"].contains($0) ? "\u{FFFD}" : $0 }
        let title = String(written).replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(file.text.contains("name=\"spectrum title\" value=\"\(title)\""))
    }

    @Test(
        "identifiers of the form that mzML wants stay",
        arguments: [
            "controllerType=0 controllerNumber=1 scan=7", "a==", "==b", "index=4", "merged=1 frame=2 µ=é",
        ])
    func identifier(id: String) async throws {
        var spectrum = Example.fragments
        spectrum.nativeID = id
        #expect(try await WrittenFile([spectrum], .mzML).spectra().map(\.nativeID) == [id])
    }

    @Test("two spectra of one name are refused")
    func repeatedIdentifier() throws {
        let folder = try TemporaryDirectory()
        let writer = try SpectrumFileWriter(
            path: folder.path("a"), format: .mzML, description: WrittenFile.description(of: Example.both))
        try writer.write(Example.survey)
        #expect(throws: SpectrumWriteError.repeatedIdentifier(path: folder.path("a"), spectrum: "scan=1")) {
            try writer.write(Example.survey)
        }
    }

    /// Its times are in seconds, so that some have no minutes of their own.
    @Test(
        "a real file reads back the same, but for the last bit of its times",
        .enabled(if: TestData.isAvailable("bsa-lfq/BSA1.mzML.gz")))
    func realFile() async throws {
        let path = TestData.path("bsa-lfq/BSA1.mzML.gz")
        let spectra = try await Reading(path: path, jobs: 2).spectra.compactMap(\.spectrum)
        #expect(spectra.count == 1684)
        var read = try await WrittenFile(spectra, .mzML).spectra()
        try #require(read.count == spectra.count)
        for index in spectra.indices {
            let time = try #require(spectra[index].retentionTimeSeconds)
            #expect(abs((read[index].retentionTimeSeconds ?? -1) - time) <= time.ulp)
            read[index].retentionTimeSeconds = time
            #expect(read[index] == spectra[index], "\(spectra[index].nativeID)")
        }
    }
}
