/// The mzXML document around its scans, with its index.
struct MzXMLDocument: SpectrumDocument {
    private static let schema = "http://sashimi.sourceforge.net/schema_revision/mzXML_3.2"
    /// What stands where the schema wants the SHA-1 of a file that is not known.
    private static let unknownSHA1 = String(repeating: "0", count: 40)

    private let description: SpectrumFileDescription
    /// Numbers of the scans, and where in the file they begin.
    private var index: [(scanNumber: Int, byteOffset: Int)] = []

    init(_ description: SpectrumFileDescription) { self.description = description }

    /// The schema allows to leave the instrument out where it is not known, but not the parent file, which gives the name
    /// of the run.
    var opening: String {
        let name = XMLText.attribute(description.runID)
        let software = XMLText.attribute(description.software)
        let version = XMLText.attribute(description.softwareVersion)
        let count = description.spectrumCount.map { " scanCount=\"\($0)\"" } ?? ""
        var lines = XMLLines()
        lines.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        lines.open(
            "<mzXML xmlns=\"\(Self.schema)\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"\(Self.schema) \(Self.schema)/mzXML_idx_3.2.xsd\">")
        lines.open("<msRun\(count)>")
        lines.line("<parentFile fileName=\"\(name)\" fileType=\"processedData\" fileSha1=\"\(Self.unknownSHA1)\"/>")
        lines.open(description.isPeakPicked ? "<dataProcessing centroided=\"1\">" : "<dataProcessing>")
        lines.line("<software type=\"conversion\" name=\"\(software)\" version=\"\(version)\"/>")
        lines.close("</dataProcessing>")
        return lines.text
    }

    mutating func begin(
        _ spectrum: EncodedSpectrum, byteOffset: Int, path: String
    ) throws(SpectrumWriteError) -> String {
        // The writer takes no spectrum of another format, and the encoder of this one names every scan.
        guard case .scan(let scanNumber) = spectrum.name else {
            preconditionFailure("An mzXML scan has a number.")
        }
        if let previous = index.last?.scanNumber, previous >= scanNumber {
            throw .scanNumberOrder(path: path, scanNumber: scanNumber, previous: previous)
        }
        let indentation = "    "
        index.append((scanNumber, byteOffset + indentation.utf8.count))
        return indentation
    }

    func closing(byteOffset: Int) -> String {
        var lines = XMLLines(depth: 2, byteCount: 40 * (index.count + 10))
        lines.close("</msRun>")
        let indexOffset = byteOffset + lines.text.utf8.count + 2
        lines.open("<index name=\"scan\">")
        for entry in index { lines.line("<offset id=\"\(entry.scanNumber)\">\(entry.byteOffset)</offset>") }
        lines.close("</index>")
        lines.line("<indexOffset>\(indexOffset)</indexOffset>")
        // The checksum covers everything up to and including its own start tag.
        lines.begin()
        lines.add("<sha1>")
        return lines.text
    }

    func end(sha1: String) -> String { "\(sha1)</sha1>\n</mzXML>\n" }
}
