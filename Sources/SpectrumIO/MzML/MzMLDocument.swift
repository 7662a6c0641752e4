internal import SpectrumModel

/// The pieces of an mzML document as the writer puts them down.
enum MzMLDocument {
    private static let namespace = "http://psi.hupo.org/ms/mzml"
    private static let schemas = "http://psidev.info/files/ms/mzML/xsd"

    /// Everything before the first spectrum.
    static func opening(_ description: MzMLWriter.Description) -> String {
        let run = XMLText.identifier(description.runID)
        let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <indexedmzML xmlns="\(namespace)" \(xsi) xsi:schemaLocation="\(namespace) \(schemas)/mzML1.1.2_idx.xsd">
              <mzML xmlns="\(namespace)" \(xsi) xsi:schemaLocation="\(namespace) \(schemas)/mzML1.1.0.xsd" \
            id="\(XMLText.attribute(description.runID))" version="1.1.0">
                <cvList count="2">
                  <cv id="MS" fullName="Proteomics Standards Initiative Mass Spectrometry Ontology" \
            URI="http://purl.obolibrary.org/obo/ms/psi-ms.obo"/>
                  <cv id="UO" fullName="Unit Ontology" URI="http://purl.obolibrary.org/obo/uo.obo"/>
                </cvList>
                <fileDescription>
                  <fileContent>
                    \(term("MS:1000294", "mass spectrum"))
                  </fileContent>
                </fileDescription>
                <softwareList count="1">
                  <software id="software" version="\(XMLText.attribute(description.softwareVersion))">
                    \(term("MS:1000799", "custom unreleased software tool", description.software))
                  </software>
                </softwareList>
                <instrumentConfigurationList count="1">
                  <instrumentConfiguration id="instrument">
                    \(term("MS:1000031", "instrument model"))
                  </instrumentConfiguration>
                </instrumentConfigurationList>
                <dataProcessingList count="1">
                  <dataProcessing id="processing">
                    <processingMethod order="0" softwareRef="software">
                      \(term("MS:1000544", "Conversion to mzML"))
                    </processingMethod>
                  </dataProcessing>
                </dataProcessingList>
                <run id="\(run)" defaultInstrumentConfigurationRef="instrument">
                  <spectrumList count="\(description.spectrumCount)" defaultDataProcessingRef="processing">

            """
    }

    /// The end of the run and of the document inside the index.
    static let endOfRun = "      </spectrumList>\n    </run>\n  </mzML>\n"

    /// The index: where each spectrum begins.
    ///
    /// - Parameter listOffset: position of the `<indexList` in the file.
    static func index(_ entries: [(id: String, offset: Int)], listOffset: Int) -> String {
        var text = "  <indexList count=\"1\">\n    <index name=\"spectrum\">\n"
        for entry in entries {
            text += "      <offset idRef=\"\(XMLText.attribute(entry.id))\">\(entry.offset)</offset>\n"
        }
        text += "    </index>\n  </indexList>\n  <indexListOffset>\(listOffset)</indexListOffset>\n"
        return text
    }

    /// Whether the schema allows the identifier: words of the form `key=value`, one space apart.
    static func isValidID(_ id: String) -> Bool {
        let words = id.split(separator: " ", omittingEmptySubsequences: false)
        return !words.isEmpty
            && words.allSatisfy { word in
                guard let equals = word.dropFirst().firstIndex(of: "="), word.index(after: equals) != word.endIndex
                else {
                    return false
                }
                return !word.contains(where: \.isWhitespace)
            }
    }

    /// A cvParam of the PSI-MS vocabulary.
    ///
    /// - Parameter unit: accession and name of the value's unit, of the vocabulary in the accession.
    static func term(_ accession: String, _ name: String, _ value: String = "", unit: (String, String)? = nil) -> String
    {
        var text = "<cvParam cvRef=\"MS\" accession=\"\(accession)\" name=\"\(name)\""
        text += " value=\"\(XMLText.attribute(value))\""
        if let (unitAccession, unitName) = unit {
            text +=
                " unitCvRef=\"\(unitAccession.prefix(2))\" unitAccession=\"\(unitAccession)\" unitName=\"\(unitName)\""
        }
        return text + "/>"
    }
}
