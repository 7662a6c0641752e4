import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MzXMLReadingTests {
    private static func scan(_ attributes: String, _ content: String) -> String {
        "<scan \(attributes)>\(content)</scan>\n"
    }

    private static func peaks(_ text: String, _ attributes: String = "precision=\"32\"") -> String {
        "<peaks \(attributes) byteOrder=\"network\" pairOrder=\"m/z-int\">\(text)</peaks>"
    }

    private static func file(_ scans: String, count: Int) -> String {
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<mzXML xmlns=\"http://sashimi.sourceforge.net/schema_revision/"
            + "mzXML_3.2\"><msRun scanCount=\"\(count)\"><parentFile fileName=\"a.raw\"/>"
            + "<msInstrument><msModel category=\"msModel\" value=\"LTQ\"/></msInstrument>"
            + "<dataProcessing centroided=\"1\"/>\(scans)</msRun></mzXML>\n"
    }

    private static let precursor =
        "<precursorMz precursorScanNum=\"10\" precursorIntensity=\"1e5\" precursorCharge=\"2\" "
        + "windowWideness=\"2.0\" activationMethod=\"ETD+SA\">500.25</precursorMz>"

    /// Scan 10 holds scan 11; scan 12 follows.
    private static let nested = file(
        scan(
            "num=\"10\" msLevel=\"1\" peaksCount=\"3\" polarity=\"+\" retentionTime=\"PT1M2.5S\"",
            peaks(Arrays.pairs32)
                + scan(
                    "num=\"11\" msLevel=\"2\" peaksCount=\"3\" collisionEnergy=\"35\" centroided=\"0\"",
                    precursor + peaks(Arrays.pairs64zlib, "precision=\"64\" compressionType=\"zlib\""))
                + "<nameValue name=\"a\" value=\"b\"/>")
            + scan("num=\"12\" msLevel=\"1\" peaksCount=\"0\" polarity=\"-\"", peaks("AAAAAAAAAAA=")), count: 3)

    @Test("nested scans come out in the order in which they begin")
    func nestedScans() async throws {
        let reading = try await Reading(Self.nested)
        #expect(reading.spectra.map(\.nativeID) == ["scan=10", "scan=11", "scan=12"])
        #expect(reading.spectra.map { $0.spectrum?.scanNumber } == [10, 11, 12])
        #expect(reading[0]?.retentionTimeSeconds == 62.5)
        #expect(reading.spectra.map { $0.spectrum?.polarity } == [.positive, nil, .negative])
        #expect(reading.spectra.map { $0.spectrum?.signal } == [.centroid, .profile, .centroid])
        #expect(reading.problems.isEmpty)
    }

    @Test("peaks of 32 bits and of 64 bits with zlib are read, and placeholders are none")
    func peaks() async throws {
        let reading = try await Reading(Self.nested)
        for index in 0...1 {
            #expect(reading[index]?.mz == Arrays.mz)
            #expect(reading[index]?.intensities == Arrays.intensities)
        }
        #expect(reading[2]?.peakCount == 0)
    }

    @Test("the precursor is read with its window and activation")
    func precursor() async throws {
        let expected = Precursor(
            mz: 500.25, charge: 2, intensity: 1e5,
            isolationWindow: IsolationWindow(targetMZ: 500.25, lowerOffset: 1, upperOffset: 1),
            activation: Activation(methods: [.cid, .etd], collisionEnergy: 35), sourceSpectrumID: "scan=10")
        #expect(try await Reading(Self.nested)[1]?.precursors == [expected])
    }

    @Test("several precursors and possible charges are kept")
    func severalPrecursors() async throws {
        let two =
            "<precursorMz possibleCharges=\"3,2\">400.5</precursorMz><precursorMz precursorCharge=\"0\">0</precursorMz>"
        let scan = Self.scan("num=\"1\" msLevel=\"2\" peaksCount=\"3\"", two + Self.peaks(Arrays.pairs32))
        let reading = try await Reading(Self.file(scan, count: 1))
        #expect(reading[0]?.precursors.map(\.mz) == [400.5, nil])
        #expect(reading[0]?.precursors.map(\.possibleCharges) == [[2, 3], []])
        #expect(reading[0]?.precursors.map(\.charge) == [nil, nil])
        #expect(reading.problems == [.unreadablePrecursor])
    }

    @Test("peaks that cannot be read set their scan aside")
    func setAside() async throws {
        let scans = [
            "<peaks compressionType=\"lzma\">AAAA</peaks>", "<peaks contentType=\"TOF\">AAAA</peaks>",
            Self.peaks("QsgAAEEgAAA="), Self.peaks("QsgA!AEEgAAA="), "",
        ]
        .map { Self.scan("num=\"1\" msLevel=\"1\" peaksCount=\"3\"", $0) }
        let reading = try await Reading(Self.file(scans.joined(), count: 5))
        #expect(
            (0..<5).map(reading.reason) == [
                .undecodableArray, .undecodableArray, .arrayLengthMismatch, .undecodableArray, .malformed,
            ])
    }

    @Test("a file cut at any byte is an error")
    func truncated() async throws {
        let bytes = Array(Self.nested.utf8)
        let folder = try TemporaryDirectory()
        for cut in stride(from: 1, to: bytes.count - 1, by: 7) {
            let path = try folder.write(Array(bytes[..<cut]), to: "cut.mzXML")
            await #expect(throws: SpectrumReadError.self, "cut at \(cut)") { try await Reading(path: path) }
        }
    }

    @Test("the header tells what the file says about itself")
    func header() throws {
        let folder = try TemporaryDirectory()
        let file = try SpectrumFile(path: folder.write(Self.nested, to: "a"))
        #expect(file.format == .mzXML)
        #expect(file.header.formatVersion == "3.2")
        #expect(file.header.sourceFileNames == ["a.raw"])
        #expect(file.header.instrument == "LTQ")
        #expect(file.header.declaredSpectrumCount == 3)
    }
}
