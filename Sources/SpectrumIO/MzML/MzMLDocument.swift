/// The mzML document around its spectra, with its index.
struct MzMLDocument: SpectrumDocument {
    private static let namespace = "http://psi.hupo.org/ms/mzml"
    private static let schemas = "http://psidev.info/files/ms/mzML/xsd"

    private let description: SpectrumFileDescription
    private let spectrumCount: Int
    /// Identifiers of the spectra, and where in the file they begin.
    private var index: [(id: String, byteOffset: Int)] = []
    private var identifiers: Set<String> = []

    init(_ description: SpectrumFileDescription, spectrumCount: Int) {
        self.description = description
        self.spectrumCount = spectrumCount
    }

    // MARK: - Before the spectra

    var opening: String {
        var lines = XMLLines()
        openRoot(&lines)
        Self.vocabularies(&lines)
        lines.open("<fileDescription>")
        lines.open("<fileContent>")
        lines.term("MS:1000294", "mass spectrum")
        lines.close("</fileContent>")
        lines.close("</fileDescription>")
        software(&lines)
        Self.instrument(&lines)
        processing(&lines)
        let run = XMLText.identifier(description.runID)
        lines.open("<run id=\"\(run)\" defaultInstrumentConfigurationRef=\"instrument\">")
        lines.open("<spectrumList count=\"\(spectrumCount)\" defaultDataProcessingRef=\"processing\">")
        return lines.text
    }

    private func openRoot(_ lines: inout XMLLines) {
        let namespaces =
            "xmlns=\"\(Self.namespace)\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"\(Self.namespace) \(Self.schemas)"
        lines.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        lines.open("<indexedmzML \(namespaces)/mzML1.1.2_idx.xsd\">")
        lines.open(
            "<mzML \(namespaces)/mzML1.1.0.xsd\" id=\"\(XMLText.attribute(description.runID))\" version=\"1.1.0\">")
    }

    private static func vocabularies(_ lines: inout XMLLines) {
        lines.open("<cvList count=\"2\">")
        lines.line(
            "<cv id=\"MS\" fullName=\"Proteomics Standards Initiative Mass Spectrometry Ontology\""
                + " URI=\"http://purl.obolibrary.org/obo/ms/psi-ms.obo\"/>")
        lines.line("<cv id=\"UO\" fullName=\"Unit Ontology\" URI=\"http://purl.obolibrary.org/obo/uo.obo\"/>")
        lines.close("</cvList>")
    }

    private func software(_ lines: inout XMLLines) {
        lines.open("<softwareList count=\"1\">")
        lines.open("<software id=\"software\" version=\"\(XMLText.attribute(description.softwareVersion))\">")
        lines.term("MS:1000799", "custom unreleased software tool", description.software)
        lines.close("</software>")
        lines.close("</softwareList>")
    }

    /// An instrument that is not known, as mzML says it: the general term without value.
    private static func instrument(_ lines: inout XMLLines) {
        lines.open("<instrumentConfigurationList count=\"1\">")
        lines.open("<instrumentConfiguration id=\"instrument\">")
        lines.term("MS:1000031", "instrument model")
        lines.close("</instrumentConfiguration>")
        lines.close("</instrumentConfigurationList>")
    }

    private func processing(_ lines: inout XMLLines) {
        lines.open("<dataProcessingList count=\"1\">")
        lines.open("<dataProcessing id=\"processing\">")
        let picking = description.isPeakPicked ? [("MS:1000035", "peak picking")] : []
        for (order, step) in (picking + [("MS:1000544", "Conversion to mzML")]).enumerated() {
            lines.open("<processingMethod order=\"\(order)\" softwareRef=\"software\">")
            lines.term(step.0, step.1)
            lines.close("</processingMethod>")
        }
        lines.close("</dataProcessing>")
        lines.close("</dataProcessingList>")
    }

    // MARK: - Spectra

    mutating func begin(
        _ spectrum: EncodedSpectrum, byteOffset: Int, path: String
    ) throws(SpectrumWriteError) -> String {
        // The writer takes no spectrum of another format, and the encoder of this one names every spectrum so.
        guard case .identifier(let identifier) = spectrum.name else {
            preconditionFailure("An mzML spectrum has an identifier or its position.")
        }
        let id = identifier ?? "index=\(index.count)"
        guard identifiers.insert(id).inserted else { throw .repeatedIdentifier(path: path, spectrum: id) }
        let indentation = "        "
        let position = index.count
        index.append((id, byteOffset + indentation.utf8.count))
        return "\(indentation)<spectrum index=\"\(position)\" id=\"\(XMLText.attribute(id))\""
    }

    /// Whether the schema allows the identifier: words of the form `key=value`, one blank apart (`\S+=\S+( \S+=\S+)*`).
    static func isValidID(_ id: String) -> Bool {
        guard id.unicodeScalars.allSatisfy(XMLText.isHeld) else { return false }
        let words = id.utf8.split(separator: ASCII.space, omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            guard let equals = word.dropFirst().firstIndex(of: UInt8(ascii: "=")) else { return false }
            return word.index(after: equals) != word.endIndex && !word.contains(where: ASCII.isWhitespace)
        }
    }

    // MARK: - After the spectra

    func closing(byteOffset: Int) -> String {
        var lines = XMLLines(depth: 4, byteCount: 100 * (index.count + 10))
        lines.close("</spectrumList>")
        lines.close("</run>")
        lines.close("</mzML>")
        let listOffset = byteOffset + lines.text.utf8.count + 2
        lines.open("<indexList count=\"1\">")
        lines.open("<index name=\"spectrum\">")
        for entry in index {
            lines.line("<offset idRef=\"\(XMLText.attribute(entry.id))\">\(entry.byteOffset)</offset>")
        }
        lines.close("</index>")
        lines.close("</indexList>")
        lines.line("<indexListOffset>\(listOffset)</indexListOffset>")
        // The checksum covers everything up to and including its own start tag.
        lines.begin()
        lines.add("<fileChecksum>")
        return lines.text
    }

    func end(sha1: String) -> String { "\(sha1)</fileChecksum>\n</indexedmzML>\n" }
}
